/** `/?q=403` is stable for other tools: it leads to the search page. */
const query = new URLSearchParams(location.search).get('q');
if (query)
  location.replace(
    `${document.querySelector<HTMLFormElement>('[data-names]')?.action}?q=${encodeURIComponent(query)}`,
  );

export {};
