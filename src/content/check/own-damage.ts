/** Every kind of damage to what a copy has of its own (content/own/), done to a copy of the sample. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Damage, tomorrow } from './damage-edit.ts';

/** A copy of the sample that has one of everything, and nothing wrong with it. */
const sound: Record<string, string> = {
  'site.yaml': `name: Our own sample
base: /help/sip/
logo: logo.svg
support: { text: Call us, to: 'tel:+15550100' }
links:
  - { text: Imprint, to: 'https://www.example.com/imprint' }
`,
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>\n',
  'theme.yaml': `link: { light: '#0b5c53', dark: '#7fd8c8' }
class-4: { light: '#7a4a00' }
`,
  'omit.yaml': `guides: [waiting]
sections: [lists]
`,
  'permalinks.txt': `/486/#our-portal
/old/
/vendors/our-telecom/
`,
  'redirects.yaml': `- { from: /old/, to: /486/#our-portal, since: 2026-11-20 }
`,
  'sources.yaml': `our-handbook: { title: Handbook, publisher: Our Telecom, kind: vendor-doc, read: full, checked: 2026-11-20 }
`,
  'cases/486/our-portal.mdx': `---
reviewed: 2026-11-20
---

<Case id="our-portal" title="Busy is set in our portal" acts="callee" sign="The portal shows the line as busy." signs="immediate">
<Recognise>The portal of ours shows the line in red.</Recognise>
<Why>Somebody switched it to busy there <Src id="our-handbook" />.</Why>
<Do>

1. Switch it back.

</Do>
<Collect>A picture of the portal.</Collect>
</Case>
`,
  'vendors/our-telecom.yaml': `name: Our Telecom
kind: carrier
about: A carrier that exists in this sample only.
notes:
  - id: our-telecom-001
    says: [{ code: 486, subcode: '17' }]
    kind: generates
    text: Our platform adds 17 where the line is in use.
    source: { own: Our network operations }
    checked: 2026-11-20
`,
  'vendors/example-pbx.yaml': `notes:
  - id: our-pbx-001
    says: [{ code: 600 }]
    kind: config
    text: We ship this telephone system with one line for each extension.
    source: { cite: our-handbook }
    checked: 2026-11-20
`,
};

type Change = (text: string) => string;

const put =
  (old: string, text: string): Change =>
  (whole) => {
    if (!whole.includes(old)) throw new Error(`the copy of the sample has no ${old}`);
    return whole.replace(old, () => text);
  };

