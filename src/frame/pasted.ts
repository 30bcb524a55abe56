/** Whether what stands in a field was pasted: what was goes into no address and no storage. As data, without the DOM. */

/** How a field was changed. */
export interface Edit {
  /** The `inputType` of the event. */
  how: string;
  /** Nothing is left of what stood there. */
  replaced: boolean;
  /** Something was pasted into this field since the page was opened: undo may bring it back. */
  ever: boolean;
}

/** Whether what stands in a field counts as pasted after it was changed. @param before whether it did until then */
export function pastedAfter(before: boolean, value: string, { how, replaced, ever }: Edit): boolean {
  if (value.trim() === '') return false;
  if (/^insertFrom(?:Paste|Drop|Yank)/.test(how)) return true;
  if (how.startsWith('history')) return ever;
  return before && !replaced;
}
