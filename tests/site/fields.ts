/** Fields that could send what was pasted: a form sends fields by their name, as it does before its script runs. */

/** What a reader only ticks or presses. */
const withoutText = /\stype="(?:checkbox|radio|hidden|submit|button|reset)"/;

/** @returns the tags of fields that take text or files and have a name. */
export const namedFields = (html: string): string[] =>
  [...html.matchAll(/<(?:textarea|input)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\sname=/.test(tag) && (tag.startsWith('<textarea') || !withoutText.test(tag)));