const write = (root: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'content/own', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

/** Makes a copy of the sample of the folder. */
export const makeCopy = (root: string): void => write(root, sound);

/** Damage to one file of the copy: a change, or a whole text. */
function own(
  what: string,
  file: string,
  change: Change | string,
  says: RegExp,
  on?: string,
  others: Damage['expected'] = [],
): Damage {
  return {
    what: `in a copy: ${what}`,
    damage: (root) => {
      makeCopy(root);
      const path = join(root, 'content/own', file);
      write(root, { [file]: typeof change === 'string' ? change : change(readFileSync(path, 'utf8')) });
    },
    expected: [{ file: `own/${file}`, says, ...(on === undefined ? {} : { on }) }, ...others],
  };
}

/** A fault of a file whose name is what is wrong. */
const added = (what: string, file: string, text: string, says: RegExp) => own(what, file, text, says);

const ofCase = sound['cases/486/our-portal.mdx'] ?? '';
const entry = 'cases/486/our-portal.mdx';

export const ownDamages: Damage[] = [
  own('an unknown setting', 'site.yaml', put('name:', 'nmae:'), /has the unknown key "nmae"; remove/, 'nmae'),
  own(
    'a base path without slashes',
    'site.yaml',
    put('/help/sip/', 'help/sip'),
    /base: must be a path with a slash at both ends/,
    'base',
  ),
  own(
    'an address that is none',
    'site.yaml',
    put('https://www.example.com/imprint', 'imprint.html'),
    /links\.0\.to: must be a web address/,
    'imprint',
  ),
  own(
    'a support address that runs code',
    'site.yaml',
    put('tel:+15550100', 'javascript:alert(1)'),
    /support\.to: must be a web address, mailto:/,
    'support',
  ),
  own(
    'a logo that is not there',
    'site.yaml',
    put('logo.svg', 'mark.svg'),
    /logo: names mark\.svg, which is not there; put the picture/,
    'logo',
  ),
  own(
    'a logo in another folder',
    'site.yaml',
    put('logo.svg', '../logo.svg'),
    /logo: must be the name of a file beside it that ends in svg, png/,
    'logo',
  ),
  own(
    'a logo of an unknown kind',
    'site.yaml',
    put('logo.svg', 'logo.gif'),
    /logo: must be the name of a file beside it/,
    'logo',
  ),
  {
    ...own(
      'a logo that runs code',
      'logo.svg',
      put('<path', '<script/><path'),
      /logo: names logo\.svg, which runs code; save it/,
    ),
    expected: [
      { file: 'own/site.yaml', on: 'logo', says: /logo: names logo\.svg, which runs code; save it/ },
    ],
  },
  {
    ...own(
      'a logo with a part on another host',
      'logo.svg',
      put('<path', '<image href="https://example.com/a.png"/><path'),
      /x/,
    ),
    expected: [
      { file: 'own/site.yaml', on: 'logo', says: /asks another host for a part of it; put that part/ },
    ],
  },
  {
    ...own('a logo without a size', 'logo.svg', put(' viewBox="0 0 2 1"', ''), /x/),
    expected: [{ file: 'own/site.yaml', on: 'logo', says: /has no viewBox; add it/ }],
  },
  {
    ...own('a logo of 80 kB', 'logo.svg', put('<path', `${' '.repeat(80_000)}<path`), /x/),
    expected: [
      { file: 'own/site.yaml', on: 'logo', says: /has 80,\d+ bytes, at most 50,000; make it smaller/ },
    ],
  },
  own('a file that nothing reads', 'notes.yaml', 'a: 1\n', /is read by nothing; known are sources\.yaml/),
  {
    ...own('a folder that nothing reads', 'drafts/486.mdx', 'Text.\n', /./),
    expected: [{ file: 'own/drafts', says: /is a folder that nothing reads; known are content\/own\/codes/ }],
  },
  own(
    'a colour without quotes',
    'theme.yaml',
    put("light: '#0b5c53', ", 'light: , '),
    /link\.light: must be a colour of six hexadecimal digits in quotes/,
    'link',
  ),
  own(
    'a colour by its name',
    'theme.yaml',
    put("'#0b5c53'", 'teal'),
    /link\.light: must be a colour of six/,
    'link',
  ),
  own(
    'an unknown colour',
    'theme.yaml',
    put('class-4', 'class-7'),
    /has the unknown key "class-7"; remove it/,
    'class-7',
  ),
  own(
    'a link that is too pale',
    'theme.yaml',
    put('#0b5c53', '#7fd8c8'),
    /link\.light: link #7fd8c8 on raised #f3f1ea has a contrast of 1\.4, text needs 4\.5 \(WCAG AA\); write #\w{6} for link/,
    'link',
  ),
  own(
    'a class colour that is too dark',
    'theme.yaml',
    put("light: '#7a4a00'", "dark: '#7a4a00'"),
    /class-4\.dark: class-4 #7a4a00 on raised #1c1f26 has a contrast of 2\.\d, text needs/,
    'class-4',
  ),
  own(
    'a ground that upstream’s text cannot be read on',
    'theme.yaml',
    (text) => `${text}raised: { dark: '#4c525c' }\n`,
    /raised\.dark: makes soft and \d others? hard to read: soft #a9b0bb on raised #4c525c has a contrast of 3\.\d/,
    'raised',
  ),
  own(
    'a page left out that is not there',
    'omit.yaml',
    put('[waiting]', '[wating]'),
    /guides\.0: leaves out "wating", which is not there; correct it/,
    'guides',
  ),
  own(
    'a code left out that has no page',
    'omit.yaml',
    (text) => `${text}codes: [499]\n`,
    /codes\.0: leaves out 499, which is not there/,
    'codes',
  ),
  {
    ...own(
      'a vendor left out that has notes of the copy',
      'omit.yaml',
      (text) => `${text}vendors: [example-pbx]\n`,
      /./,
    ),
    expected: [
      {
        file: 'own/vendors/example-pbx.yaml',
        says: /belongs to example-pbx, which omit\.yaml leaves out; keep one of the two/,
      },
    ],
  },
  own(
    'a section left out that has to stay',
    'omit.yaml',
    put('[lists]', '[sources]'),
    /sections\.0: must be one of commands, headers/,
    'sections',
  ),
  own(
    'a case on a code without a page',
    'cases/499/our-portal-2.mdx',
    ofCase
      .replaceAll('our-portal', 'our-portal-2')
      .replace('The portal shows', 'Our portal shows')
      .replace('Busy is set', 'Engaged is set'),
    /belongs to 499, which has no page; correct the name of the folder, or write content\/own\/codes\/499\.mdx/,
  ),
  own(
    'a case beside the folders',
    'cases/our-portal-2.mdx',
    ofCase,
    /is read by nothing; put it into a folder named after the page, such as content\/own\/cases\/403/,
  ),
  {
    ...own('a case in a folder of another name', 'cases/busy/our-portal-2.mdx', ofCase, /./),
    expected: [
      {
        file: 'own/cases/busy',
        says: /is a folder that nothing reads; name it after a page: 403, or q850-17/,
      },
    ],
  },
  own(
    'a case under another name',
    entry,
    put('id="our-portal"', 'id="our-panel"'),
    /has the id "our-panel", but the file is named our-portal\.mdx; make the two agree/,
    '<Case',
  ),
  added(
    'a case with the id of one of upstream’s',
    'cases/486/on-a-call.mdx',
    ofCase
      .replaceAll('our-portal', 'on-a-call')
      .replace('The portal shows', 'Our portal shows')
      .replace('Busy is set', 'Engaged is set'),
    /has the id "on-a-call", which upstream’s page has too \(content\/codes\/486\.mdx:\d+\); give yours another/,
  ),
  own(
    'a case without what to do',
    entry,
    put('<Do>\n\n1. Switch it back.\n\n</Do>\n', ''),
    /case "our-portal" has no <Do>; every case says/,
    '<Case',
  ),
  own(
    'two cases in one file',
    entry,
    (text) =>
      text +
      ofCase
        .slice(ofCase.indexOf('<Case'))
        .replaceAll('our-portal', 'our-panel')
        .replace('The portal shows', 'Our portal shows')
        .replace('Busy is set', 'Engaged is set'),
    /has a second <Case>; give it a file of its own/,
    'our-panel',
  ),
  own(
    'a heading in a case',
    entry,
    put('<Case', '## Cases\n\n<Case'),
    /has the heading "Cases"; write one <Case> and no more/,
    '## Cases',
  ),
  own(
    'a case without a date',
    entry,
    put('reviewed: 2026-11-20', 'reviewed:'),
    /reviewed: is empty; write it/,
    'reviewed',
  ),
  own(
    'a case of tomorrow',
    entry,
    put('2026-11-20', tomorrow),
    /reviewed: is \d{4}-\d\d-\d\d, which lies in the future/,
    'reviewed',
  ),
  own(
    'a source that is not there',
    entry,
    put('id="our-handbook"', 'id="our-hadbook"'),
    /cites "our-hadbook", which is no key of content\/sources\.yaml and no vendor note \(perhaps our-handbook\)/,
    'our-hadbook',
  ),
  own(
    'a sign that is not there',
    entry,
    put('signs="immediate"', 'signs="imediate"'),
    /names the sign "imediate", which is not in content\/signs\.yaml \(perhaps immediate\)/,
    '<Case',
  ),
  own(
    'a link that leads nowhere',
    entry,
    put('Switch it back.', 'See [more](/486/#our-panel).'),
    /leads to "\/486\/#our-panel", which does not exist/,
    'our-panel',
  ),
  own(
    'markup in a case',
    entry,
    put('Switch it back.', 'Switch it <b>back</b>.'),
    /has the tag <b>, which is markup/,
    '<b>',
  ),
  added('a code with the name of one of upstream’s', 'codes/486.mdx', 'x', /has no front matter/),
  own(
    'a source with the key of one of upstream’s',
    'sources.yaml',
    put('our-handbook:', 'sip-book:'),
    /sip-book: is an entry of upstream’s content\/sources\.yaml; give yours another key/,
    'sip-book',
    [{ file: `own/${entry}`, says: /cites "our-handbook", which is no key/ }],
  ),
  own(
    'a note with the id of one of upstream’s',
    'vendors/our-telecom.yaml',
    put('our-telecom-001', 'example-pbx-001'),
    /notes\.0\.id: "example-pbx-001" is used twice \(also in content\/vendors\/example-pbx\.yaml:\d+\)/,
    'example-pbx-001',
  ),
  own(
    'a note on a code without a page',
    'vendors/our-telecom.yaml',
    put('code: 486', 'code: 499'),
    /notes\.0: names 499, which has no page; correct it in the note, or add content\/own\/codes\/499\.mdx/,
    'our-telecom-001',
  ),
  own(
    'a name in a file of notes',
    'vendors/example-pbx.yaml',
    (text) => `name: Example PBX\n${text}`,
    /has the unknown key "name"; remove it/,
    'name',
  ),
  own(
    'a sign with the id of one of upstream’s',
    'signs.yaml',
    '- { id: immediate, group: When, ask: It comes soon, words: [soon], seen: person }\n',
    /immediate: is an entry of upstream’s content\/signs\.yaml; give yours another id/,
    'immediate',
  ),
  own(
    'a sign in no group',
    'signs.yaml',
    '- { id: our-tone, group: Ours, ask: Our tone is heard, words: [tone], seen: person }\n',
    /our-tone\.group: must be one of Credentials, /,
    'our-tone',
  ),
  own(
    'a task with the id of one of upstream’s',
    'commands.yaml',
    `- id: calls
  title: Count the calls
  ask: [how many calls]
  commands:
    - { who: linux, at: shell, command: ss -lnu, look: Each line is a call., source: { cite: our-handbook }, checked: 2026-11-20 }
`,
    /calls: is an entry of upstream’s content\/commands\.yaml; give yours another id/,
    'calls',
  ),
  own(
    'a command of nobody known',
    'commands.yaml',
    `- id: our-lines
  title: List our lines
  ask: [which lines]
  commands:
    - { who: our-telecon, at: shell, command: lines, look: Each line is a line., source: { cite: our-handbook }, checked: 2026-11-20 }
`,
    /our-lines\.commands\.0\.who: names "our-telecon", .*\(perhaps our-telecom\); correct it/,
    'our-telecon',
  ),
  own(
    'a term with the key of one of upstream’s',
    'glossary.yaml',
    'proxy: { term: Our proxy, meaning: The server of ours. }\n',
    /proxy: is an entry of upstream’s content\/glossary\.yaml; give yours another key/,
    'proxy',
  ),
  own(
    'a term that upstream explains',
    'glossary.yaml',
    'our-proxy: { term: Proxy, meaning: The server of ours. }\n',
    /our-proxy\.term: is "Proxy", as in content\/glossary\.yaml:\d+; say what tells the two apart/,
    'our-proxy',
  ),
  own(
    'a question that leads nowhere',
    'situations.yaml',
    '- { ask: Where is our portal?, to: "/486/#our-portals" }\n',
    /leads to "\/486\/#our-portals", which does not exist/,
    'our-portals',
  ),
  own(
    'a foreign word that upstream has',
    'vocabulary.yaml',
    '- { says: [Besetzt], means: engaged, source: our-handbook }\n',
    /says\.0: has "Besetzt", as line 1 has; keep one, or join/,
    'Besetzt',
  ),
  own(
    'a change of tomorrow',
    'changes.yaml',
    `- { date: ${tomorrow}, codes: [486], text: The portal is explained. }\n`,
    /date: is .*, which lies in the future; write the day/,
    tomorrow,
  ),
  own(
    'a change of a page that is not there',
    'changes.yaml',
    '- { date: 2026-11-20, codes: [], pages: [/guides/portal/], text: The portal is explained. }\n',
    /pages\.0: names \/guides\/portal\/, which is no page; correct the path/,
    'portal',
  ),
  own(
    'a warning of an unknown code',
    'warnings.yaml',
    "'398': { text: Ours, meaning: The portal says no., codes: [499], source: our-handbook }\n",
    /398\.codes\.0: names 499, which has no page; correct/,
    '499',
  ),
  own(
    'a guide without a section of its own',
    'guides/our-lines.mdx',
    `---
title: Our lines
summary: Say which line it is.
order: 9
reviewed: 2026-11-20
codes: [486]
words: []
sources: [our-handbook]
---

## Which line

The first one.
`,
    /has the heading "Which line"; in a guide write <Part/,
    '## Which line',
  ),
  added(
    'a guide with the name of one of upstream’s',
    'guides/calling.mdx',
    `---
title: Calling us
summary: Say how to call us.
order: 9
reviewed: 2026-11-20
codes: [486]
words: []
sources: [our-handbook]
---

Call us.
`,
    /has the name of content\/guides\/calling\.mdx, which is upstream’s; give yours another name/,
  ),
  added(
    'a page of a code with the name of one of upstream’s',
    'codes/486.mdx',
    '---\ncode: 486\n---\n',
    /has the name of content\/codes\/486\.mdx, which is upstream’s; put your cases into content\/own\/cases\/486\//,
  ),
  added(
    'a page of a cause with the name of one of upstream’s',
    'q850/17.mdx',
    '---\ncause: 17\n---\n',
    /has the name of content\/q850\/17\.mdx, which is upstream’s; put your cases into content\/own\/cases\/q850-17\//,
  ),
  added(
    'a message with the name of one of upstream’s',
    'examples/486-busy.sip',
    'SIP/2.0 486 Busy Here\n\n',
    /has the name of content\/examples\/486-busy\.sip, which is upstream’s; give yours another name/,
  ),
  added(
    'a mapping with the name of one of upstream’s',
    'mappings/rfc3398-sip-to-q850.yaml',
    'authority: RFC 3398\n',
    /has the name of content\/mappings\/rfc3398-sip-to-q850\.yaml, which is upstream’s; give yours the name of another/,
  ),
  own('classes of its own', 'classes.yaml', "'7': { name: Ours }\n", /is read by nothing; known are /),
  own(
    'a gap in a case',
    'cases/486/our-portal.mdx',
    put('1. Switch it back.', '1. TODO what to do'),
    /has "TODO what to do", which is unfinished; write/,
    'TODO',
  ),
  own(
    'a redirect in the place of a page',
    'redirects.yaml',
    put('/old/', '/600/'),
    /from: takes the place of "\/600\/", which exists/,
    '/600/',
    [
      {
        file: 'own/permalinks.txt',
        on: '/old/',
        says: /lists "\/old\/", which leads nowhere; bring it back, or lead it on in content\/own\/redirects\.yaml/,
      },
    ],
  ),
  own(
    'a permalink that leads nowhere',
    'permalinks.txt',
    (text) => `${text}/our-page/\n`,
    /lists "\/our-page\/", which leads nowhere; bring it back/,
    '/our-page/',
  ),
  own(
    'a permalink with a host',
    'permalinks.txt',
    (text) => `${text}https://example.com/486/\n`,
    /is "https:\/\/example\.com\/486\/"; write a path of this site/,
    'https',
  ),
  {
    what: 'upstream speaks for a company',
    damage: (root) => {
      const path = join(root, 'content/vendors/example-pbx.yaml');
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        put("{ title: Handbook, url: 'https://pbx.example.com/handbook' }", '{ own: The maker }')(text),
      );
    },
    expected: [
      {
        file: 'vendors/example-pbx.yaml',
        on: 'own',
        says: /source\.own: names the company itself as the source, which only content\/own may do/,
      },
    ],
  },
];
