/** A bookmark that looks up what is selected on any page. */

/**
 * The address of the bookmark. It loads nothing and changes nothing on the page it runs on, so that no policy of that
 * page is in its way. A selection that begins with a code leads to the page of the code; everything else goes to the
 * search, in the fragment, which no host sees.
 *
 * @param site where the reader uses this site, with a slash at the end.
 */
export function bookmarklet(site: string): string {
  const script = [
    "const t=(getSelection()+'').trim()||prompt('SIP code, phrase or log line')||''",
    String.raw`const c=/^(?:SIP\/2\.0\s+)?([1-7]\d\d)(?!\d)/.exec(t)`,
    `if(t)open(${JSON.stringify(site)}+(c?c[1]+'/':'search/#q='+encodeURIComponent(t)),'_blank','noopener')`,
  ].join(';');
  return `javascript:${encodeURIComponent(`(()=>{${script}})()`)}`;
}
