/** Damage to the tables and settings of content/: each has a key too many, one too few, and what can go wrong in it alone. */
import { add, type Damage, edit, put } from './damage-edit.ts';

/** A key that nobody reads, behind one that is there. */
const extra = (file: string, behind: string, says: RegExp): Damage =>
  edit(`a key nobody reads in ${file}`, file, put(behind, `${behind}\n  mood: good`), says, 'mood: good');

/** A key that is taken away. @param on what stands on the line that is named then. */
const missing = (file: string, key: string, line: RegExp, says: RegExp, on?: string): Damage =>
  edit(`${file} without ${key}`, file, put(line, ''), says, on);

const classes: Damage[] = [
  extra('classes.yaml', 'name: Request failure', /4: has the unknown key "mood"; remove it/),
  missing('classes.yaml', 'a rule', / {2}rule: .*4xx.*\n/, /4\.rule: is missing; add it/, "'4':"),
  edit(
    'a class that rests on nothing',
    'classes.yaml',
    put('sources: [rfc3261#12.2]', 'sources: []'),
    /4\.sources: needs at least 1 entry; add/,
    'sources: []',
  ),
  edit(
    'a class that rests on a section that is not there',
    'classes.yaml',
    put('rfc3261#12.2', 'rfc3261#99.2'),
    /sources\.0: cites §99\.2 of RFC 3261, which has no such section; the nearest is/,
    '99.2',
  ),
  edit(
    'a class of a number that is none',
    'classes.yaml',
    put("'6':", "'10':"),
    /is missing, but 600 and its neighbours belong to class 6xx; add the class/,
  ),
];

const causes: Damage[] = [
  extra('causes.yaml', 'name: User busy', /17: has the unknown key "mood"; remove it/),
  missing(
    'causes.yaml',
    'a meaning',
    / {2}meaning: The called.*\n/,
    /17\.meaning: is missing; add it/,
    "'17':",
  ),
  edit(
    'a cause of a class that Q.850 has not',
    'causes.yaml',
    put('class: normal event', 'class: normal events'),
    /17\.class: must be one of normal event, /,
    'normal events',
  ),
  edit(
    'a cause that rests on nothing',
    'causes.yaml',
    put('sources: [rfc3398#8.2.6.1]', 'sources: []'),
    /17\.sources: needs at least 1 entry; add/,
    'sources: []',
  ),
  edit(
    'a word for a cause that is not text',
    'causes.yaml',
    put('name: USER_BUSY', 'name: 17'),
    /17\.names\.0\.name: must be text/,
    'name: 17',
  ),
];

const headers: Damage[] = [
  extra('headers.yaml', 'name: Retry-After', /retry-after: has the unknown key "mood"; remove it/),
  missing(
    'headers.yaml',
    'what it tells',
    / {2}tells: When.*\n/,
    /retry-after\.tells: is missing; add it/,
    'retry-after:',
  ),
  edit(
    'a compact form of two letters',
    'headers.yaml',
    put('compact: v', 'compact: vi'),
    /via\.compact: (may be at most|must be|needs).*1 character/,
    'compact: vi',
  ),
  edit(
    'a header field twice',
    'headers.yaml',
    put('name: Via', 'name: retry-after'),
    /via\.name: is "retry-after", as in .*; say what tells the two apart/,
    'name: retry-after',
  ),
  edit(
    'a header field from nowhere',
    'headers.yaml',
    put('source: rfc3261#21.4.24', 'source: rfc32611#21.4.24'),
    /source: cites "rfc32611#21\.4\.24", .*; add the source/,
    'rfc32611',
  ),
];

const warnings: Damage[] = [
  extra('warnings.yaml', 'text: Miscellaneous warning', /399: has the unknown key "mood"; remove it/),
  missing('warnings.yaml', 'a meaning', / {2}meaning: .*\n/, /399\.meaning: is missing; add it/, "'399':"),
  edit(
    'a warning with a code that is text',
    'warnings.yaml',
    put('[486]', "['486']"),
    /399\.codes\.0: must be a number/,
    "['486']",
  ),
  edit(
    'a warning with a code twice',
    'warnings.yaml',
    put('[486]', '[486, 486]'),
    /399\.codes\.1: has "486" twice; keep one/,
    '[486, 486]',
  ),
  edit(
    'a warning from nowhere',
    'warnings.yaml',
    put('source: rfc3261#12.2', 'source: rfc32611#12.2'),
    /source: cites "rfc32611#12\.2", .*; add the source/,
    'rfc32611',
  ),
];

