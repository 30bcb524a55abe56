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
  let submit: Promise<() => Promise<void>> | undefined;
  const prepare = () => (submit ??= import('./suggestions.client.ts').then(({ suggest }) => suggest(box)));
  box.addEventListener('pointerenter', () => void prepare());
  box.addEventListener('focus', () => void prepare());
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    // Where the scripts cannot be fetched, the search page is the answer.
    prepare()
      .then((go) => go())
      .catch(() => box.form?.submit());
  });
  if (document.activeElement === box) void prepare();
}

export {};
