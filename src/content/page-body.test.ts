import { describe, expect, it } from 'vitest';
import { BodyError, readBody } from './page-body.ts';

const body = readBody(`## Cases

The line is **busy** <Src id="rfc3261#21.4.24" />. See [the cause](/q850/17/).

<Case
  id="on-a-call"
  title="The called person is on a call"
  acts="caller, callee"
  words="engaged; line busy"
  sign="The call fails after one ring."
  signs="q850-reason:17, after-ringing"
  against="on-register"
  says={[{ text: "Busy Here", who: "rfc", source: "rfc3261#21.4.24" }]}
>
<Recognise>One \`486\` after <Src id="asterisk-001" />, and
nothing else.</Recognise>
<Why>The phone
says so.</Why>
<Do>

1. Try later.
2. Ask:
   - when;
   - why.

</Do>
<Collect>The trace.</Collect>
</Case>

<Ladder caption="Busy" flow={\`
A, B
B -> A: 486 Busy Here
\`} />

<Part id="more" title="More" words="a; b">

| Code | Says |
| ---- | ---- |
| 486  | busy |

</Part>
`);

describe('the body of a page', () => {
  it('holds a case with its parts as plain text', () =>
    expect(body.cases).toMatchObject([
      {
        id: 'on-a-call',
        title: 'The called person is on a call',
        acts: ['caller', 'callee'],
        words: ['engaged', 'line busy'],
        sign: 'The call fails after one ring.',
        signs: ['q850-reason:17', 'after-ringing'],
        against: ['on-register'],
        says: [{ text: 'Busy Here', who: 'rfc', source: 'rfc3261#21.4.24' }],
        recognise: 'One 486 after, and nothing else.',
        why: 'The phone says so.',
        do: '1. Try later. 2. Ask: 1. when; 2. why.',
        collect: 'The trace.',
        line: 5,
      },
    ]));

  it('cites in its text, its cases and what they say', () =>
    expect(body.citations).toEqual([
      { id: 'rfc3261#21.4.24', line: 3 },
      { id: 'rfc3261#21.4.24', line: 5 },
      { id: 'asterisk-001', line: 15 },
    ]));

  it('has headings, parts and links with their lines', () => {
    expect(body.headings).toEqual([{ depth: 2, text: 'Cases', line: 1 }]);
    expect(body.parts).toEqual([{ id: 'more', title: 'More', words: ['a', 'b'], line: 35 }]);
    expect(body.links).toEqual([{ url: '/q850/17/', line: 3 }]);
  });

  it('gives attributes as values', () =>
    expect(body.elements.find(({ name }) => name === 'Ladder')?.attributes).toEqual({
      caption: 'Busy',
      flow: '\nA, B\nB -> A: 486 Busy Here\n',
    }));

  it('takes each block of prose as a paragraph, figures of a table not', () =>
    expect(body.paragraphs.map(({ text }) => text)).toEqual([
      'The line is busy. See the cause.',
      'One 486 after, and nothing else.',
      'The phone says so.',
      'Try later.',
      'Ask:',
      'when;',
      'why.',
      'The trace.',
    ]));
});

it('names a term as the page does, and a citation not at all', () => {
  const { paragraphs } = readBody(
    'Switch off the <Term id="alg" /> (see <Src id="a" />).',
    new Map([['alg', 'SIP ALG']]),
  );
  expect(paragraphs[0]?.text).toBe('Switch off the SIP ALG (see).');
});

describe('what is no data', () => {
  it.each([
    ["import x from 'x'", "import x from 'x'"],
    ['export const x = 1', 'export const x = 1'],
    ['Sum: {1 + 1}', '{1 + 1}'],
    ['<Term id={secret} />', '<Term id={…}>'],
    ['<Term {...secret} />', '<Term {…}>'],
  ])('%s is named', (text, what) => expect(readBody(text).code).toMatchObject([{ what, line: 1 }]));

  it('a comment is none of it', () => expect(readBody('{/* why */}').code).toEqual([]));
});

it('names the line at which it cannot be read', () => {
  const read = () => readBody('One.\n\n<Case id="a">\n');
  expect(read).toThrow(BodyError);
  expect(read).toThrow(expect.objectContaining({ line: 3 }) as Error);
});