const reasons: Damage[] = [
  extra('reasons.yaml', 'token: SIP', /sip: has the unknown key "mood"; remove it/),
  missing('reasons.yaml', 'a token', / {2}token: .*\n/, /sip\.token: is missing; add it/, 'sip:'),
  edit(
    'a reason read by halves',
    'reasons.yaml',
    put('read: full', 'read: half'),
    /sip\.read: must be one of full, excerpt, registry/,
    'read: half',
  ),
  edit(
    'a reason whose value is no number',
    'reasons.yaml',
    put('  read: full', '  read: full\n  values: [{ cause: two }]'),
    /sip\.values\.0\.cause: must be a (whole )?number/,
    'cause: two',
  ),
  edit(
    'a reason twice',
    'reasons.yaml',
    add(
      'again:\n  token: sip\n  cause: a number\n  meaning: It names another answer.\n  source: rfc3261#12.2\n  read: full\n',
    ),
    /again\.token: is "sip", as in .*; say what tells the two apart/,
    'token: sip',
  ),
];

const glossary: Damage[] = [
  extra('glossary.yaml', 'term: proxy', /proxy: has the unknown key "mood"; remove it/),
  missing(
    'glossary.yaml',
    'a meaning',
    / {2}meaning: A server that.*\n/,
    /proxy\.meaning: is missing; add it/,
    'proxy:',
  ),
  edit(
    'a term from nowhere',
    'glossary.yaml',
    put('source: rfc3261#12.2', 'source: rfc32611#12.2'),
    /source: cites "rfc32611#12\.2", .*; add the source/,
    'rfc32611',
  ),
  edit(
    'a term with another word twice',
    'glossary.yaml',
    put('term: proxy', 'term: proxy\n  also: [relay, Relay]'),
    /proxy\.also\.1: has "Relay" twice; keep one/,
    'also:',
  ),
];

const situations: Damage[] = [
  edit(
    'a key nobody reads in situations.yaml',
    'situations.yaml',
    put('  to: /486/#limit', '  to: /486/#limit\n  mood: good'),
    /1: has the unknown key "mood"; remove it/,
    'mood: good',
  ),
  missing('situations.yaml', 'an address', / {2}to: \/486.*\n/, /1\.to: is missing; add it/, 'ask:'),
  edit(
    'a situation that leads to another host',
    'situations.yaml',
    put('to: /486/#limit', 'to: https://example.com/'),
    /1\.to: must be a path that starts with \//,
    'https',
  ),
  edit(
    'a situation asked twice',
    'situations.yaml',
    put('ask: When may I call again?', 'ask: Busy, although the phone is free'),
    /2\.ask: is "Busy, .*; say what tells the two apart/,
    'ask:',
  ),
];

const unregistered: Damage[] = [
  extra('unregistered.yaml', "'487':", /487: has the unknown key "mood"; remove it/),
  edit(
    'a number of a protocol nobody compares',
    'unregistered.yaml',
    put('in: HTTP', 'in: FTP'),
    /487\.means\.0\.in: must be one of HTTP, RTSP/,
    'in: FTP',
  ),
  edit(
    'a number that means nothing elsewhere',
    'unregistered.yaml',
    put(/means:\n.*\n/, 'means: []\n'),
    /487\.means: needs at least 1 entry; add/,
    'means: []',
  ),
  edit(
    'a number without its name elsewhere',
    'unregistered.yaml',
    put('name: Sample, ', ''),
    /487\.means\.0\.name: is missing; add it/,
    'in: HTTP',
  ),
  edit(
    'a number of four digits',
    'unregistered.yaml',
    put("'487':", "'4870':"),
    /is no unregistered number of three digits; correct/,
    "'4870':",
  ),
];

const changes: Damage[] = [
  edit(
    'a key nobody reads in changes.yaml',
    'changes.yaml',
    put('  codes: [600]', '  codes: [600]\n  mood: good'),
    /1: has the unknown key "mood"; remove it/,
    'mood: good',
  ),
  missing('changes.yaml', 'a day', /date: 2026-11-20\n {2}/, /1\.date: is missing; add it/, 'codes:'),
  edit(
    'a change that says nothing',
    'changes.yaml',
    put('text: The page of 600 has a case.', "text: ''"),
    /1\.text: is empty; write it/,
    "text: ''",
  ),
  edit(
    'a change of a page without slashes',
    'changes.yaml',
    put('codes: [600]', 'codes: []\n  pages: [guides/waiting]'),
    /1\.pages\.0: must be a path with a slash at both ends/,
    'guides/waiting',
  ),
  edit(
    'a change of a code twice',
    'changes.yaml',
    put('[600]', '[600, 600]'),
    /1\.codes\.1: has "600" twice; keep one/,
    '[600, 600]',
  ),
  edit(
    'a change with half a reason',
    'changes.yaml',
    put('codes: [600]', 'codes: [600]\n  why: So.'),
    /1\.why: needs at least 12 characters; add/,
    'why: So.',
  ),
];

