import { markdownToMdast } from 'satteri';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { type Ticket, ticketMarkdown, ticketText, words } from './ticket.ts';

const url = 'https://example.com/403/#no-credit';
const noCredit: Ticket = {
  title: '403 Forbidden: No credit',
  facts: [
    { name: 'Seen', words: [] },
    { name: 'How to tell', words: words('Charged calls fail.') },
    {
      name: 'What to do',
      steps: [
        { words: words('Check the balance.'), commands: [] },
        {
          words: [{ text: 'Set ' }, { text: 'from_user', code: true }, { text: '.' }],
          commands: [
            { product: 'Asterisk CLI', lines: 'pjsip show endpoint NAME' },
            { product: 'Linux', lines: 'one\n  two' },
          ],
        },
      ],
    },
  ],
  url,
  reviewed: '2026-11-20',
};

describe('the text for a ticket', () => {
  it('of a code is its meaning, its link and when it was reviewed', () =>
    expect(
      ticketText({
        title: '403 Forbidden',
        meaning: words('Refused.'),
        facts: [],
        url: 'https://example.com/403/',
        reviewed: '2026-11-20',
      }),
    ).toBe('403 Forbidden\nRefused.\nhttps://example.com/403/\nReviewed: 2026-11-20'));
  it('of a case has a step a line, commands below their step, and no fact that says nothing', () =>
    expect(ticketText(noCredit)).toBe(
      [
        '403 Forbidden: No credit',
        'How to tell: Charged calls fail.',
        'What to do:',
        '1. Check the balance.',
        '2. Set from_user.',
        '   Asterisk CLI: pjsip show endpoint NAME',
        '   Linux:',
        '     one',
        '       two',
        url,
        'Reviewed: 2026-11-20',
      ].join('\n'),
    ));
});

describe('as Markdown', () => {
  /** Nodes of a kind, wherever they stand. */
  const all = (kind: string, node: Nodes): Nodes[] => [
    ...(node.type === kind ? [node] : []),
    ...('children' in node ? node.children.flatMap((child) => all(kind, child)) : []),
  ];
  const read = (ticket: Ticket) => markdownToMdast(ticketMarkdown(ticket)) as Nodes;

  it('steps are an ordered list, commands blocks of code inside their step', () => {
    const ordered = all('list', read(noCredit)).filter((list) => 'ordered' in list && list.ordered);
    expect(ordered).toHaveLength(1);
    const [, second] = all('listItem', ordered[0]!);
    expect(all('code', second!)).toMatchObject([
      { value: 'pjsip show endpoint NAME' },
      { value: 'one\n  two' },
    ]);
  });
  it('the title leads to the page', () => expect(all('link', read(noCredit))).toMatchObject([{ url }]));
  it('what looks like Markdown in a text is text', () => {
    const text = '<b>*x*</b> [a](b) `c` d_e_ #1 ~~f~~ | g';
    const tree = read({ ...noCredit, facts: [{ name: 'How to tell', words: words(text) }] });
    expect(
      all('paragraph', tree).some((node) =>
        all('text', node)
          .map((one) => 'value' in one && one.value)
          .join('')
          .endsWith(text),
      ),
    ).toBe(true);
  });
  it('code and addresses may hold any sign', () => {
    const tree = read({
      ...noCredit,
      facts: [
        {
          name: 'How to tell',
          words: [
            { text: 'a`b``c', code: true },
            { text: 'Call (setup)', href: 'https://example.com/wiki/Call_(setup)' },
          ],
        },
      ],
    });
    expect(all('inlineCode', tree)).toMatchObject([{ value: 'a`b``c' }]);
    expect(all('link', tree)[1]).toMatchObject({ url: 'https://example.com/wiki/Call_%28setup%29' });
  });
});
