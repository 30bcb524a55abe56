/**
 * Log lines that name the response to a request without showing the message.
 *
 * A number alone is never a code. A pattern is only taken up here if the program that writes the line
 * writes nothing but SIP codes in that place; what a program waits for, would send or counts is left out.
 */

export interface Mention {
  code: number;
  phrase: string | null;
  method: string | null;
  cseq: number | null;
  callId: string | null;
  /** The line speaks of a copy. */
  again: boolean;
  /** What named it, for the reader. */
  where: string;
  line: number;
  /** The line, cut to a length that is quick to look at. */
  text: string;
}

interface Pattern {
  where: string;
  /** Cheap test: the line has to hold this. */
  has: string;
  /** Groups: code, and where the line gives them phrase, method, cseq, callId. */
  pattern: RegExp;
}

const code = String.raw`(?<code>[1-6]\d\d)(?![\d.])`;
const phrase = String.raw`(?<phrase>[A-Za-z][A-Za-z0-9 '/-]{1,60}[A-Za-z])`;
const method = String.raw`(?<method>INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE)`;

function p(where: string, has: string, source: string, flags = ''): Pattern {
  return {
    where,
    has,
    pattern: new RegExp(
      source.replaceAll('CODE', code).replaceAll('PHRASE', phrase).replaceAll('METHOD', method),
      `g${flags}`,
    ),
  };
}

