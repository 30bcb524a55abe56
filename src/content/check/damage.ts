/**
 * Every kind of damage to content that we know of, each a small edit of the sample, with what the check must say of it.
 * Nothing else may be said: one fault is one problem. `npm run check:content -- --damage` counts what is caught.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import {
  add,
  bytes,
  content,
  create,
  type Damage,
  edit,
  every,
  type Expected,
  put,
  remove,
  saidOf,
  tomorrow,
} from './damage-edit.ts';
import { ownDamages } from './own-damage.ts';
import { tableDamages } from './table-damage.ts';
import type { Problem } from './problem.ts';
import { problemLine } from '../model.ts';
import { checkContent } from './all.ts';

const sample = join(import.meta.dirname, 'sample');

const code = 'codes/486.mdx';
const busy = 'examples/486-busy.sip';
const request = 'examples/486-request-busy.sip';
const pbx = 'vendors/example-pbx.yaml';
const guide = 'guides/calling.mdx';
const toQ850 = 'mappings/rfc3398-sip-to-q850.yaml';
const toSip = 'mappings/rfc3398-q850-to-sip.yaml';
const ofPbx = 'mappings/example-pbx-sip-to-q850.yaml';

const insert = (text: string) => put('## Retry and failover\n', `## Retry and failover\n\n${text}\n`);
const inWho = (text: string) => put('The phone itself.', `The phone itself. ${text}`);

const withMark = (old: Buffer) => Buffer.concat([Buffer.from('\uFEFF'), old]);
const withCrlf = (old: Buffer) => Buffer.from(old.toString().replaceAll('\n', '\r\n'));

/** A message that is right in itself. */
const lost = `SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK9
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 9@192.0.2.10
CSeq: 1 INVITE
Retry-After: 60
Content-Length: 0

`;

const encoding: Damage[] = [
  bytes('a byte order mark', code, withMark, /byte order mark; save it as UTF-8/, '---'),
  bytes('a byte order mark in a table', 'sources.yaml', withMark, /byte order mark; save it/),
  bytes('Windows line ends', code, withCrlf, /Windows line ends \(CRLF\); save it with LF/),
  bytes('Windows line ends in a table', 'causes.yaml', withCrlf, /Windows line ends \(CRLF\); save it/),
  bytes('Windows line ends in an example', busy, withCrlf, /Windows line ends \(CRLF\); save it/),
  bytes(
    'a byte that is no UTF-8',
    code,
    (old) => Buffer.from(old.toString().replace('Later.', 'Läter.'), 'latin1'),
    /bytes that are not UTF-8; save the file as UTF-8/,
    'ter.',
  ),
  bytes(
    'a byte that is no UTF-8 in a table',
    'glossary.yaml',
    (old) => Buffer.from(old.toString().replace('passes', 'pässes'), 'latin1'),
    /not UTF-8; save/,
    'sses requests',
  ),
  bytes(
    'a file of UTF-16',
    busy,
    (old) => Buffer.from(`\uFEFF${old.toString()}`, 'utf16le'),
    /UTF-16LE; save it as UTF-8/,
  ),
  edit(
    'a NUL byte',
    code,
    put('<Recognise>The line', '<Recognise>The \0line'),
    /NUL byte \(U\+0000\); remove it/,
    'is engaged',
  ),
  edit(
    'a control character',
    pbx,
    put('in use', 'in \u0007use'),
    /control character \(U\+0007\); remove it/,
    'Sends 486',
  ),
  edit(
    'an unusual line end',
    pbx,
    put('in use', 'in\u2028use'),
    /unusual line end \(U\+2028\); write/,
    'Sends 486',
  ),
  edit(
    'a character that turns text',
    code,
    put('<Recognise>The line', '<Recognise>The \u202Eline'),
    /turns the direction of text \(U\+202E\); remove/,
    'engaged.',
  ),
  edit(
    'a character that turns text in a title',
    'sources.yaml',
    put('A book', 'A \u2066book'),
    /turns the direction of text/,
    'book',
  ),
  edit(
    'a character of no width',
    code,
    put('engaged]', 'enga\u200Bged]'),
    /no width \(U\+200B\); remove it/,
    'words:',
  ),
  edit(
    'a byte order mark inside',
    guide,
    put('wait a', 'wait \uFEFFa'),
    /no width \(U\+FEFF\); remove it/,
    'a minute',
  ),
  edit(
    'a blank that does not break',
    'headers.yaml',
    put('When to', 'When\u00A0to'),
    /U\+00A0\); write a plain blank/,
    'try again',
  ),
  edit(
    'a Cyrillic letter in a word',
    code,
    put('engaged.', 'eng\u0430ged.'),
    /two alphabets.*; write it with Latin/,
    'The line is',
  ),
  edit(
    'a word of 2 kB',
    code,
    put('The phone itself', 'x'.repeat(2_000)),
    /2,001 characters without a blank.*; shorten/,
    'xxx',
  ),
  edit(
    'a word of 2 kB in a table',
    'causes.yaml',
    put('Look whether', 'x'.repeat(1_200)),
    /1,2\d\d characters without a blank|1,200/,
    'xxx',
  ),
  edit(
    'a paragraph of 200 kB',
    code,
    put('Wait a little', 'and so on '.repeat(20_000)),
    /a block of 200,\d+ characters.*split it/,
    'and so on',
  ),
  edit(
    'a paragraph of 2 kB',
    code,
    put('Wait a little', 'and so on '.repeat(200)),
    /a paragraph of 2,\d+ characters.*; split or shorten/,
    'and so on',
  ),
  edit(
    'a value of 2 kB',
    pbx,
    put('Ends the call', 'and so on '.repeat(200)),
    /has 2,\d+ characters.*; shorten/,
    'and so on',
  ),
];

const files: Damage[] = [
  remove('a table that is missing', 'glossary.yaml', /is missing; bring the file back/),
  remove('a list that is missing', 'situations.yaml', /is missing; bring the file back/),
  remove('sources.yaml missing', 'sources.yaml', /is missing; bring the file back/),
  remove('causes.yaml missing', 'causes.yaml', /is missing; bring the file back/),
  remove('site.yaml missing', 'site.yaml', /is missing; bring the file back/),
  remove('policy.yaml missing', 'policy.yaml', /is missing; bring the file back/),
  remove('a folder that is missing', 'mappings', /is missing; bring the folder back/),
  ...[
    'sources',
    'causes',
    'classes',
    'unregistered',
    'headers',
    'warnings',
    'reasons',
    'glossary',
    'situations',
    'signs',
    'commands',
  ].map((name) =>
    edit(`${name}.yaml without entries`, `${name}.yaml`, () => '# Nothing.\n', /has no entry; bring/),
  ),
  edit('a table of nothing at all', 'headers.yaml', () => '', /is empty; write it, or remove the file/),
  edit('a page of nothing at all', guide, () => '', /is empty; write it/),
  remove(
    'a mapping in one direction only',
    toSip,
    /authorities\.RFC 3398: has no table q850-to-sip; bring content\/mappings\/rfc3398-q850-to-sip\.yaml back/,
    'policy.yaml',
  ),
  remove(
    'an authority without its table',
    ofPbx,
    /authorities\.Example PBX: has no table sip-to-q850; bring content\/mappings\/example-pbx-sip-to-q850\.yaml back/,
    'policy.yaml',
  ),
  remove('rfc-sections.json missing', 'rfc-sections.json', /is missing; bring the file back/),
  edit(
    'rfc-sections.json that is no JSON',
    'rfc-sections.json',
    () => '{\n',
    /cannot be read .*; take the last sound one back from git/,
  ),
  edit(
    'rfc-sections.json with a key that is no RFC',
    'rfc-sections.json',
    put('"rfc3261"', '"draft"'),
    /cannot be read \(draft: .*\); take the last sound one back from git/,
  ),
  {
    what: 'published addresses that are all gone',
    damage: (root) => writeFileSync(join(root, 'tests/permalinks.txt'), ''),
    expected: [{ file: '../tests/permalinks.txt', says: /is empty; bring the published addresses back/ }],
  },
  {
    what: 'a vendor file in capitals',
    damage: (root) => renameSync(content(root, pbx), content(root, 'vendors/Example-PBX.yaml')),
    expected: [{ file: 'vendors/Example-PBX.yaml', says: /is read by nothing; files of content\/vendors/ }],
  },
  {
    what: 'a vendor file with another ending',
    damage: (root) => renameSync(content(root, pbx), content(root, 'vendors/example-pbx.yml')),
    expected: [{ file: 'vendors/example-pbx.yml', says: /is read by nothing; files of content\/vendors/ }],
  },
  ...['codes', 'guides', 'vendors', 'examples'].map((folder) =>
    remove(`the folder ${folder} missing`, folder, /is missing; bring the folder back/),
  ),
  remove(
    'a page that was published',
    guide,
    /is gone, but \/guides\/calling\/ is published; bring it back, or lead/,
  ),
  remove(
    'a code page that was published',
    'codes/600.mdx',
    /is gone, but \/600\/ is published; bring it back/,
  ),
  remove(
    'a vendor that was published',
    'vendors/example-phone.yaml',
    /is gone, but \/vendors\/example-phone\/ is published/,
  ),
  remove(
    'a message that a page shows',
    'examples/600-busy.sip',
    /shows "600-busy", but .* does not exist; correct the name, or add/,
    'codes/600.mdx',
  ),
  create(
    'a message that no page shows',
    'examples/486-lost.sip',
    lost,
    /is shown on no page; show it with <SipMessage/,
  ),
  create(
    'a page with a wrong ending',
    'codes/487.md',
    '---\ncode: 487\n---\n',
    /read by nothing; files of content\/codes\/ are called/,
  ),
  create(
    'a vendor with a wrong ending',
    'vendors/other.yml',
    'name: Other\n',
    /read by nothing; files of content\/vendors/,
  ),
  create(
    'an example with a wrong name',
    'examples/Busy.sip',
    lost,
    /read by nothing; files of content\/examples/,
  ),
  create('a table nobody reads', 'figures.yaml', 'a: 1\n', /read by nothing; known are/),
  create('a folder nobody reads', 'drafts/a.mdx', 'A\n', /folder that nothing reads; known are/, 'drafts'),
  create('a backup file', 'codes/486.mdx~', 'old\n', /backup file; remove it/),
  {
    what: 'a link to a file elsewhere',
    damage: (root) => symlinkSync('/etc/hostname', content(root, 'examples/486-link.sip')),
    expected: [{ file: 'examples/486-link.sip', says: /symbolic link; put the file itself here/ }],
  },
  {
    what: 'a code page under another number',
    damage: (root) => renameSync(content(root, 'codes/600.mdx'), content(root, 'codes/601.mdx')),
    expected: [
      { file: 'codes/600.mdx', says: /is gone, but \/600\/ is published/ },
      {
        file: 'codes/601.mdx',
        on: 'code: 600',
        says: /is 600, but the file is named 601\.mdx; rename the file/,
      },
    ],
  },
];

