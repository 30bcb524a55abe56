/** The theme button: system, light, dark. The choice is kept in this browser only. */
const order = ['system', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

const current = (): Theme => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system';

function show() {
  for (const name of document.querySelectorAll('[data-theme-name]')) name.textContent = current();
}

function set(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage['theme'] = theme;
  } catch {
    // Without storage the choice holds for this page.
  }
  show();
}

for (const button of document.querySelectorAll('[data-theme-switch]'))
  button.addEventListener('click', () =>
    set(order[(order.indexOf(current()) + 1) % order.length] ?? 'system'),
  );
show();

export {};
