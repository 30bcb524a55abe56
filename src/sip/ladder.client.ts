/** A ladder that is wider than the screen begins at the message that the page is about. */
function scrollToMarked(marked: Element): void {
  const box = marked.closest<HTMLElement>('[role="group"]');
  if (!box || box.scrollWidth <= box.clientWidth || box.scrollLeft) return;
  const { left, width } = marked.getBoundingClientRect();
  box.scrollLeft += left + width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
}

// Done when it comes near: to measure it before would lay out the whole page before the first paint.
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        observer.unobserve(target);
        target.querySelectorAll('.marked').forEach(scrollToMarked);
      }
  },
  { rootMargin: '50%' },
);
for (const ladder of document.querySelectorAll('.ladder')) observer.observe(ladder);

export {};