/** Ordered: the first pattern that fits a place in the line has it. */
const patterns: Pattern[] = [
  // Asterisk
  p('Got SIP response', 'Got SIP response', 'Got SIP response CODE "(?<phrase>[^"]{0,100})"'),
  p(
    'response received on registration',
    'response received from',
    "'?CODE'?(?: PHRASE)? fatal response received from",
  ),
  p(
    'response received on registration',
    'received from',
    "(?:Temporal|Fatal|Permanent) response 'CODE' received from",
  ),
  p(
    'response to REGISTER',
    'REGISTER response',
    String.raw`Received (?<method>REGISTER) response CODE\((?<phrase>[^)]{0,80})\)`,
  ),
  p('response to REGISTER', 'REGISTER response', 'Processing (?<method>REGISTER) response CODE from server'),
  p('Received response', 'Received response', 'Received response(?: code)? CODE(?: - PHRASE)?'),
  p(
    'registration',
    'Got ',
    String.raw`Got CODE (?<phrase>[A-Za-z][A-Za-z ]{2,40}?) (?:on SIP register|for service)`,
  ),
  p(
    'message history',
    'SIP/2.0 / ',
    String.raw`SIP/2\.0 / (?<cseq>\d{1,10}) METHOD / CODE (?<phrase>[^\n]{1,80})`,
  ),
  // FreeSWITCH and sofia-sip
  p('channel state', 'ering state [', String.raw`entering state \[\w{1,20}\]\[CODE\]`),
  p('channel state', 'skipping state [', String.raw`skipping state \[\w{1,20}\]\[CODE\]`),
  p(
    'nua event',
    'nua_',
    String.raw`\[nua_[ri]_(?<method>\w{1,12})\] status \[CODE\]\[(?<phrase>[^\]]{0,80})\]`,
  ),
  p('nua event', 'event nua_', String.raw`event nua_[ri]_(?<method>\w{1,12}): CODE (?<phrase>[^\n]{1,60})`),
  p(
    'nua event',
    'nua_',
    String.raw`nua_[ri]_(?<method>invite|register|options|bye|cancel|refer|subscribe|notify|publish|message|info|update|prack): unknown event \d+: CODE (?<phrase>[^\n]{1,60})`,
  ),
  p(
    'registration',
    'Failed Registration',
    String.raw`Failed Registration(?: with status (?<phrase>[^[]{1,60}?))? \[CODE\]`,
  ),
  p('Responding to', 'Responding to', String.raw`Responding to METHOD with:? ?\[?CODE\]?(?: PHRASE)?`),
  p('Passing to the other leg', 'to other leg', 'Passing CODE (?<phrase>.{1,60}?) to other leg'),
  p(
    'transaction log',
    'nta: ',
    String.raw`nta: (?:received|sent) CODE (?<phrase>.{0,80}?) for METHOD \((?<cseq>\d{1,10})\)`,
  ),
  p('transaction log', 'retransmitting', 'retransmitting CODE reply'),
  // Kamailio, OpenSIPS
  p(
    'accounting record',
    'code=',
    String.raw`(?:method=METHOD;[^\n]{0,600}?)?(?:call_id=(?<callId>[^;\s]{1,200});)?code=CODE;reason=(?<phrase>[^;\n]{0,100})`,
  ),
  p('registrant', 'got sip response', 'got sip response CODE while'),
  p(
    'OPTIONS probe',
    'OPTIONS-Request was finished',
    '(?<method>OPTIONS)-Request was finished with code CODE',
  ),
  p(
    'reply',
    'eply',
    String.raw`\b(?:[Rr]eceived|[Gg]ot|[Ii]ncoming|[Ss]ending|[Ss]ent|relaying B2B) (?:a |an )?(?:SIP |final |stateless )*reply:? ?\[?CODE\]?(?: PHRASE)?`,
  ),
  p('reply', 'B2BSipReply', 'B2BSipReply: CODE PHRASE'),
  p('parser log', 'parse_msg', String.raw`parse_msg(?:\(\))?:\s{1,4}status:\s{1,4}<CODE>`),
  // PJSIP
  p('transaction log', 'Response msg ', String.raw`Response msg CODE/METHOD/cseq=(?<cseq>\d{1,10})`),
  p(
    'call state',
    'DISCONNECTED',
    String.raw`(?:is|to) DISCONNECTED[^\n]{0,20}\[?reason[= ]CODE(?: \((?<phrase>[^)]{1,80})\))?`,
  ),
  p(
    'last status',
    'ast status',
    String.raw`(?:[Ll]ast status|last_status)[=: ]{1,3}CODE(?: ?\((?<phrase>[^)]{1,80})\))?`,
  ),
  p(
    'registration',
    'egistration',
    String.raw`[Rr]egistration (?:failed|success|updated|error)[^\n]{0,30}?status=CODE(?: \((?<phrase>[^)]{1,80})\))?`,
  ),
  p('transfer', 'transfer status=', String.raw`transfer status=CODE \((?<phrase>[^)]{1,80})\)`),
  // baresip
  p(
    'registration',
    '{',
    String.raw`\{\d{1,3}/(?:UDP|TCP|TLS|WSS?)/v[46]\} CODE (?<phrase>[^({\n]{1,60}?) \(`,
  ),
  p('registration', '(prio ', String.raw`\(prio \d{1,3}\): CODE (?<phrase>[^(\n]{1,60}?) \(`),
  p('call', 'session closed:', 'session closed: CODE PHRASE'),
  p('call', 'SIP Progress:', 'SIP Progress: CODE PHRASE'),
  p('call', 'transfer failed:', 'transfer failed: CODE PHRASE'),
  p('OPTIONS', 'OPTIONS failed:', '(?<method>OPTIONS) failed: CODE PHRASE'),
  // reSIProcate
  p(
    'transaction log',
    'SipResp: ',
    String.raw`SipResp: CODE tid=\S{1,120} cseq=(?:(?<cseq>\d{1,10}) )?METHOD`,
  ),
  // Cisco
  p('disconnect cause', 'Cause (SIP)', String.raw`Disconnect Cause \(SIP\)\s{0,10}: CODE`),
  p('status code', 'Response Code', String.raw`SIP[^\n]{0,40}Response Code ?[:=] ?CODE`),
  // LiveKit and others: "sip status: 403: Forbidden"
  p('sip status', 'sip status', String.raw`sip status:? CODE(?:: PHRASE| \((?<phrase2>[^)]{1,60})\))?`),
  p('sip status', 'INVITE response', 'status from METHOD response: CODE'),
  // FRITZ!Box
  p('event log', 'Ursachencode', 'meldet Ursachencode CODE'),
  p(
    'event log',
    'rsache:',
    String.raw`(?:Internettelefonie|Internetrufnummer|Rufnummer|Anmeldung)[^\n]{0,200}Ursache: [^()\n]{0,80}\(CODE\)`,
  ),
  p(
    'event log',
    'eason:',
    String.raw`(?:Internet telephony|Internet number|Registration of the Internet)[^\n]{0,200}Reason: [^()\n]{0,80}\(CODE\)`,
  ),
  // Packet lists that lost their columns
  p('packet list', 'SIP Status', String.raw`SIP Status:? CODE(?: PHRASE)?`),
  p('packet list', 'SIP: Status: ', String.raw`SIP: Status: CODE PHRASE`),
  // Sentences of programs: "SIP response code 486", "SIP error 403"
  p(
    'SIP code',
    'SIP ',
    String.raw`(?<!no |without )\bSIP (?:final |call )?(?:(?:response|status|result|return|error|termination|reason) )?code(?: is| was)?[ :=]{1,3}["'\[(]{0,2}CODE\b(?!-)(?: \(?PHRASE)?`,
  ),
  p(
    'SIP code',
    'SIP ',
    String.raw`(?<!no |without )\bSIP (?:final |call )?(?:response|status|result|error) ?[:=] ?["'\[(]{0,2}CODE\b(?!-)(?: \(?PHRASE)?`,
  ),
  p(
    'SIP code',
    'SIP ',
    String.raw`(?<!no |without |not? )\bSIP CODE (?<phrase>Trying|Ringing|Session Progress|OK|Moved Temporarily|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable(?: Here)?|Proxy Authentication Required|Request (?:Timeout|Terminated|Pending)|Gone|Temporarily Unavailable|Address Incomplete|Busy (?:Here|Everywhere)|Server (?:Internal Error|Time-?out)|Bad Gateway|Service Unavailable|Declined?|Does Not Exist Anywhere|Unwanted|Rejected)\b`,
  ),
  p('SIP code', 'final SIP', String.raw`[Ff]inal SIP code[ :=]{1,3}["'(]?CODE\b`),
  p('SIP code', 'Final SIP', String.raw`Final SIP code[ :=]{1,3}["'(]?CODE\b`),
  // 3CX: "Cause: 408 Request Timeout/INVITE from 192.0.2.1:5060"
  p('call failed', 'Cause: ', String.raw`Cause: CODE (?<phrase>[A-Za-z][^/;\n]{1,60})(?:/METHOD| from |;)`),
  // Phones and programs that print "486 Busy Here" behind a word that says what failed
  p(
    'failure',
    'ail',
    String.raw`\b(?:[Cc]all|[Rr]egistration|[Rr]egister|REGISTER|INVITE|[Ii]nvite|[Ss]ubscription|SUBSCRIBE|[Tt]ransfer)\b[^\n"{}]{0,60}\bfailed\b[^\n\d"{}]{0,30}[ :(\['"]CODE PHRASE`,
  ),
  p(
    'rejection',
    're',
    String.raw`\b(?:[Cc]all|[Rr]egistration|REGISTER|INVITE)\b[^\n"{}]{0,40}\b(?:rejected|refused|declined|terminated)\b[^\n\d"{}]{0,30}[ :(\['"]CODE PHRASE`,
  ),
];

