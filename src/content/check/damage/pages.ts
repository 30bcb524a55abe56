/** Damage to the parts of a page, and to the pages of causes. */
import { type Damage, edit, put, tomorrow } from '../damage-edit.ts';
import { code, guide } from './sample-files.ts';

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

export const pages: Damage[] = [
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

export const causePages: Damage[] = [
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