const syntax: Damage[] = [
  edit(
    'a colon in a text without quotes',
    code,
    put('meaning: The', 'meaning: a: The'),
    /not valid YAML: .*; put a text that holds a colon in quotes/,
    'a: The',
  ),
  edit(
    'a tab in a table',
    'causes.yaml',
    put('  cause: 17', '\tcause: 17'),
    /not valid YAML: .*; /,
    'cause: 17',
  ),
  edit('an open bracket', 'sources.yaml', add('x: [\n'), /not valid YAML: .*; /),
  edit(
    'open quotes in a vendor file',
    pbx,
    put('id: example-pbx-002', 'id: "example-pbx-002'),
    /not valid YAML: .*; /,
  ),
  edit(
    'a key written twice',
    toQ850,
    put('order: 1', 'order: 1\norder: 1'),
    /not valid YAML: .*; keep one of the two/,
    'order: 1',
  ),
  edit(
    'an entry written twice',
    'glossary.yaml',
    add('proxy:\n  term: proxy\n  meaning: A server.\n'),
    /; keep one of the two/,
    'proxy:',
  ),
  edit('a wrong indent', 'site.yaml', put('url:', '  url:'), /not valid YAML: .*; /),
  edit('no front matter', code, put('---\n', ''), /has no front matter; start the file with/),
  edit('front matter that does not end', guide, put('\n---\n\n', '\n\n'), /has no front matter; start/),
  edit('an open component', code, put('</Case>', ''), /not valid MDX: .*; close what is open/),
  edit(
    'an open brace',
    guide,
    put('wait longer', 'wait {longer'),
    /not valid MDX: .*; close what is open/,
    '{longer',
  ),
  edit('a wrong closing tag', code, put('</Recognise>', '</Why>'), /not valid MDX: .*; close/),
  edit(
    'a row without values',
    'causes.yaml',
    put(/'21':[\s\S]*/, "'21':\n"),
    /21: is empty; write it, or take it out/,
    "'21':",
  ),
  edit('an empty item of a list', 'situations.yaml', add('-\n'), /3: is empty; write it/),
  edit(
    'an empty entry among notes',
    'vendors/example-phone.yaml',
    add('  -\n'),
    /notes\.1: is empty; write it/,
  ),
  edit(
    'a table that is a list',
    'headers.yaml',
    () => '- name: Via\n',
    /is a list, but its entries have keys; write "key:" above each/,
  ),
  edit(
    'a text where a list belongs',
    code,
    put('words: [engaged]', 'words: engaged'),
    /words: must be a list/,
    'words:',
  ),
  edit(
    'a number where text belongs',
    pbx,
    put('name: Example PBX', 'name: 3'),
    /name: must be text; put it in quotes if/,
    'name: 3',
  ),
  edit(
    'text where a number belongs',
    code,
    put('code: 486\n', "code: '486'\n"),
    /code: must be a number/,
    "code: '486'",
  ),
];

const keys: Damage[] = [
  edit(
    'an unknown key',
    code,
    put('code: 486', 'code: 486\ncolour: red'),
    /has the unknown key "colour"; remove it or correct/,
    'colour: red',
  ),
  edit(
    'an unknown key deep inside',
    code,
    put('  same: Later.', '  same: Later.\n  when: never'),
    /retry: has the unknown key "when"; remove it or correct/,
    'when: never',
  ),
  edit(
    'an unknown key in a table',
    'sources.yaml',
    put('publisher: IANA', 'publisher: IANA\n  stars: 5'),
    /iana-sip: has the unknown key "stars"; remove it or correct/,
    'stars: 5',
  ),
  edit(
    'an unknown key in site.yaml',
    'site.yaml',
    add('motto: Hello\n'),
    /has the unknown key "motto"; remove it or correct/,
    'motto',
  ),
  edit(
    'an unknown key in policy.yaml',
    'policy.yaml',
    add('mood: good\n'),
    /has the unknown key "mood"; remove it or correct/,
    'mood',
  ),
  edit(
    'an unknown key in the source of a note',
    pbx,
    put('line: 12,', 'line: 12, row: 3,'),
    /notes\.0\.source: has the unknown key "row"; remove it or correct/,
    'row: 3',
  ),
  edit('a missing key', code, put(/customer: .*\n/, ''), /customer: is missing; add it/),
  edit(
    'a missing key in a note',
    pbx,
    put(/ {4}kind: generates\n/, ''),
    /notes\.0\.kind: is missing; add it/,
    'example-pbx-001',
  ),
  edit('a missing key of a guide', guide, put(/summary: .*\n/, ''), /summary: is missing; add it/),
  edit(
    'a key without value',
    code,
    put('sentBy: Called phone', 'sentBy:'),
    /sentBy: is empty; write it/,
    'sentBy:',
  ),
  edit(
    'a key out of order',
    code,
    put('code: 486\nphrase: Busy Here', 'phrase: Busy Here\ncode: 486'),
    /phrase: is out of order; the order is/,
    'phrase:',
  ),
  edit(
    'a value that is not allowed',
    code,
    put('verdict: after-delay', 'verdict: maybe'),
    /retry\.verdict: must be one of not-needed/,
    'verdict: maybe',
  ),
  edit(
    'a kind of note that does not exist',
    pbx,
    put('kind: generates', 'kind: makes'),
    /notes\.0\.kind: must be one of/,
    'kind: makes',
  ),
  edit(
    'a cause that does not exist',
    'causes.yaml',
    put('cause: 21', 'cause: 210'),
    /21\.cause: may be at most 127; /,
    'cause: 210',
  ),
  edit(
    'a key that is not its cause',
    'causes.yaml',
    put('cause: 21', 'cause: 22'),
    /21\.cause: is 22, but its key is 21; make the two agree/,
    'cause: 22',
  ),
  edit(
    'a meaning that is too long',
    code,
    put('is in use.\ncustomer', `is ${'so '.repeat(100)}in use.\ncustomer`),
    /meaning: may be at most 260 characters; shorten it/,
    'meaning:',
  ),
  edit(
    'a note without text',
    pbx,
    put('text: Ends the call for all phones.', "text: ''"),
    /notes\.1\.text: needs at least 12 characters; add/,
    "text: ''",
  ),
  edit(
    'a note that lists its codes instead of pairs',
    'vendors/example-phone.yaml',
    put('    says:\n      - { code: 486 }\n', '    codes: [486]\n'),
    /notes\.0\.says: is missing; add it/,
    'example-phone-001',
    [
      {
        file: 'vendors/example-phone.yaml',
        says: /notes\.0: has the unknown key "codes"; remove it or correct/,
        on: 'codes:',
      },
    ],
  ),
  edit(
    'an empty phrase of a note',
    pbx,
    put('phrase: User Busy', "phrase: ''"),
    /notes\.0\.says\.0\.phrase: needs at least 1 characters; add/,
    'phrase:',
  ),
  edit(
    'an empty name',
    'vendors/example-phone.yaml',
    put('name: Example phone', "name: ' '"),
    /name: is empty; write it/,
    "name: ' '",
  ),
  edit(
    'an empty word',
    code,
    put('words: [engaged]', "words: ['']"),
    /words\.0: is empty; write a word or take it out/,
    'words:',
  ),
  edit(
    'a word of blanks',
    guide,
    put('words: [redial]', "words: [redial, '  ']"),
    /words\.1: is empty; write a word/,
    'words:',
  ),
  edit(
    'a word written twice',
    guide,
    put('words: [redial]', 'words: [redial, Redial]'),
    /words\.1: has "Redial" twice; keep one/,
    'words:',
  ),
  edit(
    'an empty item among the words of a case',
    code,
    put('line in use; ', 'line in use;; '),
    /<Case> has an empty item in words; take out the ";"/,
    'on-a-call',
  ),
  edit(
    'the same thing heard twice of a case',
    code,
    put('words="line in use; engaged tone"', 'words="line in use; engaged tone" heard="busy; busy"'),
    /<Case> has "busy" twice in heard; keep one/,
    'on-a-call',
  ),
  edit(
    'empty words of a case',
    code,
    put('words="line in use; engaged tone"', 'words=""'),
    /<Case> has an empty words; fill it or remove it/,
    'on-a-call',
  ),
];

