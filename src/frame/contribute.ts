/** Where a reader edits a page or reports a problem, from content/site.yaml. Nothing is sent before the reader sends it. */
import type { SiteData } from '../content/schemas/site.ts';

type Repository = NonNullable<SiteData['repository']>;

/** The editor of the repository's host, with the file open. @param file path from the repository's root. */
export function editAddress({ url, host, branch }: Repository, file: string): string {
  const root = url.replace(/\/$/, '');
  const path = [branch, ...file.split('/')].map(encodeURIComponent).join('/');
  return host === 'gitlab' ? `${root}/-/edit/${path}` : `${root}/edit/${path}`;
}

export interface Reported {
  /** What the page is about: "403 Forbidden". */
  title: string;
  /** Whole address of the page; the script adds the fragment that is read. */
  url: string;
  edition: string;
}

/**
 * A form or a mail that is filled in with the page: at `report` where the site names one, else an issue of the
 * repository. Undefined where it names neither.
 */
export function reportAddress(
  { report, repository }: Pick<SiteData, 'report' | 'repository'>,
  { title, url, edition }: Reported,
): string | undefined {
  const subject = encodeURIComponent(`${title}: `);
  const body = encodeURIComponent(`\n\nPage: ${url}\nEdition: ${edition}\n`);
  if (report && !report.includes('/')) return `mailto:${report}?subject=${subject}&body=${body}`;
  if (report) return report.replaceAll('{subject}', subject).replaceAll('{body}', body);
  if (!repository) return undefined;
  const root = repository.url.replace(/\/$/, '');
  return repository.host === 'gitlab'
    ? `${root}/-/issues/new?issue[title]=${subject}&issue[description]=${body}`
    : `${root}/issues/new?title=${subject}&body=${body}`;
}

/** The address of a report with the place that is read, which stands in it once, encoded. */
export function withPlace(address: string, url: string, place: string): string {
  return address.replace(encodeURIComponent(url), encodeURIComponent(url + place));
}