const settings: Damage[] = [
  missing('site.yaml', 'a tagline', /tagline: .*\n/, /tagline: is missing; add it/),
  edit(
    'a path of the site without its slashes',
    'site.yaml',
    add('base: help/sip\n'),
    /base: must be a path with a slash at both ends, such as/,
    'base:',
  ),
  edit(
    'a repository on a host nobody knows',
    'site.yaml',
    add('repository: { url: https://example.com/sip, host: cvs }\n'),
    /repository\.host: must be one of github, gitlab/,
    'host: cvs',
  ),
  edit(
    'a mail address for reports that is none',
    'site.yaml',
    add('report: help at example.com\n'),
    /report: must be a mail address or a web address/,
    'report:',
  ),
  edit(
    'a number to call that is no address',
    'site.yaml',
    add("support: { text: Call us, to: '+15550100' }\n"),
    /support\.to: must be a web address, mailto:/,
    'support:',
  ),
  edit(
    'whether to keep the site offline, in words',
    'site.yaml',
    add('offline: maybe\n'),
    /offline: must be true or false/,
    'offline:',
  ),
  edit(
    'a policy that asks for a number of cases',
    'policy.yaml',
    put('everyRegisteredCode: false', 'everyRegisteredCode: 3'),
    /everyRegisteredCode: must be true or false/,
    'everyRegisteredCode: 3',
  ),
  edit(
    'an exemption from what nobody asks',
    'policy.yaml',
    put('minimum: cases', 'minimum: pictures'),
    /exemptions\.0\.minimum: must be one of cases, ladder/,
    'pictures',
  ),
  edit(
    'a header that a word requires',
    'policy.yaml',
    put("'486': [Retry-After]", 'busy: [Retry-After]'),
    /requiredHeaders\.busy: must be a code/,
    'busy:',
  ),
  edit(
    'an authority of a third direction',
    'policy.yaml',
    put('RFC 3398: both', 'RFC 3398: all'),
    /authorities\.RFC 3398: must be one of both, /,
    'RFC 3398: all',
  ),
  edit(
    'a rule nobody breaks on purpose',
    'policy.yaml',
    put('rule: method', 'rule: manners'),
    /wrongOnPurpose\.0\.rule: must be one of cseq, method, phrase/,
    'manners',
  ),
];

const commands: Damage[] = [
  missing(
    'commands.yaml',
    'what to look for',
    / {6}look: One line for each call.\n/,
    /calls\.commands\.0\.look: is missing; add it/,
    'who: example-pbx',
  ),
  edit(
    'a task that nobody asks for',
    'commands.yaml',
    put('ask: [active calls]', 'ask: []'),
    /calls\.ask: needs at least 1 entry; add/,
    'ask: []',
  ),
  edit(
    'a task whose id has no form',
    'commands.yaml',
    put('id: calls', 'id: Calls'),
    /Calls\.id: must be lower-case words joined by hyphens/,
    'id: Calls',
  ),
  edit(
    'a command whose source is half there',
    'commands.yaml',
    put('{ cite: rfc3261 }', '{ repo: example/pbx, path: src/a.c }'),
    /calls\.commands\.0\.source\.commit: is missing; add it/,
    'repo: example/pbx',
  ),
];

const gaps: Damage[] = [
  edit(
    'a gap among the words of a case',
    'codes/486.mdx',
    put('words="line in use;', 'words="TODO more words; line in use;'),
    /has "TODO more words; line in use; engaged tone", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap in backticks',
    'guides/waiting.mdx',
    put('A minute is', '`TODO` is'),
    /has "TODO", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap as a source in a page',
    'codes/486.mdx',
    put(/<Src id="[^"]*"/, '<Src id="TODO"'),
    /has "TODO", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap as who has to act',
    'codes/600.mdx',
    put('acts="caller"', 'acts="TODO"'),
    /acts="TODO" is unknown; use nobody|has "TODO", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap in a comment of a page',
    'codes/600.mdx',
    put('phrase: Busy Everywhere', 'phrase: Busy Everywhere # TODO look it up'),
    /has "TODO look it up", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap in what a vendor says',
    'vendors/example-pbx.yaml',
    put('phrase: User Busy', 'phrase: TODO'),
    /notes\.0\.says\.0\.phrase: has "TODO", which is unfinished; write/,
    'TODO',
  ),
  edit(
    'a gap for a number',
    'vendors/example-pbx.yaml',
    put('line: 12,', 'line: TODO,'),
    /notes\.0\.source\.line: must be a number/,
    'TODO',
  ),
  edit(
    'a gap in a text of several lines',
    'glossary.yaml',
    put(
      'meaning: A server that passes requests on.',
      'meaning: >-\n    A server that\n    TODO what it does.',
    ),
    /proxy\.meaning: has "TODO what it does\.", which is unfinished; write/,
    'meaning:',
  ),
];

export const tableDamages: Damage[] = [
  ...classes,
  ...causes,
  ...headers,
  ...warnings,
  ...reasons,
  ...glossary,
  ...situations,
  ...unregistered,
  ...changes,
  ...settings,
  ...commands,
  ...gaps,
];
