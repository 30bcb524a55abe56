/** The search box: `/` focuses it; what it needs is fetched when somebody turns to it. */
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-testid="search-input"]')];

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
  event.preventDefault();
  boxes[0]?.focus();
  boxes[0]?.select();
});

for (const box of boxes) {
  let ready = false;
  const prepare = () => {
    if (ready) return;
    ready = true;
    void import('./suggestions.ts').then(({ suggest }) => suggest(box));
  };
  box.addEventListener('pointerenter', prepare);
  box.addEventListener('focus', prepare);
  if (document.activeElement === box || box.value) prepare();
}

export {};
