/**
 * Citations: the short form in which content names its sources.
 *
 * `rfc3261#21.4.4` · `gh:owner/repo#12` · `iana-sip` · `asterisk-063` (a vendor note)
 */

export interface Citation {
  /** Key without the section: `rfc3261`, `gh:owner/repo#12`, `iana-sip`. */
  key: string;
  /** Section inside the document, if one is named. */
  section?: string;
}

/** Splits a citation into key and section. A GitHub thread has no section. */
export function parseCitation(text: string): Citation {
  if (text.startsWith('gh:')) return { key: text };
  const at = text.indexOf('#');
  if (at < 0) return { key: text };
  return { key: text.slice(0, at), section: text.slice(at + 1) };
}

/** Number of the RFC a key stands for, or undefined. */
export function rfcNumber(key: string): string | undefined {
  return /^rfc(\d+)$/.exec(key)?.[1];
}

/** What readers see: "RFC 3261 §21.4.4", "livekit/sip#333". Titles of other sources come from sources.yaml. */
export function citationLabel(text: string, titles: (key: string) => string | undefined): string {
  const { key, section } = parseCitation(text);
  const rfc = rfcNumber(key);
  if (rfc) return section ? `RFC ${rfc} §${section}` : `RFC ${rfc}`;
  if (key.startsWith('gh:')) return key.slice(3);
  const title = titles(key) ?? key;
  return section ? `${title}, ${section}` : title;
}

/** Address of a citation that can be derived from its form alone (RFCs and GitHub threads). */
export function derivedUrl(text: string): string | undefined {
  const { key, section } = parseCitation(text);
  const rfc = rfcNumber(key);
  if (rfc) {
    const fragment = section ? `#section-${section}` : '';
    return `https://www.rfc-editor.org/rfc/rfc${rfc}.html${fragment}`;
  }
  const thread = /^gh:([\w.-]+\/[\w.-]+)#(\d+)$/.exec(key);
  // GitHub sends /issues/N on to /pull/N where N is a pull request.
  return thread ? `https://github.com/${thread[1]}/issues/${thread[2]}` : undefined;
}
