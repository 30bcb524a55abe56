/**
 * Names the kind of text a message was found in, from the lines before it.
 * Only for the reader and for the tests: nothing is read differently because of it.
 */
const shapes: [string, RegExp][] = [
  ['sipdump', /^(?:srcip|dstport): /m],
  ['ngrep', /^[UTI] \d{4}\/\d\d\/\d\d|^[UT] \S{7,60}:\d+ -> /m],
  ['Asterisk PJSIP', /<--- (?:Received|Transmitting) SIP (?:request|response)/],
  [
    'Asterisk chan_sip',
    /<--- SIP read from|Reliably Transmitting|<--- (?:Re)?[Tt]ransmitting|Retransmitting #/,
  ],
  ['sofia siptrace', /(?:recv|send) \d+ bytes (?:from|to) \w+\/\[/],
  ['PJSIP', /(?:RX|TX) \d+ bytes (?:Request|Response) msg/],
  ['Linphone', /belle-sip|liblinphone|bellesip/],
  ['Twinkle', /^\+\+\+ \d\d-\d\d-\d{4}/m],
  [
    'sipp',
    /^-{20,} \d{4}-\d\d-\d\d|(?:UDP|TCP) message (?:sent|received)|Unexpected.message|unexpected message/m,
  ],
  ['JsSIP', /JsSIP/],
  ['SIP.js', /sip\.transport|\| sip\./],
  ['sipe', /MESSAGE (?:START|END)/],
  ['AudioCodes', /(?:Incoming|Outgoing) SIP Message (?:from|to)/],
  ['Cisco', /ccsipDisplayMsg|\/SIP\/Msg\/|^(?:Sent|Received):\s*$/m],
  ['Homer', /proto:(?:UDP|TCP|TLS)|--->/],
  ['tcpdump', /\bIP6? \S+ > \S+:/],
  ['Kamailio', /kamailio|opensips|\b\d{1,3}\(\d+\) (?:INFO|ERROR|WARNING|NOTICE)/],
  ['sngrep', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d+ \S+ -> \S+/m],
  ['baresip', /^(?:UDP|TCP|TLS|WSS?) \S+ -> \S+/m],
  ['escaped text', /\\r\\n/],
];

/** @param prefix what stands before the start line on its own line. */
export function formatOf(context: readonly string[], prefix = ''): string {
  const near = context
    .slice(-12)
    .map((line) => line.slice(0, 300))
    .join('\n');
  if (near.trim() !== '') {
    for (const [name, shape] of shapes) if (shape.test(near)) return name;
  }
  if (/^[>|\s]+$/.test(prefix) && prefix.includes('>')) return 'quoted mail';
  if (prefix.trim() !== '') return 'log';
  return 'SIP messages';
}