const dates: Damage[] = [
  edit(
    'a day in the future',
    code,
    put('reviewed: 2026-11-20', `reviewed: ${tomorrow}`),
    /reviewed: is .*in the future; write the day it was done/,
    'reviewed:',
  ),
  edit(
    'a day of another century',
    pbx,
    put('checked: 2026-11-20', 'checked: 2126-11-20'),
    /notes\.0\.checked: is 2126-11-20, which lies in the future/,
    '2126',
  ),
  edit(
    'a day that does not exist',
    code,
    put('reviewed: 2026-11-20', 'reviewed: 2026-02-30'),
    /reviewed: must be a day of the calendar, such as 2026/,
    '2026-02-30',
  ),
  edit(
    'a month that does not exist',
    'sources.yaml',
    put('checked: 2026-11-20', 'checked: 2026-13-01'),
    /checked: must be a day of the calendar, such as/,
    '2026-13-01',
  ),
  edit(
    'a day before SIP',
    guide,
    put('reviewed: 2026-11-20', 'reviewed: 1970-01-01'),
    /before SIP existed; correct/,
    '1970',
  ),
  edit(
    'a day written another way',
    guide,
    put('reviewed: 2026-11-20', 'reviewed: 20.11.2026'),
    /reviewed: must be a day of the calendar, such as/,
    '20.11',
  ),
  edit(
    'changes out of order',
    'changes.yaml',
    put('2026-11-20', '2026-11-01'),
    /2\.date: is 2026-11-19, after the entry above it; the newest/,
    '2026-11-19',
  ),
  edit(
    'a change of an unknown code',
    'changes.yaml',
    put('[600]', '[699]'),
    /1\.codes\.0: names 699, which has no page; correct/,
    '[699]',
  ),
  edit(
    'a change of a page that is not there',
    'changes.yaml',
    put('codes: [600]', 'codes: [600]\n  pages: [/guides/wating/]'),
    /1\.pages\.0: names \/guides\/wating\/, which is no page; correct/,
    'wating',
  ),
  edit(
    'a change that names a code page by its path',
    'changes.yaml',
    put('codes: [600]', 'codes: []\n  pages: [/600/]'),
    /1\.pages\.0: names \/600\/, a code page; write its number in codes/,
    '/600/',
  ),
  edit(
    'a change in the future',
    'changes.yaml',
    put('2026-11-20', tomorrow),
    /1\.date: is .* in the future/,
    tomorrow,
  ),
  edit(
    'a redirect since tomorrow',
    'redirects.yaml',
    put('2026-11-20', tomorrow),
    /1\.since: is .* in the future/,
    tomorrow,
  ),
];

const addresses: Damage[] = [
  edit(
    'a source with a javascript address',
    'sources.yaml',
    put('https://lists.example.com/old', 'javascript:alert(1)'),
    /list-old\.url: must be a web address/,
    'javascript',
  ),
  edit(
    'a source with a broken address',
    'sources.yaml',
    put('https://lists.example.com/old', 'htp:/lists'),
    /list-old\.url: must be a web address such as/,
    'htp:',
  ),
  edit(
    'a source with a blank in its address',
    'sources.yaml',
    put('example.com/old', 'example.com/o ld'),
    /list-old\.url: must be a web address/,
    'o ld',
  ),
  edit(
    'a source with an ftp address',
    'sources.yaml',
    put('https://lists', 'ftp://lists'),
    /list-old\.url: must be a web address/,
    'ftp:',
  ),
  edit(
    'a vendor with a broken address',
    pbx,
    put('url: https://pbx.example.com/\n', 'url: pbx.example.com\n'),
    /url: must be a web address/,
    'url: pbx',
  ),
  edit(
    'a note with a broken address',
    pbx,
    put("'https://pbx.example.com/handbook'", "'https://'"),
    /notes\.1\.source\.url: must be a web address/,
    'Handbook',
  ),
  edit(
    'a broken address in site.yaml',
    'site.yaml',
    put('https://codes.example.com', 'codes'),
    /url: must be a web address/,
    'url: codes',
  ),
  edit(
    'a javascript address in site.yaml',
    'site.yaml',
    add('repository: { url: javascript:alert(1), host: github }\n'),
    /repository\.url: must be a web address/,
    'javascript',
  ),
  edit(
    'a javascript address for reports',
    'site.yaml',
    add('report: javascript:alert(1)\n'),
    /report: must be a mail address or a web address/,
    'javascript',
  ),
  edit(
    'an address of the real world',
    code,
    inWho('It is 8.8.8.8.'),
    /has 8\.8\.8\.8; only 192\.0\.2\.0\/24/,
    '8.8.8.8',
  ),
  edit('a private address', code, inWho('It is 192.168.1.1.'), /has 192\.168\.1\.1; only/, '192.168'),
  edit(
    'an address of the real world in a table',
    'glossary.yaml',
    put('passes requests on', 'at 8.8.8.8'),
    /proxy\.meaning: has 8\.8\.8\.8; only/,
    '8.8.8.8',
  ),
  edit(
    'an address of the real world in a note',
    pbx,
    put('Ends the call', 'Sends 10.1.2.3'),
    /notes\.1\.text: has 10\.1\.2\.3; only/,
    '10.1.2.3',
  ),
  edit(
    'an address of the real world in an example',
    busy,
    every('192.0.2.10:5060', '8.8.8.8:5060'),
    /has 8\.8\.8\.8; only/,
    'Via:',
  ),
  edit(
    'an IPv6 address of the real world',
    code,
    inWho('It is 2a00:1450:4001::200e.'),
    /has 2a00:1450:4001::200e; only/,
    '2a00',
  ),
  edit(
    'a host of the real world',
    code,
    inWho('Ask sip:bob@sip.provider.net.'),
    /has sip\.provider\.net; only/,
    'provider',
  ),
  edit(
    'a bare host of the real world',
    code,
    inWho('Ask sip.provider.net.'),
    /has the host sip\.provider\.net; write a name below example\.com/,
    'provider',
  ),
  edit(
    'a host of the real world in a table',
    'headers.yaml',
    put('When to try again', 'Ask sip.provider.net'),
    /has the host sip\.provider\.net; write/,
    'provider',
  ),
  edit(
    'a host of the real world in an example',
    busy,
    put('sip:alice@example.com', 'sip:alice@sip.provider.net'),
    /has sip\.provider\.net; only/,
    'From:',
  ),
  edit(
    'a mail address',
    'glossary.yaml',
    put('passes requests on', 'of joe@gmail.com'),
    /proxy\.meaning: has gmail\.com; only/,
    'gmail',
  ),
  edit('a telephone number', code, inWho('Call +493012345678.'), /has \+493012345678; only/, '+49'),
  edit(
    'a telephone number with blanks',
    code,
    inWho('Call +49 30 1234 5678.'),
    /has \+49 30 1234 5678; only/,
    '+49',
  ),
  edit(
    'a telephone number with 00',
    code,
    inWho('Call 0049 30 12345678.'),
    /has 0049 30 12345678; only/,
    '0049',
  ),
  edit(
    'a telephone number with brackets',
    code,
    inWho('Call +1 (212) 555-2368.'),
    /has \+1 \(212\) 555-2368; only/,
    '212',
  ),
  edit(
    'a telephone number in a table',
    'causes.yaml',
    put('Look whether', 'Call +49 30 1234567 whether'),
    /17\.practice: has \+49 30 1234567; only/,
    '+49',
  ),
  edit(
    'a telephone number in a note',
    pbx,
    put('Ends the call', 'Dial 0041 44 668 18 00'),
    /notes\.1\.text: has 0041 44 668 18 00; only/,
    '0041',
  ),
  edit(
    'a telephone number in an example',
    request,
    put('+15550142', '+442079460000'),
    /has \+442079460000; only/,
    'INVITE',
  ),
  edit(
    'a national number in an example',
    request,
    put('sip:+15550142', 'sip:02079460000'),
    /has 02079460000; only/,
    'INVITE',
  ),
];

const words: Damage[] = [
  edit(
    'an unfinished sentence',
    code,
    put('The line is engaged.', 'TODO'),
    /has "TODO", which is unfinished; write the missing text/,
    'TODO',
  ),
  edit(
    'an unfinished sentence in a table',
    'causes.yaml',
    put('Look whether it really is.', 'FIXME'),
    /17\.practice: has "FIXME", which is unfinished/,
    'FIXME',
  ),
  edit(
    'an unfinished sentence in a note',
    pbx,
    put('Ends the call for all phones.', 'TODO what it does.'),
    /notes\.1\.text: has "TODO what it does\.", which is unfinished/,
    'TODO',
  ),
  edit(
    'an unfinished title of a source',
    'sources.yaml',
    put('title: A book', 'title: TBD'),
    /sip-book\.title: has "TBD", which is unfinished/,
    'TBD',
  ),
  edit(
    'text that stands for text',
    guide,
    put('Some answers pass by themselves.', 'Lorem ipsum dolor.'),
    /"Lorem ipsum", which is unfinished/,
    'Lorem',
  ),
  edit(
    'American spelling',
    code,
    put('The phone itself.', 'The color of the phone.'),
    /has "color", which is American spelling; British/,
    'color',
  ),
  edit(
    'American spelling in a table',
    'glossary.yaml',
    put('passes requests on', 'shows odd behavior'),
    /proxy\.meaning: has "behavior", which is American/,
    'behavior',
  ),
  edit(
    'American spelling in a note',
    pbx,
    put('Ends the call', 'Changes color'),
    /notes\.1\.text: has "color", which is American/,
    'color',
  ),
  edit(
    'a word that has a plainer one',
    code,
    put('The phone itself.', 'The phone, at once.'),
    /has "at once", which is not used here; write “immediately”/,
    'at once',
  ),
  edit(
    'a word that has a plainer one, in a table',
    'glossary.yaml',
    put('passes requests on', 'mends requests'),
    /proxy\.meaning: has "mends", which is not used here; write “correct”/,
    'mends',
  ),
  edit(
    'a filler word',
    code,
    put('The phone itself.', 'Simply the phone.'),
    /has "Simply", which is a filler word; leave it out/,
    'Simply',
  ),
  edit(
    'a filler word in front matter',
    code,
    put('difference: 600 speaks', 'difference: 600 simply speaks'),
    /compare\.0\.difference: has "simply", which is a filler/,
    'simply',
  ),
];

