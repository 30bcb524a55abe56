/** A ladder that is wider than the screen begins at the message that the page is about. */
for (const marked of document.querySelectorAll('.ladder .marked')) {
  const box = marked.closest<HTMLElement>('[role="group"]');
  if (!box || box.scrollWidth <= box.clientWidth || box.scrollLeft) continue;
  const { left, width } = marked.getBoundingClientRect();
  box.scrollLeft += left + width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
}

export {};