/** What has to stand in a line for most of the patterns: one look instead of fifty. */
const special = patterns.filter(({ has }) => has.length >= 6);
const common = patterns.filter(({ has }) => has.length < 6);
const anySpecial = new RegExp(
  special.map(({ has }) => has.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'),
);

/** Keys of records and webhooks: the key says that it is SIP, and that it is a code. */
const key =
  /(?<![A-Za-z])(?<key>[A-Za-z_.-]{0,48}sip[A-Za-z_.-]{0,48})["'\\\]]{0,4}\s{0,40}[:=]\s{0,6}["'\\[]{0,3}(?:sip:)?(?<code>[1-6]\d\d)(?![\d.])/gi;
const keyEnd = /(?:code|status|cause|response|num|reason|result|final)$/i;
const keyPhrase =
  /(?:sip[A-Za-z_]{0,24}(?:phrase|reason|message|text)|finalSipCodePhrase|sip_status)["'\\\]]{0,4}\s{0,6}[:=]\s{0,6}["'\\[]{1,3}(?<phrase>[A-Za-z][^"'\\\]\n]{1,80})/i;
const protoKey =
  /[A-Za-z_]{0,40}(?:code|cause|status)["'\\\]]{0,4}\s{0,6}[:=]\s{0,6}["'\\[]{0,3}sip(?::|%3A)(?<code>[1-6]\d\d)(?![\d@.])/gi;
/** Microsoft writes the SIP code and its own: 403/560403. Its own ends in the code or is named. */
const microsoft = /(?<![\d.:/-])(?<code>[1-6]\d\d) ?\/ ?(?<sub>\d{4,6})(?![\d.:/-])/g;
/** Azure: code and subCode as neighbours. */
const azure =
  /\bcode["'\\]{0,3}\s{0,3}[:=]\s{0,3}(?<code>[1-6]\d\d)\s{0,3},\s{0,3}["'\\]{0,3}sub_?code["'\\]{0,3}\s{0,3}[:=]\s{0,3}(?<sub>\d{4,6})(?!\d)/gi;
/** Objects of browser programs: the code and its phrase as neighbours. */
const objectCode =
  /["']?\b(?:status_code|statusCode|code)["']?\s{0,3}[:=]\s{0,3}["']?(?<code>[1-6]\d\d)["']?\s{0,3},\s{0,3}["']?(?:reason_phrase|reasonPhrase|reason)["']?\s{0,3}[:=]\s{0,3}["'](?<phrase>[^"'\n]{1,80})["']/g;

/** Words after which a code is what somebody waits for or might send. */
const notYet =
  /\b(?:expect(?:ing|ed)?|waiting for|instead of|would|should|will send|unless|if you get|e\.g\.|such as)\s{0,3}(?:a |an |the )?["'(]{0,2}(?:SIP\/2\.0 )?$/i;
const aboutHttp = /\bHTTPS?\b|https?:\/\/|\b(?:REST|API|GET|POST|PUT|curl|XHR|fetch|webhook)\b/i;

/** The responses one line names. `line` has to be clean already. */
export function findMentions(text: string, line: number): Mention[] {
  if (!/[1-6]\d\d/.test(text)) return [];
  const found: Mention[] = [];
  const add = (match: RegExpMatchArray, where: string, more: Partial<Mention> = {}): void => {
    const groups = match.groups ?? {};
    const at = match.index ?? 0;
    const codeAt = at + match[0].indexOf(groups['code'] ?? '');
    if (notYet.test(text.slice(Math.max(0, codeAt - 60), codeAt))) return;
    const number = Number(groups['code']);
    if (found.some((other) => other.code === number)) return;
    found.push({
      code: number,
      phrase: tidy(groups['phrase'] ?? groups['phrase2']),
      method: groups['method']?.toUpperCase() ?? null,
      cseq: groups['cseq'] ? Number(groups['cseq']) : null,
      callId: groups['callId'] ?? callIdIn(text),
      again: /\bretransmi/i.test(match[0]),
      where,
      line,
      text: text.slice(Math.max(0, at - 200), at + 400),
      ...more,
    });
  };
  for (const { where, has, pattern } of anySpecial.test(text) ? patterns : common) {
    if (!text.includes(has)) continue;
    for (const match of text.matchAll(pattern)) {
      if (
        /^(?:failure|rejection|reply|Received response|SIP code)$/.test(where) &&
        aboutHttp.test(around(text, match))
      )
        continue;
      add(match, where);
    }
  }
  if (/sip/i.test(text)) {
    for (const match of text.matchAll(key)) {
      const name = match.groups?.['key'] ?? '';
      // FreeSWITCH's sip_term_cause holds a Q.850 cause.
      if (!keyEnd.test(name) || name.toLowerCase().endsWith('sip_term_cause')) continue;
      add(match, name, {
        phrase: tidy(keyPhrase.exec(text.slice(match.index, match.index + 600))?.groups?.['phrase']),
      });
    }
    for (const match of text.matchAll(protoKey)) add(match, 'record');
  }
  if (text.includes('/') && /\d{3} ?\/ ?\d{4,6}/.test(text)) {
    for (const match of text.matchAll(microsoft)) {
      const sub = match.groups?.['sub'] ?? '';
      const sure = sub.length === 6 && sub.endsWith(match.groups?.['code'] ?? '-');
      if (sure || /Microsoft|Teams|sub-?code|Direct Routing|\bSIP\b/i.test(around(text, match)))
        add(match, `Microsoft ${sub}`);
    }
  }
  if (/sub_?code/i.test(text))
    for (const match of text.matchAll(azure)) add(match, `Microsoft ${match.groups?.['sub'] ?? ''}`);
  if (/status_?code|\bcode\b/i.test(text) && /reason/i.test(text)) {
    for (const match of text.matchAll(objectCode))
      if (
        /sip|invite|register|hangup|janus|IncomingResponse/i.test(text) &&
        !aboutHttp.test(around(text, match))
      )
        add(match, 'event');
  }
  return found;
}

function around(text: string, match: RegExpMatchArray): string {
  const at = match.index ?? 0;
  return text.slice(Math.max(0, at - 120), at + match[0].length + 60);
}

function tidy(text: string | undefined): string | null {
  const trimmed = text?.trim().replace(/\s+(?:back|from|for|to|on|in|at|received|code)$/, '');
  return trimmed ? trimmed : null;
}

const callIdKey = /\bcall[-_ ]?id["'\\]{0,3}\s{0,3}[:=]\s{0,3}["'\\]{0,2}(?<id>[^\s"'\\,;)\]]{4,200})/i;

/** A Call-ID the line gives beside the code, where it has the look of one. */
function callIdIn(text: string): string | null {
  const id = callIdKey.exec(text.slice(0, 4000))?.groups?.['id'];
  return id && /[@-]|\.\./.test(id) ? id : null;
}
