/**
 * How tall a part of a page will be, guessed from its markup when the site is built. The browser keeps that much room
 * for what it has not laid out (`later` in styles/named.css): links and the scroll bar then lead near the right place.
 */

/** Heights that have a class, in rem on a phone (styles/named.css). Most cases have the usual one, which needs none. */
const heights = [25, 60, 120, 300];
const usual = 60;
/** Characters in a line of a phone 360 pixels wide. */
const line = 42;

/** The class that says how tall this markup is on a phone: `tall-25`. It rather says too much than too little. */
export function heightClass(html: string): string | undefined {
  const shown = html
    // Folds are closed as a page loads.
    .replace(/<details(?! open)[\s\S]*?<\/summary>[\s\S]*?<\/details>/g, '<p>fold</p>')
    .replace(/<(svg|template|select)[\s\S]*?<\/\1>/g, '')
    // Lines of a message.
    .replace(/<pre[\s\S]*?<\/pre>/g, (pre) => pre.replace(/\n/g, '<p>'));
  const lines = shown
    .split(/<(?:p|li|dt|dd|tr|h\d|ul|ol|dl|table|figure|div|section|button)\b[^>]*>/)
    .map((block) => block.replace(/<[^>]*>/g, '').trim().length)
    .reduce((sum, length) => sum + Math.ceil(length / line) + (length > 0 ? 0.4 : 0.1), 0);
  const height = heights.find((rem) => lines * 1.5 <= rem) ?? heights.at(-1);
  return height === usual ? undefined : `tall-${height}`;
}
