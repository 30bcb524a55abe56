/** What User-Agent and Server say of a program: which kind it is, under the name people know. */

/** What a product is made for. `edge` is sold as gateway and as session border controller alike. */
export type ProductKind = 'scanner' | 'phone' | 'pbx' | 'proxy' | 'sbc' | 'edge' | 'gateway' | 'teams';

export interface Product {
  kind: ProductKind;
  name: string;
}

/** First match wins. Only names that stand for one kind; a program that can be anything is not listed. */
const products: readonly [ProductKind, string, RegExp][] = [
  [
    'scanner',
    'a scanner',
    /friendly-scanner|sipvicious|sipcli|pplsip|sip-?scan|sundayddr|vaxsipuseragent|siparmyknife|iwar\b/i,
  ],
  ['teams', 'Microsoft Teams', /^Microsoft\.PSTNHub/],
  ['pbx', 'Asterisk', /^(?:Asterisk|FPBX)\b|\bAsterisk PBX\b/],
  ['pbx', 'FreeSWITCH', /\bFreeSWITCH\b|^mod_sofia/i],
  ['pbx', '3CX', /^3CXPhoneSystem|^3CX (?:Phone System|PBX)/],
  ['pbx', 'Cisco Unified CM', /^Cisco-CUCM/],
  ['pbx', 'FRITZ!Box', /FRITZ!?(?:OS|Box)|^AVM /i],
  ['pbx', 'STARFACE', /^STARFACE/i],
  ['pbx', 'Yeastar', /^Yeastar/i],
  ['proxy', 'Kamailio', /^kamailio\b/i],
  ['proxy', 'OpenSIPS', /^opensips\b/i],
  ['proxy', 'Flexisip', /^Flexisip\b/i],
  ['edge', 'Cisco gateway', /^Cisco-SIPGateway\/IOS/],
  ['sbc', 'AudioCodes SBC', /^(?:AudioCodes-Sip|Mediant).*\bSBC\b/i],
  ['edge', 'AudioCodes', /^(?:AudioCodes-Sip-Gateway|Mediant\b|.*\bMediant \w)/],
  ['sbc', 'Oracle SBC', /^(?:Oracle|Acme ?Packet).*\bSBC\b|^OracleE?-?SBC/i],
  ['sbc', 'anynode', /^anynode\b/i],
  ['gateway', 'Patton', /^Patton SN/i],
  ['phone', 'Yealink', /^Yealink\b/i],
  ['phone', 'snom', /^snom(?!ONE)\b|^snom[A-Z]?\d/i],
  ['phone', 'Polycom', /^Poly(?:com)?(?:SoundPoint|VVX|SoundStation|Edge|Trio|\/)/i],
  ['phone', 'Grandstream', /^Grandstream (?:GXP|GXV|GRP|DP|WP|HT)/i],
  ['phone', 'Cisco phone', /^Cisco[-/ ](?:CP|SPA)|^Cisco\/SPA|^Linksys\/SPA/i],
  ['phone', 'Fanvil', /^Fanvil\b/i],
  ['phone', 'Mitel', /^(?:Aastra|Mitel) (?:6|53)\d/i],
  ['phone', 'Gigaset', /^Gigaset\b|^[CSN]\d{3}[A-Z ]* IP\b/i],
  ['phone', 'Linphone', /^Linphone|^belle-sip/i],
  ['phone', 'Zoiper', /^Z(?:oiper)?(?: \d| v?\d|oiper)/i],
  ['phone', 'MicroSIP', /^MicroSIP\//i],
  ['phone', 'Bria', /^(?:Bria|X-Lite|eyeBeam|CounterPath)\b/i],
  ['phone', 'Blink', /^Blink\b/],
  ['phone', 'Twinkle', /^Twinkle\//],
  ['phone', 'baresip', /^baresip\b/i],
  ['phone', 'JsSIP', /^JsSIP\b/],
  ['phone', 'SIP.js', /^SIP\.js\b/],
];

/** @returns null for a program that is not known, or that can be anything. */
export function productOf(agent: string): Product | null {
  const text = agent.slice(0, 120).trim();
  for (const [kind, name, shape] of products) if (shape.test(text)) return { kind, name };
  return null;
}

/** Programs whose log it is, by the name of its format (`formats/names.ts`): they write their own traffic only. */
export const productOfFormat: Readonly<Record<string, Product>> = {
  'Asterisk PJSIP': { kind: 'pbx', name: 'Asterisk' },
  'Asterisk chan_sip': { kind: 'pbx', name: 'Asterisk' },
  'sofia siptrace': { kind: 'pbx', name: 'FreeSWITCH' },
  AudioCodes: { kind: 'edge', name: 'AudioCodes' },
  Linphone: { kind: 'phone', name: 'Linphone' },
  Twinkle: { kind: 'phone', name: 'Twinkle' },
  JsSIP: { kind: 'phone', name: 'JsSIP' },
  'SIP.js': { kind: 'phone', name: 'SIP.js' },
  baresip: { kind: 'phone', name: 'baresip' },
};
