/** What is said of three digits that begin with a nought; numbers from 100 on have pages of their own. */
export const noClassSentence = (written: string): string =>
  `${written} is no SIP response code: SIP has the classes 1xx to 6xx only. It may be a number of your device or provider; search for its text.`;