const markup: Damage[] = [
  edit('an import', code, insert("import fs from 'node:fs'"), /has .*import.*; |has .*import/i, 'import fs'),
  edit('an export', code, insert('export const a = 1'), /has .*export/i, 'export const'),
  edit('an expression', code, inWho('{process.cwd()}'), /has .*\{/, 'process.cwd'),
  edit(
    'an expression of its own',
    guide,
    put('Some answers', '{[1, 2].map(String)}\n\nSome answers'),
    /has .*\{/,
    'map(String)',
  ),
  edit(
    'an attribute that is computed',
    code,
    put('caption="The attempt."', 'caption={String(1)}'),
    /has <SipMessage caption=/,
    'String(1)',
    [{ file: code, says: /<SipMessage> needs caption/ }],
  ),
  edit(
    'a template with an expression',
    code,
    put('caption="The attempt."', 'caption={`${1}`}'),
    /has <SipMessage caption=/,
    '${1}',
    [{ file: code, says: /<SipMessage> needs caption/ }],
  ),
  edit(
    'attributes that are spread',
    code,
    put('caption="The attempt."', 'caption="The attempt." {...{}}'),
    /has <SipMessage \{…\}>.*; write the attributes one by one/,
    '{...{}}',
  ),
  edit(
    'a script',
    code,
    insert('<script>alert(1)</script>'),
    /has the tag <script>, which is markup; write Markdown/,
    '<script>',
  ),
  edit(
    'a frame',
    guide,
    put('Some answers', '<iframe src="https://example.com/" />\n\nSome answers'),
    /has the tag <iframe>, which is markup; write Markdown/,
    '<iframe',
  ),
  edit('a tag', code, inWho('<b>Yes.</b>'), /has the tag <b>, which is markup; write Markdown/, '<b>'),
  edit(
    'a picture of another host',
    code,
    insert('![A](https://example.com/a.png)'),
    /shows the picture "https:\/\/example\.com\/a\.png"; show a/,
    'a.png',
  ),
  edit(
    'a link that runs code',
    code,
    put('(/600/#everywhere)', '(javascript:alert(1))'),
    /links to "javascript:alert\(1\)", which runs code or opens a file; link to a page/,
    'javascript:',
  ),
  edit(
    'a link that holds data',
    code,
    put('(/600/#everywhere)', '(data:text/html,hello)'),
    /links to "data:.*; link to a page/,
    'data:',
  ),
  edit(
    'a link to another host without https',
    code,
    put('(/600/#everywhere)', '(//example.com/)'),
    /write https:\/\/ before another host/,
    '//example',
  ),
  edit(
    'a link of another kind',
    code,
    put('(/600/#everywhere)', '(ftp://example.com/)'),
    /only https and mailto/,
    'ftp:',
  ),
  edit(
    'a relative link',
    code,
    put('(/600/#everywhere)', '(../600/)'),
    /a link of this site begins with \//,
    '../600',
  ),
  edit(
    'markup in a table',
    'glossary.yaml',
    put('passes requests on', 'passes <b>requests</b> on'),
    /proxy\.meaning: holds markup; write plain text/,
    '<b>',
  ),
  edit(
    'a script in a note',
    pbx,
    put('Ends the call', '<script src=x></script>Ends'),
    /notes\.1\.text: holds markup; write plain text/,
    '<script',
  ),
  edit(
    'a picture in a table',
    'causes.yaml',
    put('Look whether', 'Look at <img src=x onerror=alert(1)> whether'),
    /17\.practice: holds markup/,
    '<img',
  ),
  edit(
    'a comment of HTML in a note',
    pbx,
    put('Ends the call', 'Ends <!-- really --> the call'),
    /notes\.1\.text: holds markup/,
    '<!--',
  ),
  edit(
    'a tag of YAML',
    'glossary.yaml',
    put('term: proxy', 'term: !!js/function proxy'),
    /not valid YAML: Unresolved tag.*; put a text that begins with ! in quotes/,
    'term:',
  ),
  edit(
    'a component that does not exist',
    code,
    insert('<Figure name="a" />'),
    /uses <Figure>, which is no author component; known are/,
    '<Figure',
  ),
  edit(
    'a component that is misspelt',
    code,
    put('<Term id="proxy" />', '<Trem id="proxy" />'),
    /uses <Trem>, which is no author component/,
    '<Trem',
  ),
  edit(
    'an unknown attribute',
    code,
    put('<Src id=', '<Src page="3" id='),
    /<Src> does not take page; remove it/,
    'page=',
  ),
  edit(
    'a missing attribute',
    code,
    put('caption="Busy."\n  flow', 'flow'),
    /<Ladder> needs caption/,
    '<Ladder',
  ),
  edit(
    'a missing caption',
    code,
    put(' caption="The attempt."', ''),
    /<SipMessage> needs caption/,
    'request-busy',
  ),
];

const pages: Damage[] = [
  edit(
    'a file named after another code',
    code,
    put('code: 486', 'code: 485'),
    /code: is 485, but the file is named 486\.mdx; rename/,
    'code: 485',
  ),
  edit(
    'headings out of order',
    code,
    (text) =>
      text
        .replace('## Who sent it', '## X')
        .replace('## Cases', '## Who sent it')
        .replace('## X', '## Cases'),
    /has "Who sent it" out of order; the order is/,
    '## Who sent it',
  ),
  edit(
    'a heading written twice',
    'codes/600.mdx',
    put('## On the wire', '## Retry and failover\n\n## On the wire'),
    /has the heading "Retry and failover" twice; join/,
    '## Retry',
  ),
  edit(
    'an unknown heading',
    code,
    put('## Cases', '## Situations'),
    /has the heading "Situations"; allowed are/,
    '## Situations',
  ),
  edit(
    'a heading that is missing',
    'codes/600.mdx',
    put('## Retry and failover\n', ''),
    /sections: lacks "## Retry and failover"; add/,
  ),
  edit(
    'a heading of level 1',
    code,
    put('## Cases', '# All\n\n## Cases'),
    /heading of level 1; the layout writes it/,
    '# All',
  ),
  edit(
    'a heading in a guide',
    guide,
    put('Some answers', '## More\n\nSome answers'),
    /in a guide write <Part id=/,
    '## More',
  ),
  edit(
    'a case id used twice',
    code,
    put('id="limit"', 'id="rejected"'),
    /id "rejected" is used twice on this page; give the newer/,
    'title="A limit"',
  ),
  edit(
    'a case id that is a section',
    code,
    put('id="rejected"', 'id="wire"'),
    /id "wire" is a section of the layout; choose another/,
    'title="Rejected"',
  ),
  edit(
    'a case id with capitals',
    'codes/600.mdx',
    put('id="everywhere"', 'id="Every Where"'),
    /must be lower-case words joined by hyphens/,
    'Every Where',
  ),
  edit(
    'a case that is renamed',
    code,
    put('id="rejected"', 'id="refused"'),
    /rejected: is gone, but \/486\/#rejected is published; give the id back, or lead the address on/,
  ),
  edit(
    'a case that is renamed and linked',
    code,
    put('id="on-a-call"', 'id="in-use"'),
    /on-a-call: is gone, but \/486\/#on-a-call is published; give/,
  ),
  edit(
    'a case that is gone',
    code,
    put(/<Case id="rejected"[\s\S]*?<\/Case>\n/, ''),
    /cases: has 2 cases, the standard is 3; add/,
    undefined,
    [{ file: code, says: /rejected: is gone, but \/486\/#rejected is published/ }],
  ),
  edit(
    'a part of a guide that is renamed',
    guide,
    put('id="again"', 'id="later"'),
    /again: is gone, but \/guides\/calling\/#again is published; give/,
  ),
  edit(
    'a case without what to do',
    code,
    put(/<Do>[\s\S]*?<\/Do>/, ''),
    /case "on-a-call" has no <Do>; every case says/,
    'on-a-call',
  ),
  edit(
    'a case with nothing to recognise it by',
    code,
    put('The phone rang first.', ''),
    /case "rejected" has no <Recognise>; every case/,
    'id="rejected"',
  ),
  edit(
    'a case without a title',
    code,
    put('title="Rejected"', 'title=""'),
    /<Case> needs title/,
    'id="rejected"',
  ),
  edit(
    'two cases of one title',
    code,
    put('title="Rejected"', 'title="On a call"'),
    /title "On a call" is used twice/,
    'id="rejected"',
  ),
  edit(
    'somebody unknown who has to act',
    code,
    put('acts="pbx-admin"', 'acts="boss"'),
    /acts="boss" is unknown; use nobody/,
    'acts="boss"',
  ),
  edit(
    'an actor in front matter who is unknown',
    code,
    put('acts: [caller]', 'acts: [boss]'),
    /acts\.0: must be one of nobody/,
    'acts:',
  ),
  edit(
    'no ladder',
    'codes/600.mdx',
    put(/<Ladder[\s\S]*?\/>\n/, ''),
    /ladder: has no <Ladder>; show the flow/,
  ),
  edit(
    'no message',
    'codes/600.mdx',
    put('file="600-busy" caption="Busy everywhere."', 'file="486-request-busy" caption="Busy everywhere."'),
    /example: shows no message of 600; add/,
    undefined,
    [{ file: 'examples/600-busy.sip', says: /is shown on no page/ }],
  ),
  edit(
    'a ladder that cannot be read',
    code,
    put('Phone -> PBX: 486 Busy Here', 'Phone => PBX'),
    /ladder: cannot read "Phone => PBX"; write/,
    '<Ladder',
  ),
  edit(
    'a ladder with a stranger',
    code,
    put('Phone -> PBX: 486', 'Nobody -> PBX: 486'),
    /names "Nobody", which is not among PBX, Phone/,
    '<Ladder',
  ),
  edit(
    'a ladder with five participants',
    code,
    put('PBX 192.0.2.10, Phone', 'PBX, Phone, A, B, C'),
    /has 5 participants; two to four fit/,
    '<Ladder',
  ),
  edit(
    'a ladder with one participant',
    code,
    put('PBX 192.0.2.10, Phone', 'PBX'),
    /must name two participants or more/,
    '<Ladder',
  ),
  edit(
    'a label that is too long',
    code,
    put('PBX -> Phone: INVITE', 'PBX -> Phone: INVITE with everything anybody could ask for'),
    /has 44 characters; at most 28 fit with 2 participants, so shorten/,
    '<Ladder',
  ),
  edit(
    'a note in a ladder that is too long',
    code,
    put('Phone: INVITE\n', 'Phone: INVITE | with everything anybody could ever ask for\n'),
    /at most 36 fit with 2 participants, so shorten/,
    '<Ladder',
  ),
  edit(
    'a ladder without the code of its page',
    code,
    put('486 Busy Here\n`', '487 Request Terminated\n`'),
    /shows no message of 486; start a label with "486 "/,
    '<Ladder',
  ),
];

const references: Damage[] = [
  edit(
    'a source that does not exist',
    code,
    put('sources: [iana-sip]', 'sources: [iana-sip, no-such-source]'),
    /sources\.1: cites "no-such-source", which is no key .*; add the source or correct/,
    'no-such-source',
  ),
  edit(
    'a source that does not exist in the text',
    code,
    put('<Src id="rfc3261#21.4.24" />. A', '<Src id="sip-bok" />. A'),
    /cites "sip-bok".*\(perhaps sip-book\); add/,
    'sip-bok',
  ),
  edit(
    'a source that does not exist in a table',
    'causes.yaml',
    put('[rfc3398#7.2.4.1]', '[rfc9999]'),
    /cites "rfc9999", which is no key/,
    'rfc9999',
  ),
  edit(
    'a vendor note that does not exist',
    code,
    put('source: example-pbx-001', 'source: example-pbx-009'),
    /variants\.0\.source: cites "example-pbx-009"/,
    'example-pbx-009',
  ),
  edit(
    'a citation of no form',
    code,
    put('defined: [rfc3261#21.4.24]', 'defined: [RFC 3261]'),
    /defined\.0: is not a citation; write rfcNNNN#section/,
    'defined:',
  ),
  edit(
    'a section of an RFC that does not exist',
    code,
    put('defined: [rfc3261#21.4.24]', 'defined: [rfc3261#21.4.42]'),
    /defined\.0: cites §21\.4\.42 of RFC 3261, which has no such section; the nearest is §21\.4\.24 "486 Busy Here"/,
    'defined:',
  ),
  edit(
    'a section that does not exist in the text',
    guide,
    put('wait longer.', 'wait longer <Src id="rfc3398#99" />.'),
    /cites §99 of RFC 3398, which has no such section; the nearest/,
    'wait longer',
  ),
  edit(
    'a section that does not exist in a table',
    'headers.yaml',
    put('rfc3261#12.2', 'rfc3261#12.22'),
    /via\.source|cites §12\.22 of RFC 3261/,
    '12.22',
  ),
  edit(
    'a section of an RFC without a list of sections',
    'headers.yaml',
    put('rfc3261#12.2', 'rfc2543#1'),
    /cites "rfc2543#1", which is no key/,
  ),
  edit(
    'a source that nobody cites',
    'sources.yaml',
    add(
      'another:\n  title: Another\n  publisher: Example\n  kind: article\n  read: full\n  checked: 2026-11-20\n',
    ),
    /another: is cited nowhere; remove it, or cite it/,
    'another:',
  ),
  edit(
    'a source that was published',
    'sources.yaml',
    put(/sip-book:[\s\S]*/, ''),
    /sip-book: is gone, but \/sources\/#sip-book is published; give/,
  ),
  edit(
    'a term that does not exist',
    code,
    put('<Term id="proxy" />', '<Term id="prox" />'),
    /<Term id="prox"> is no key of content\/glossary\.yaml \(perhaps proxy\); add the term/,
    '<Term',
  ),
  edit(
    'a term that was published',
    'glossary.yaml',
    put(/proxy:[\s\S]*?(?=sbc:)/, ''),
    /proxy: is gone, but \/guides\/glossary\/#proxy is published; give/,
  ),
  edit(
    'a class that is missing',
    'classes.yaml',
    put(/'6':[\s\S]*/, ''),
    /6: is missing, but 600 and its neighbours belong to class 6xx; add the class/,
  ),
  edit(
    'a warning that was published',
    'warnings.yaml',
    put("'399'", "'398'"),
    /399: is gone, but \/warning\/#warning-399 is published/,
  ),
  edit(
    'a header that was published',
    'headers.yaml',
    put('via:', 'way:'),
    /header-via: is gone, but \/headers\/#header-via is published/,
  ),
  edit(
    'a note that was published',
    pbx,
    every('example-pbx-001', 'example-pbx-003'),
    /example-pbx-001: is gone, but \/vendors\/example-pbx\/#example-pbx-001 is published/,
  ),
  edit(
    'a cause that was published',
    'causes.yaml',
    put(/'21':[\s\S]*/, ''),
    /21: is gone, but \/q850\/21\/ is published; give/,
  ),
  edit(
    'a code that does not exist',
    code,
    put('code: 600', 'code: 699'),
    /compare\.0\.code: names 699, which has no page; correct it/,
    'code: 699',
  ),
  edit(
    'a comparison with itself',
    code,
    put('code: 600', 'code: 486'),
    /compare\.0\.code: compares 486 with itself; name another/,
    '- code: 486',
  ),
  edit(
    'a comparison made twice',
    code,
    put(
      '    difference: 600 speaks for every device.',
      '    difference: 600 speaks for every device.\n  - code: 600\n    difference: It speaks for the person.',
    ),
    /compare\.1\.code: compares with 600 a second time; join/,
    '- code: 600',
  ),
  edit(
    'a guide of an unknown code',
    guide,
    put('codes: [486, 600]', 'codes: [486, 699]'),
    /codes\.1: names 699, which has no page/,
    'codes:',
  ),
  edit(
    'a warning of an unknown code',
    'warnings.yaml',
    put('codes: [486]', 'codes: [699]'),
    /399\.codes\.0: names 699, which has no page; correct/,
    'codes:',
  ),
  edit(
    'a code among the unregistered numbers',
    'unregistered.yaml',
    put("'487':", "'486':"),
    /486: is no unregistered number/,
    "'486':",
  ),
  edit(
    'an unregistered number whose source is unknown',
    'unregistered.yaml',
    put('rfc3261#12.2', 'rfc9999'),
    /means\.0\.source: cites "rfc9999", which is no key/,
    'rfc9999',
  ),
  edit(
    'a note of an unknown code',
    pbx,
    put('{ code: 600 }', '{ code: 699 }'),
    /notes\.1: names 699, which has no page; correct/,
    'example-pbx-002',
  ),
  edit(
    'a name of an unknown vendor',
    'causes.yaml',
    put('who: example-pbx', 'who: example-bpx'),
    /17\.names\.0\.who: names "example-bpx", which has no file in content\/vendors \(perhaps example-pbx\); correct/,
    'example-bpx',
  ),
  edit(
    'a mapping of an unknown vendor',
    ofPbx,
    put('vendor: example-pbx', 'vendor: nobody'),
    /vendor: names "nobody", which has no file in content\/vendors; correct/,
    'vendor:',
  ),
  edit(
    'a list that nobody knows',
    code,
    put('who: [list-old]', 'who: [list-new]'),
    /lists\.0\.who\.0: cites "list-new"/,
    'list-new',
  ),
  edit(
    'a note id used twice',
    pbx,
    put('id: example-pbx-002', 'id: example-pbx-001'),
    /"example-pbx-001" is used twice .*; give the newer/,
    'example-pbx-001',
  ),
  edit(
    'a link that leads nowhere',
    code,
    put('(/600/#everywhere)', '(/600/#gone)'),
    /leads to "\/600\/#gone", which does not exist; links look like .*\(perhaps/,
    '/600/#gone',
  ),
  edit(
    'a link to a page that does not exist',
    code,
    put('(/600/#everywhere)', '(/figures/)'),
    /leads to "\/figures\/", which does not exist; links look/,
    '/figures/',
  ),
  edit(
    'a link without its slash',
    code,
    put('(/600/#everywhere)', '(/600)'),
    /leads to "\/600"; write "\/600\/"/,
    '(/600)',
  ),
  edit(
    'a link on the page that leads nowhere',
    code,
    put('(/600/#everywhere)', '(#nowhere)'),
    /leads to "\/486\/#nowhere", which does not exist/,
    '#nowhere',
  ),
  edit(
    'a link to a header that does not exist',
    code,
    put('#header-retry-after', '#header-retry'),
    /leads to "\/headers\/#header-retry", which does not exist; .*\(perhaps \/headers\/#header-retry-after\)/,
    '#header-retry',
  ),
  edit(
    'a link to what moved',
    code,
    put('(/600/#everywhere)', '(/486/#busy)'),
    /leads to "\/486\/#busy", which moved; link to "\/486\/#on-a-call"/,
    '#busy',
  ),
  edit(
    'a situation that leads nowhere',
    'situations.yaml',
    put('/486/#limit', '/486/#limits'),
    /1\.to: leads to "\/486\/#limits", which does not exist/,
    '#limits',
  ),
  edit(
    'a report that leads nowhere',
    'reports.yaml',
    put('is: [/486/#limit]', 'is: [/486/#limits]'),
    /1\.is\.0: leads to "\/486\/#limits", which does not exist/,
    '#limits',
  ),
  edit(
    'a question that leads nowhere',
    'questions.yaml',
    put('is: /486/#limit', 'is: /486/#limits'),
    /1\.is: leads to "\/486\/#limits", which does not exist/,
    '#limits',
  ),
  edit(
    'a word that one question has',
    'questions.yaml',
    put('third: 2', 'third: 1'),
    /1\.words\.third: needs at least 2; add/,
    'words:',
  ),
  edit(
    'a word of questions counted twice',
    'question-words.yaml',
    add('- { word: engaged, times: 9 }\n'),
    /2\.word: is "engaged", as .*; say what tells the two apart/,
    'word: engaged',
  ),
  edit(
    'a report told twice',
    'reports.yaml',
    put('dialled again after a minute still engaged', 'hears busy tone although nobody talks'),
    /2\.words: is "hears busy tone .*; say what tells the two apart/,
    'words:',
  ),
  edit(
    'two guides in one place',
    'guides/waiting.mdx',
    put('order: 2', 'order: 1'),
    /order: is 1, which content\/guides\/calling\.mdx has already; give each guide/,
    'order:',
  ),
  edit(
    'two vendors in one place',
    'vendors/example-phone.yaml',
    put('order: 2', 'order: 1'),
    /order: is 1, which content\/vendors\/example-pbx\.yaml has already/,
    'order:',
  ),
  edit(
    'a sign that does not exist',
    code,
    put('signs="immediate"', 'signs="imediate"'),
    /names the sign "imediate", which is not in content\/signs\.yaml \(perhaps immediate\); correct/,
    'on-a-call',
  ),
  edit(
    'a sign that takes no value',
    code,
    put('signs="immediate"', 'signs="immediate:17"'),
    /gives the sign "immediate" the value "17"; this sign takes none/,
    'on-a-call',
  ),
  edit(
    'a case that nobody sees without a trace',
    code,
    put('signs="immediate"', 'signs="q850-reason:17"'),
    /names no sign that a person can see; add one, or write only="trace"/,
    'on-a-call',
  ),
  edit(
    'a stop of the way that is named twice',
    code,
    put('methods: [INVITE]', 'path: { usual: [phone], possible: [phone] }\nmethods: [INVITE]'),
    /path: names a stop twice; keep it under usual or under possible/,
    'path:',
  ),
  edit(
    'a case that does not say what tells it apart',
    code,
    put(' sign="The line is free and yet refused."', ''),
    /case "limit" has no sign; say in one sentence what is seen that tells it apart/,
    'id="limit"',
  ),
  edit(
    'a reason without a source',
    code,
    put('Somebody pressed a key (from experience).', 'Somebody pressed a key.'),
    /<Why> names no source; cite one with <Src id="…" \/>, or end it with "\(from experience\)"/,
    'Somebody pressed',
  ),
  edit(
    'a sentence of a sign that is too long',
    code,
    put('The caller hears the busy tone.', `The caller hears the busy tone ${'again '.repeat(12)}.`),
    /a sign of \d+ characters, at most 90; shorten/,
    'on-a-call',
  ),
];

const commands: Damage[] = [
  edit(
    'a page of a cause under another number',
    'q850/17.mdx',
    put('cause: 17', 'cause: 16'),
    /cause: is 16, but the file is named 17\.mdx; rename the file or correct the cause/,
    'cause: 16',
  ),
  edit(
    'a heading in a page of a cause',
    'q850/17.mdx',
    put('<Case', '## Cases\n\n<Case'),
    /has the heading "Cases"; the layout writes the headings of a cause/,
    '## Cases',
  ),
  edit(
    'a cause printed by nobody known',
    'q850/17.mdx',
    put('who: example-pbx', 'who: example-pbz'),
    /printed\.0\.who: names "example-pbz", which has no file in content\/vendors/,
    'example-pbz',
  ),
  edit(
    'a task that does not exist',
    code,
    put('1. Call again later.', '1. Call again later. <How task="call" />'),
    /<How task="call"> is no task of content\/commands\.yaml \(perhaps calls\); add the task/,
    '<How',
  ),
  edit(
    'a command of nobody known',
    'commands.yaml',
    put('who: example-pbx', 'who: example-pbz'),
    /names "example-pbz", which has no file in content\/vendors \(perhaps example-pbx\); correct it/,
    'example-pbz',
  ),
  edit(
    'a command whose source is unknown',
    'commands.yaml',
    put('cite: rfc3261', 'cite: sip-bok'),
    /cites "sip-bok", which is/,
    'sip-bok',
  ),
];

const cause = 'q850/17.mdx';
/** A second case for the page of a cause, sound but for its id. */
const another = `

<Case id="talking" title="Others ring" acts="caller" sign="It is engaged for some callers." signs="immediate">
<Recognise>The exchange sends some other tone.</Recognise>
<Why>Another is on it (from experience).</Why>
<Do>

1. Ring much later.

</Do>
<Collect>Which it was.</Collect>
</Case>`;

const causePages: Damage[] = [
  edit(
    'a page of a cause without cases',
    cause,
    put(/<Case[\s\S]*<\/Case>/, 'Words.'),
    /has no case; write one, or remove the file/,
  ),
  edit(
    'two cases of a cause under one id',
    cause,
    put('</Case>', `</Case>${another}`),
    /id "talking" is used twice on this page; give the newer/,
    'title="Others ring"',
  ),
  edit(
    'a case of a cause that names no such sign',
    cause,
    put('signs="immediate"', 'signs="imediate"'),
    /names the sign "imediate", .*\(perhaps immediate\); correct/,
    '<Case',
  ),
  edit(
    'a case of a cause without what to collect',
    cause,
    put('<Collect>When it was.</Collect>\n', ''),
    /case "talking" has no <Collect>; every case says/,
    '<Case',
  ),
  edit(
    'a case of a cause for nobody',
    cause,
    put('acts="caller"', 'acts="callers"'),
    /acts="callers" is unknown; use/,
    '<Case',
  ),
  edit(
    'a case of a cause with a long sign',
    cause,
    put('for every caller.', `for every caller ${'again '.repeat(12)}.`),
    /a sign of \d+ characters, at most 90; shorten/,
    '<Case',
  ),
  edit(
    'a step of a cause with an unknown task',
    cause,
    put('task="calls"', 'task="cals"'),
    /<How task="cals"> is no task .*\(perhaps calls\); add the task/,
    'task="cals"',
  ),
  edit(
    'a page of a cause that says nothing of tools',
    cause,
    put(/printed:[\s\S]*?---/, '---'),
    /printed: is missing; add it/,
    'cause: 17',
  ),
  edit(
    'a line of a tool without a source',
    cause,
    put('source: rfc3261', 'source: rfc9999'),
    /printed\.0\.source: cites "rfc9999", .*; add the source/,
    'rfc9999',
  ),
  edit(
    'a page of a cause reviewed tomorrow',
    cause,
    put('reviewed: 2026-11-20', `reviewed: ${tomorrow}`),
    /reviewed: is .*, which lies in the future; write the day/,
    'reviewed:',
  ),
];

const signs: Damage[] = [
  edit(
    'a sign twice',
    'signs.yaml',
    add('- id: immediate\n  group: When\n  ask: Another answer\n  words: [another]\n  seen: person\n'),
    /immediate\.id: "immediate" is used twice \(also in line 1\); give the newer/,
    'id: immediate',
  ),
  edit(
    'a sign whose id has no form',
    'signs.yaml',
    put('id: immediate', 'id: Immediate'),
    /Immediate\.id: must be lower-case words joined by hyphens/,
    'id: Immediate',
  ),
  edit(
    'a sign in no group',
    'signs.yaml',
    put('group: When', 'group: Whenever'),
    /immediate\.group: must be one of Credentials, /,
    'group: Whenever',
  ),
  edit(
    'a sign with a full stop',
    'signs.yaml',
    put('comes within a second', 'comes within a second.'),
    /immediate\.ask: must start with a capital .* no full stop/,
    'ask:',
  ),
  edit(
    'a sign of many words',
    'signs.yaml',
    put('comes within a second', `comes within a second ${'again '.repeat(10)}`),
    /immediate\.ask: may be at most 70 characters; shorten/,
    'ask:',
  ),
  edit(
    'a sign nobody has words for',
    'signs.yaml',
    put('words: [immediately]', 'words: []'),
    /immediate\.words: needs at least 1 entry; add/,
    'words: []',
  ),
  edit(
    'a word of a sign twice',
    'signs.yaml',
    put('[immediately]', '[immediately, Immediately]'),
    /immediate\.words\.1: has "Immediately" twice; keep one/,
    'Immediately',
  ),
  edit(
    'a sign that a trace shows nobody knows how',
    'signs.yaml',
    put('  trace: The response follows the request within a second.\n', ''),
    /immediate\.trace: is missing; add it/,
    'id: immediate',
  ),
  edit(
    'a sign that only a person sees, and a trace',
    'signs.yaml',
    put('seen: both', 'seen: person'),
    /immediate\.trace: must be there unless seen is person/,
    'trace:',
  ),
  edit(
    'a sign that denies one nobody knows',
    'signs.yaml',
    put('seen: both', 'seen: both\n  opposite: q850-reasons'),
    /immediate\.opposite: names the sign "q850-reasons", .*\(perhaps q850-reason\); correct it/,
    'opposite:',
  ),
  edit(
    'a sign that denies itself',
    'signs.yaml',
    put('seen: both', 'seen: both\n  opposite: immediate'),
    /immediate\.opposite: is "immediate", which is no "yes"; name the sign/,
    'opposite:',
  ),
  edit(
    'a sign with another kind of number',
    'signs.yaml',
    put('value: q850-cause', 'value: q850'),
    /q850-reason\.value: must be one of q850-cause, warning-code, sip-code/,
    'value: q850',
  ),
  edit(
    'two signs that ask the same',
    'signs.yaml',
    put('A Reason header carries a Q.850 cause', 'The answer comes within a second'),
    /q850-reason\.ask: is "The answer comes .*; say what tells the two apart/,
    'ask:',
  ),
  edit(
    'a sign with a key nobody reads',
    'signs.yaml',
    put('seen: both', 'seen: both\n  hint: look'),
    /immediate: has the unknown key "hint"; remove it/,
    'hint:',
  ),
];

const vocabulary: Damage[] = [
  edit(
    'a foreign word from nowhere',
    'vocabulary.yaml',
    put('iana-sip', 'iana-sib'),
    /source: cites "iana-sib", .*\(perhaps iana-sip\); add the source/,
    'iana-sib',
  ),
  edit(
    'a foreign word that means no words',
    'vocabulary.yaml',
    put('means: busy', 'means: Busy!'),
    /1\.means: must be lower-case English words/,
    'means:',
  ),
  edit(
    'a foreign word too short to be one',
    'vocabulary.yaml',
    put('besetzt,', 'be,'),
    /1\.says\.0: needs at least 3 characters; add/,
    'be,',
  ),
  edit(
    'a meaning without a foreign word',
    'vocabulary.yaml',
    put('[besetzt, Besetztzeichen]', '[]'),
    /1\.says: needs at least 1 entry; add/,
    'says: []',
  ),
  edit(
    'a foreign word with two meanings',
    'vocabulary.yaml',
    add('- says: [Besetzt]\n  means: engaged\n  source: iana-sip\n'),
    /2\.says\.0: has "Besetzt", as line 1 has; keep one, or join/,
    'says: [Besetzt]',
  ),
  edit(
    'a foreign word of which too little is given',
    'vocabulary.yaml',
    put('besetzt,', 'bes*,'),
    /1\.says\.0: must be words with one blank between; \* stands at the end/,
    'bes*,',
  ),
  edit(
    'a foreign word read nowhere',
    'vocabulary.yaml',
    put('  source: iana-sip\n', ''),
    /1: needs one of `source` and `at`/,
    'says:',
  ),
  edit(
    'a foreign word with a key nobody reads',
    'vocabulary.yaml',
    put('  source:', '  lang: de\n  source:'),
    /1: has the unknown key "lang"; remove it/,
    'lang: de',
  ),
];

const tasks: Damage[] = [
  edit(
    'a task twice',
    'commands.yaml',
    add(
      '- id: calls\n  title: Count the calls\n  ask: [how many calls]\n  commands:\n    - who: linux\n      at: shell\n      command: ss -lnu\n      look: Each line stands for a socket.\n      source: { cite: rfc3261 }\n      checked: 2026-11-20\n',
    ),
    /calls\.id: "calls" is used twice \(also in line 1\); give the newer/,
    'id: calls',
  ),
  edit(
    'a task without commands',
    'commands.yaml',
    put(/commands:[\s\S]*/, 'commands: []\n'),
    /calls\.commands: needs at least 1 entry; add/,
    'commands: []',
  ),
  edit(
    'a task with a full stop',
    'commands.yaml',
    put('title: List the calls', 'title: List the calls.'),
    /calls\.title: must start with a capital and have no full stop/,
    'title:',
  ),
  edit(
    'a command typed nowhere',
    'commands.yaml',
    put('at: shell', 'at: bash'),
    /calls\.commands\.0\.at: must be one of shell, /,
    'at: bash',
  ),
  edit(
    'a command checked tomorrow',
    'commands.yaml',
    put('checked: 2026-11-20', `checked: ${tomorrow}`),
    /calls\.commands\.0\.checked: is .*, which lies in the future; write the day/,
    'checked:',
  ),
  edit(
    'a version of a command without quotes',
    'commands.yaml',
    put("since: '3.0'", 'since: 3.0'),
    /calls\.commands\.0\.since: must be text; put it in quotes/,
    'since:',
  ),
  edit(
    'a command with two kinds of source',
    'commands.yaml',
    put('{ cite: rfc3261 }', '{ cite: rfc3261, own: us }'),
    /calls\.commands\.0\.source: has the unknown key "own"; remove it/,
    'own: us',
  ),
  edit(
    'an output of nothing',
    'commands.yaml',
    put('good: 2 calls, clock synchronized', "good: ''"),
    /calls\.commands\.0\.good: needs at least 1 character/,
    'good:',
  ),
];

const redirects: Damage[] = [
  edit(
    'a redirect to nowhere',
    'redirects.yaml',
    put('to: /486/\n', 'to: /787/\n'),
    /1\.to: leads to "\/787\/", which does not exist; write/,
    'to: /787/',
  ),
  edit(
    'a redirect to a section that is not there',
    'redirects.yaml',
    put('#on-a-call', '#calling'),
    /2\.to: leads to "\/486\/#calling", which does not exist/,
    '#calling',
  ),
  edit(
    'a redirect to itself',
    'redirects.yaml',
    put('to: /486/\n', 'to: /engaged/\n'),
    /1\.to: leads "\/engaged\/" to itself; write where/,
    'to: /engaged/',
  ),
  edit(
    'a circle of redirects',
    'redirects.yaml',
    () =>
      '- from: /engaged/\n  to: /taken/\n  since: 2026-11-20\n- from: /486/#busy\n  to: /486/#on-a-call\n  since: 2026-11-20\n- from: /taken/\n  to: /engaged/\n  since: 2026-11-20\n',
    /1\.to: goes round in a circle: \/engaged\/ → \/taken\/ → \/engaged\/; lead it to a page/,
    'to: /taken/',
  ),
  edit(
    'a redirect in two steps',
    'redirects.yaml',
    add('- from: /taken/\n  to: /engaged/\n  since: 2026-11-20\n'),
    /3\.to: leads to "\/engaged\/", which moved itself; lead it to "\/486\/"/,
    'to: /engaged/',
  ),
  edit(
    'a redirect in place of a page',
    'redirects.yaml',
    put('from: /engaged/', 'from: /600/'),
    /1\.from: takes the place of "\/600\/", which exists; remove/,
    'from: /600/',
  ),
  edit(
    'a redirect in place of a section',
    'redirects.yaml',
    put('from: /486/#busy', 'from: /486/#limit'),
    /2\.from: takes the place of "\/486\/#limit", which exists/,
    '#limit',
    [{ file: code, says: /busy: is gone, but \/486\/#busy is published/ }],
  ),
  edit(
    'a redirect written twice',
    'redirects.yaml',
    add('- from: /engaged/\n  to: /600/\n  since: 2026-11-20\n'),
    /3\.from: leads "\/engaged\/" on a second time; keep one/,
    'from: /engaged/',
  ),
  edit(
    'a redirect to another host',
    'redirects.yaml',
    put('to: /486/\n', 'to: https://example.com/\n'),
    /1\.to: .*must|Invalid|; write a path/,
    'https:',
  ),
  edit(
    'a redirect without its slash',
    'redirects.yaml',
    put('to: /486/\n', 'to: /486\n'),
    /1\.to: is "\/486"; write a path of this site with a slash at both ends/,
    'to: /486',
  ),
  edit(
    'a redirect of a section of no page',
    'redirects.yaml',
    put('from: /engaged/', 'from: /engaged/#x'),
    /1\.from: is a section of "\/engaged\/", which is no page; lead the whole page/,
    '/engaged/#x',
  ),
];

const examples: Damage[] = [
  edit(
    'an example of another code',
    busy,
    put('SIP/2.0 486', 'SIP/2.0 480'),
    /start line: says 480, but the file name says 486; rename/,
    'SIP/2.0 480',
  ),
  edit(
    'a phrase that is misspelt',
    busy,
    put('486 Busy Here', '486 Busy Heer'),
    /start line: says "Busy Heer", which is no phrase of 486; write "Busy Here"/,
    'Heer',
  ),
  edit(
    'a phrase that is too long',
    busy,
    put('486 Busy Here', '486 Busy Heree'),
    /start line: says "Busy Heree", which is no phrase/,
    'Heree',
  ),
  edit(
    'a status line of no form',
    busy,
    put('SIP/2.0 486', 'SIP/2.0 48'),
    /start line: "SIP\/2\.0 48 Busy Here" is no status line; name/,
    'SIP/2.0 48',
  ),
  edit(
    'a request line of no form',
    request,
    put('INVITE sip', 'INVITE to sip'),
    /start line: .* is no request line; leave/,
    'INVITE to',
  ),
  edit(
    'a wrong Content-Length',
    busy,
    put('Content-Length: 0', 'Content-Length: 7'),
    /Content-Length: is 7, but the body has 0 bytes.*; run npm run fix:examples/,
    'Content-Length',
  ),
  edit('no Content-Length', busy, put('Content-Length: 0\n', ''), /Content-Length: is missing; add it/),
  edit(
    'a body without a type',
    busy,
    put('Content-Length: 0\n\n', 'Content-Length: 4\n\nv=0'),
    /Content-Type: is missing, but there is a body; say/,
    undefined,
    [{ file: busy, says: /Content-Length: is 4, but the body has/ }],
  ),
  edit(
    'no empty line after the headers',
    busy,
    put('Content-Length: 0\n\n', 'Content-Length: 0\n'),
    /the end: has no empty line after the headers; end/,
  ),
  edit('a message without Call-ID', busy, put(/Call-ID: .*\n/, ''), /Call-ID: is missing; RFC 3261/),
  edit('a message without Via', busy, put(/Via: .*\n/, ''), /Via: is missing; RFC 3261/),
  edit(
    'a header written twice',
    busy,
    put('CSeq: 1 INVITE\n', 'CSeq: 1 INVITE\nCSeq: 1 INVITE\n'),
    /CSeq: stands there twice; keep one/,
    'CSeq',
  ),
  edit(
    'a line that is no header',
    busy,
    put('Retry-After: 60', 'Retry-After: 60\nhello'),
    /headers: "hello" is no header line; write/,
  ),
  edit(
    'a branch without its mark',
    'examples/600-busy.sip',
    put('z9hG4bK2', 'abc'),
    /Via: has no branch that starts with z9hG4bK .*; give/,
    'Via:',
  ),
  edit(
    'a To without a tag',
    busy,
    put('To: <sip:bob@example.com>;tag=b1', 'To: <sip:bob@example.com>'),
    /To: has no tag; every response/,
    'To:',
  ),
  edit(
    'a From without a tag',
    busy,
    put('From: <sip:alice@example.com>;tag=a1', 'From: <sip:alice@example.com>'),
    /From: has no tag; every message/,
    'From:',
  ),
  edit(
    'a header that the code must carry',
    busy,
    put('Retry-After: 60\n', ''),
    /Retry-After: is missing; a 486 must carry it, so add it/,
  ),
  edit(
    'a header that is misspelt',
    busy,
    put('Retry-After: 60', 'Retry-After: 60\nRetyr-After: 60'),
    /Retyr-After: is perhaps Retry-After misspelt; correct/,
    'Retyr',
  ),
  edit(
    'a request without Max-Forwards',
    request,
    put('Max-Forwards: 70\n', ''),
    /Max-Forwards: is missing; RFC 3261/,
  ),
  edit(
    'a request with too many hops',
    request,
    put('Max-Forwards: 70', 'Max-Forwards: 700'),
    /Max-Forwards: is "700"; write a number up to 255/,
    'Max-Forwards',
  ),
  edit(
    'an INVITE without Contact',
    request,
    put(/Contact: .*\n/, ''),
    /Contact: is missing; INVITE must carry one, so add it/,
  ),
  edit(
    'a CSeq of another method',
    request,
    put('CSeq: 1 INVITE', 'CSeq: 1 BYE'),
    /CSeq: names BYE, but the request is INVITE; make/,
    'CSeq',
  ),
  edit(
    'a CSeq that is not that of the request',
    busy,
    put('CSeq: 1 INVITE', 'CSeq: 2 INVITE'),
    /CSeq: is 2 INVITE, but its request, content\/examples\/486-request-busy\.sip, has 1 INVITE; make/,
    'CSeq',
  ),
  edit(
    'an answer to a request that the code does not answer',
    busy,
    every('1 INVITE', '1 BYE'),
    /CSeq: answers BYE, but 486 answers INVITE; correct/,
    'CSeq',
    [{ file: busy, says: /CSeq: is 1 BYE, but its request/ }],
  ),
  edit(
    'a CSeq of no form',
    'examples/600-busy.sip',
    put('CSeq: 1 OPTIONS', 'CSeq: OPTIONS'),
    /CSeq: is "OPTIONS"; write a number and a method/,
    'CSeq',
  ),
  edit(
    'a digest that cannot be computed',
    request,
    put('nonce="1"', 'nonce="1", algorithm=SHA-1'),
    /Authorization: cannot be computed: the digest algorithm SHA-1 is unknown; take one of MD5, /,
    'Authorization',
  ),
  edit(
    'a wrong digest',
    request,
    put('nonce="1"', 'nonce="2"'),
    /Authorization: has the response .*, but it computes to .*; run npm run fix:examples/,
    'Authorization',
  ),
  edit(
    'a note on a line that is not there',
    code,
    put('on: "CSeq"', 'on: "Server"'),
    /has a note on "Server", but no line of 486-busy\.sip starts so; correct/,
    '<SipMessage',
  ),
  edit(
    'a mark that is not there',
    code,
    put('mark: "1 INVITE"', 'mark: "9 INVITE"'),
    /marks "9 INVITE", which is not in the line "CSeq: 1 INVITE"/,
    '<SipMessage',
  ),
  edit(
    'a note without a text',
    code,
    put('text: "It answers the first attempt."', 'text: ""'),
    /has a note on "CSeq" without text; say/,
    '<SipMessage',
  ),
  edit(
    'a note with an unknown key',
    code,
    put('text: "It answers', 'colour: "red", text: "It answers'),
    /has a note with the unknown key "colour"; notes have/,
    '<SipMessage',
  ),
  edit(
    'a message that does not exist',
    code,
    put('file="486-busy"', 'file="486-bsy"'),
    /shows "486-bsy", but .* does not exist; correct the name/,
    '<SipMessage',
    [{ file: busy, says: /is shown on no page/ }],
  ),
];

const mappings: Damage[] = [
  edit(
    'a mapping to a cause that does not exist',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600, cause: 18 }'),
    /rows\.1\.cause: names cause 18, which is not in content\/causes\.yaml; correct/,
    'cause: 18',
  ),
  edit(
    'a mapping to a cause beyond Q.850',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600, cause: 200 }'),
    /rows\.1\.cause: is 200; Q\.850 causes are 1 to 127, so correct/,
    'cause: 200',
  ),
  edit(
    'a mapping from a code without a page',
    toQ850,
    put('code: 600', 'code: 606'),
    /rows\.1\.code: names 606, which has no page; correct/,
    'code: 606',
  ),
  edit(
    'a mapping of a success',
    toQ850,
    add('  - { code: 200, cause: 17 }\n'),
    /rows\.2\.code: is 200; a failure is mapped/,
    'code: 200',
  ),
  edit(
    'a row that maps to nothing',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600 }'),
    /rows\.1: maps to nothing and says no more; add a note/,
    'code: 600',
  ),
  edit(
    'a row without a start',
    toSip,
    put('{ cause: 17, code: 486 }', '{ code: 486, note: Really. }'),
    /rows\.0: has no cause to start from; add it/,
    'code: 486',
  ),
  edit(
    'a row written twice',
    toQ850,
    add('  - { code: 486, cause: 17 }\n'),
    /rows\.2: has 486 and 17 a second time; keep one/,
    'code: 486',
  ),
  edit(
    'a printed octet that is wrong',
    ofPbx,
    put("dss1: '91'", "dss1: '92'"),
    /rows\.0: prints DSS1 92, but 17 is 91; correct/,
    'code: 486',
  ),
  edit(
    'a printed hex that is wrong',
    ofPbx,
    put("hex: '11'", "hex: '12'"),
    /rows\.0: prints hex 12, which is not 17; correct/,
    'code: 486',
  ),
  edit(
    'a table without a source',
    toQ850,
    put('source: rfc3398#8.2.6.1\n', ''),
    /source: is missing; name a source/,
  ),
  edit(
    'a table of the other direction',
    toQ850,
    put('direction: sip-to-q850', 'direction: q850-to-sip'),
    /direction: is q850-to-sip, but the file is named/,
    'direction:',
  ),
  saidOf(
    toSip,
    edit(
      'two authorities in one place',
      ofPbx,
      put('order: 2', 'order: 1'),
      /order: is 1, which Example PBX has already .*; give each authority its own place/,
      undefined,
    ),
  ),
  edit(
    'an authority that nobody knows',
    ofPbx,
    put('authority: Example PBX', 'authority: Exmaple PBX'),
    /authority: is "Exmaple PBX", which content\/policy\.yaml does not name; add it under authorities, or correct/,
    'authority:',
    [{ file: ofPbx, says: /rows\.1\.cause: is 200; Q\.850 causes/ }],
  ),
  saidOf(
    toQ850,
    edit(
      'an authority in two columns',
      toSip,
      put('order: 1', 'order: 3'),
      /order: is 1, but content\/mappings\/rfc3398-q850-to-sip\.yaml says 3; one authority is one column/,
      'order:',
    ),
  ),
  edit(
    'an authority without rows',
    toQ850,
    put(/rows:[\s\S]*/, 'rows: []\n'),
    /rows: needs at least 1 entry; add/,
    'rows:',
  ),
];

const facts: Damage[] = [
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

/** Every kind of damage, in groups that belong to one check each. */
export const damages: Damage[] = [
  ...encoding,
  ...files,
  ...syntax,
  ...keys,
  ...dates,
  ...addresses,
  ...words,
  ...markup,
  ...pages,
  ...references,
  ...commands,
  ...causePages,
  ...signs,
  ...vocabulary,
  ...tasks,
  ...redirects,
  ...examples,
  ...mappings,
  ...facts,
  ...tableDamages,
  ...ownDamages,
];

/** A sound sample in a folder of its own. */
export function makeSample(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(sample, root, { recursive: true });
  return root;
}

/** What is wrong with the answer of the check; nothing, if it says what it must and no more. */
export function misses(root: string, problems: readonly Problem[], expected: readonly Expected[]): string[] {
  const open = [...expected];
  const faults: string[] = [];
  for (const problem of problems) {
    const shown = problemLine(problem);
    const found = open.findIndex(({ file, says, on }) => {
      if (problem.file !== join('content', file) || !says.test(shown)) return false;
      if (on === undefined) return true;
      const lines = readFileSync(join(root, problem.file), 'utf8').split(/\r?\n/);
      return (lines[(problem.line ?? 1) - 1] ?? '').includes(on);
    });
    if (found < 0) faults.push(`says more: ${shown}`);
    else open.splice(found, 1);
  }
  return [
    ...faults,
    ...open.map(({ file, says, on }) => `does not say: ${file}${on ? ` (at "${on}")` : ''} ${String(says)}`),
  ];
}

const below = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));

/** Puts a damaged copy of the sample right again; quicker than another copy. */
function repair(root: string) {
  const sound = below(sample);
  const there = new Set(below(root));
  for (const from of sound) {
    const path = join(root, relative(sample, from));
    const text = readFileSync(from);
    if (there.delete(path) && text.equals(readFileSync(path))) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const extra of there) rmSync(extra);
  for (const folder of ['content/drafts', 'content/own'])
    rmSync(join(root, folder), { recursive: true, force: true });
}

/** Does one kind of damage to a copy of the sample, says what the check made of it, and puts the copy right again. */
export function tryDamage(root: string, { damage, expected }: Damage): string[] {
  damage(root);
  const faults = misses(root, checkContent(root).problems, expected);
  repair(root);
  return faults;
}

/** Tries everything and prints what was caught. @returns whether that was all. */
export function reportDamage(): boolean {
  const root = makeSample();
  let caught = 0;
  for (const one of damages) {
    const faults = tryDamage(root, one);
    if (!faults.length) caught += 1;
    for (const fault of faults) console.error(`${one.what}: ${fault}`);
  }
  rmSync(root, { recursive: true });
  console.log(`damage: ${caught} of ${damages.length} kinds are caught, each with its mend and nothing else`);
  return caught === damages.length;
}
