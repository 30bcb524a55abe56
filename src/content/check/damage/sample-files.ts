/** Files of the sample, and edits of them that several checks answer to. */
import { put } from '../damage-edit.ts';

export const code = 'codes/486.mdx';
export const busy = 'examples/486-busy.sip';
export const request = 'examples/486-request-busy.sip';
export const pbx = 'vendors/example-pbx.yaml';
export const guide = 'guides/calling.mdx';
export const toQ850 = 'mappings/rfc3398-sip-to-q850.yaml';
export const toSip = 'mappings/rfc3398-q850-to-sip.yaml';
export const ofPbx = 'mappings/example-pbx-sip-to-q850.yaml';

export const insert = (text: string) => put('## Retry and failover\n', `## Retry and failover\n\n${text}\n`);
export const inWho = (text: string) => put('The phone itself.', `The phone itself. ${text}`);

/** A message that is right in itself. */
export const lost = `SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK9
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=b1
Call-ID: 9@192.0.2.10
CSeq: 1 INVITE
Retry-After: 60
Content-Length: 0

`;
