/** The fields of /embed/: what is typed becomes an element of the page, and its markup stands below. */
const code = document.querySelector<HTMLInputElement>('[data-try-code]')!;
const name = document.querySelector<HTMLInputElement>('[data-try-case]')!;

function draw(): void {
  const element = document.createElement('sip-code');
  element.textContent = code.value.trim();
  const id = name.value.trim().replace(/^#/, '');
  if (id) element.setAttribute('case', id);
  document.querySelector('[data-try]')!.replaceChildren(element);
  document.querySelector('[data-try-markup]')!.textContent = element.outerHTML;
}

for (const field of [code, name]) field.addEventListener('input', draw);

export {};
