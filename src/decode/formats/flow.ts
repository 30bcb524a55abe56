/**
 * Call flows drawn with characters: sngrep's screen, Wireshark's flow graph as text, ladders in mails.
 * The label counts only beside an arrow.
 */
const arrow = /<\s?[-─═]{3,}|[-─═]{3,}\s?>/;
const label =
  /(?:^|[│|\s<>─═-])(?<code>[1-6]\d\d) (?<phrase>[A-Za-z][A-Za-z '/-]{1,48}?[A-Za-z])\s{0,60}(?:[│|<>─═(-]|$)/;

export interface FlowLabel {
  code: number;
  phrase: string;
}

/** Whether a line has an arrow of a drawn flow. Looks at 400 characters: a drawing is no wider. */
export function hasArrow(line: string): boolean {
  return arrow.test(line.slice(0, 400));
}

/** A status between the lifelines of a drawing, or null. */
export function flowLabel(line: string): FlowLabel | null {
  if (!/[│|]|[-─]{3}/.test(line)) return null;
  const found = label.exec(line.slice(0, 400))?.groups;
  return found ? { code: Number(found['code']), phrase: (found['phrase'] ?? '').trim() } : null;
}
