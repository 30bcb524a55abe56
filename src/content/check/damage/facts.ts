/** Damage to what the registry, the policy and the minimums ask for. */
import { cpSync } from 'node:fs';
import { add, content, type Damage, edit, put, saidOf } from '../damage-edit.ts';
import { code, busy, guide } from './sample-files.ts';

export const facts: Damage[] = [
  edit(
    'a code that IANA does not list',
    code,
    put('status: registered', 'status: vendor'),
    /status: is vendor, but IANA lists 486 Busy Here; write/,
    'status:',
  ),
  edit(
    'a phrase that is not the registered one',
    'codes/600.mdx',
    put('phrase: Busy Everywhere', 'phrase: Busy Everyone'),
    /phrase: is "Busy Everyone", but registered is "Busy Everywhere"; correct/,
    'phrase:',
  ),
  edit(
    'a page on too few sources',
    'codes/600.mdx',
    (text) =>
      text
        .replace('sources: [iana-sip, sip-book]', 'sources: [rfc3261#21.6.1]')
        .replace(' <Src id="sip-book" />', ''),
    /sources: rests on fewer than two sources; cite/,
    undefined,
    [{ file: 'sources.yaml', says: /sip-book: is cited nowhere/ }],
  ),
  edit(
    'a vendor without a note',
    'vendors/example-phone.yaml',
    put(/notes:[\s\S]*/, 'notes: []\n'),
    /notes: has neither note nor text; add one, or remove the file/,
    'notes:',
  ),
  edit(
    'an exemption that is no longer needed',
    'policy.yaml',
    put('code: 600, minimum: cases', 'code: 486, minimum: cases'),
    /exemptions\.0: exempts 486 from cases, which is no longer needed; remove/,
    'code: 486',
    [{ file: 'codes/600.mdx', says: /cases: has 1 cases, the standard is 3/ }],
  ),
  edit(
    'an exemption without a reason',
    'policy.yaml',
    put(', why: One is enough in a sample.', ''),
    /exemptions\.0\.why: is missing; add/,
    'code: 600',
  ),
  edit(
    'a wrong example that is right',
    'policy.yaml',
    put('example: 600-busy, rule: method', 'example: 486-busy, rule: cseq'),
    /wrongOnPurpose\.0: lets the cseq of 486-busy pass, which is no longer needed/,
    '486-busy',
    [{ file: 'examples/600-busy.sip', says: /CSeq: answers OPTIONS, but 600 answers INVITE/ }],
  ),
  edit(
    'an authority with values of its own that has none',
    'policy.yaml',
    put('ownCauses: [Example PBX]', 'ownCauses: [Example PBX, RFC 3398]'),
    /ownCauses\.1: names RFC 3398, which has no value above 127; take it out/,
    'ownCauses',
  ),
  edit(
    'a number without a page that nobody names',
    'policy.yaml',
    put('unlisted: [477]', 'unlisted: [477, 478]'),
    /unlisted\.1: is 478, which no vendor names; take it out/,
    'unlisted',
  ),
  edit(
    'a number without a page that has one',
    'policy.yaml',
    put('unlisted: [477]', 'unlisted: [477, 486]'),
    /unlisted\.1: is 486, which has a page; take it out/,
    'unlisted',
  ),
  saidOf(
    code,
    edit(
      'a meaning that is copied',
      'codes/600.mdx',
      put('Every device of the person is in use.', 'The called device was reached and is in use.'),
      /says 100 % the same as/,
      'meaning:',
      undefined,
    ),
  ),
  saidOf(
    code,
    edit(
      'a sentence for the customer that is copied',
      'codes/600.mdx',
      put(
        'The person cannot take a call now, at any phone.',
        'The number you called is engaged at the moment.',
      ),
      /customer: says 100 % the same as .*; keep it on one page/,
      undefined,
    ),
  ),
  edit(
    'a meaning of a cause that is copied',
    'causes.yaml',
    put('The other side does not want the call.', 'The called line is in use.'),
    /meaning: says 100 % the same as content\/causes\.yaml/,
    'The called line',
  ),
  saidOf(
    code,
    edit(
      'a paragraph that is copied',
      guide,
      put(
        'Some answers pass by themselves.',
        'Wait a little, then call the same number again from the same phone, and tell the person who asked when you did so.',
      ),
      /says 100 % the same as .*; keep it on one page and link/,
      undefined,
    ),
  ),
  edit(
    'a vendor with the name of another',
    'vendors/example-phone.yaml',
    put('name: Example phone', 'name: Example PBX'),
    /name: is "Example PBX", as in content\/vendors\/example-pbx\.yaml:1; say what tells/,
    'name:',
  ),
  edit(
    'a term with the name of another',
    'glossary.yaml',
    put('term: SBC', 'term: Proxy'),
    /sbc\.term: is "Proxy", as in content\/glossary\.yaml:2; say what tells/,
    'term: Proxy',
  ),
  edit(
    'an unfinished comment',
    'glossary.yaml',
    add('# TODO more terms\n'),
    /has "TODO more terms", which is unfinished/,
    'TODO',
  ),
  edit(
    'an unfinished message',
    busy,
    put('Retry-After: 60', 'Retry-After: 60 (TODO)'),
    /"TODO", which is unfinished/,
    'TODO',
  ),
  {
    what: 'a guide copied whole',
    damage: (root) => cpSync(content(root, guide), content(root, 'guides/again.mdx')),
    expected: [
      {
        file: 'guides/calling.mdx',
        on: 'order:',
        says: /order: is 1, which content\/guides\/again\.mdx has already/,
      },
      {
        file: 'guides/calling.mdx',
        on: 'title:',
        says: /title: is "Calling again", as in content\/guides\/again\.mdx:2; say/,
      },
    ],
  },
];
