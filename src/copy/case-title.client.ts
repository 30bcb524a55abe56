/** The title of a case, without its link and who acts. */
export const caseTitle = (section: Element | null): string =>
  section?.querySelector('h3')?.firstChild?.textContent?.trim() ?? '';
