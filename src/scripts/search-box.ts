/** The search box: `/` focuses it. */
const boxes = document.querySelectorAll<HTMLInputElement>('[data-testid="search-input"]');
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
  event.preventDefault();
  boxes[0]?.focus();
  boxes[0]?.select();
});

export {};
