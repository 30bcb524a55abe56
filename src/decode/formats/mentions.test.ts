import { describe, expect, it } from 'vitest';
import { findMentions } from './mentions.ts';

describe('log lines that name a response', () => {
  it.each([
    ['    -- Got SIP response 503 "Service Unavailable" back from 198.51.100.7:5060', 503],
    [
      "WARNING[1]: res_pjsip_outbound_registration.c:1571 x: 403 Forbidden fatal response received from 'sip:example.com' on registration attempt to 'sip:a@example.com'",
      403,
    ],
    ["Temporal response '503' received from 'sip:example.com' on registration attempt", 503],
    ['[DEBUG] sofia.c:7505 Channel sofia/external/5550123 entering state [terminated][403]', 403],
    ['[ERR] sofia_reg.c:2661 carrier Failed Registration with status Forbidden [403]. failure #1', 403],
    ['nta: received 486 Busy Here for INVITE (1234)', 486],
    [
      'acc_log_request(): ACC: call missed: timestamp=1;method=INVITE;from_tag=a;to_tag=b;call_id=x-1@h;code=478;reason=Request Failure',
      478,
    ],
    ['uac_reg_tm_callback(): got sip response 401 while registering [alice]', 401],
    ['ds_options_callback(): OPTIONS-Request was finished with code 408 (to sip:192.0.2.1, group 1)', 408],
    ['pjsua_acc.c  ....SIP registration failed, status=403 (Forbidden)', 403],
    ['pjsua_app.c  ...Call 0 is DISCONNECTED [reason=486 (Busy Here)]', 486],
    ['.RX 553 bytes Response msg 407/INVITE/cseq=20 (rdata0x1) from UDP 192.0.2.1:5060:', 407],
    ['alice@example.com: {0/UDP/v4} 403 Forbidden (Example PBX) [0 bindings]', 403],
    ['sip:bob@example.com: session closed: 486 Busy Here', 486],
    ['SipResp: 489 tid=899769382 cseq=1 SUBSCRIBE / 1 from(wire)', 489],
    ['   Disconnect Cause (SIP)   : 603', 603],
    ['"error": "unexpected status from INVITE response: sip status: 403: Forbidden"', 403],
    ['Internettelefonie mit 5550100 war nicht erfolgreich. Ursache: Anschluss besetzt (486)', 486],
    ['{"sip_hangup_cause": "404", "from": "+15550123"}', 404],
    ['CallSid=CA1&SipResponseCode=487&To=x', 487],
    ['"finalSipCode": 486, "callEndSubReason": 560486,', 486],
    ['variable_sip_term_status: [488]', 488],
    ['variable_last_bridge_proto_specific_hangup_cause: [sip:503]', 503],
    ['Teams report: 403/560403 for the call', 403],
    ['{"sip":"event","result":{"event":"hangup","code":486,"reason":"Busy Here"}}', 486],
    ['Registration failed: 403 Forbidden', 403],
    ['chan_sip.c: Got 404 Not found on SIP register to service 5550140@example.com, giving up', 404],
    ['  16. Rx                  SIP/2.0 / 103 INVITE / 486 Busy Here', 486],
    ['DEBUG: <core> [core/parser/msg_parser.c:630]: parse_msg():  status:  <407>', 407],
    ['{"hangup_code":"sip:403","hangup_cause":"CALL_REJECTED"}', 403],
    [
      '[CM503003]: Call(C:1): Call to <sip:5550123@example.com> has failed; Cause: 486 Busy Here/INVITE from 192.0.2.1:5060',
      486,
    ],
    ['participant left: SIP 603 Decline', 603],
    ['FinalSipCode                  : 403', 403],
    ['{"code":487,"subCode":10003,"message":"cancelled"}', 487],
  ])('%s', (line, code) => {
    expect(findMentions(line, 1).map((mention) => mention.code)).toEqual([code]);
  });
});

describe('numbers that are no codes', () => {
  it.each([
    '<--- Transmitting SIP response (356 bytes) to UDP:192.0.2.1:5060 --->',
    "Aborting call on unexpected message: while expecting '401' (index 1), received nothing",
    'I had a 404 before that, no 403',
    'tport_vsend returned 404',
    'sl [sl_funcs.c:420]: sl_reply_error()',
    'HTTP Response: 200 - OK',
    'GET /api/calls failed: 404 Not Found',
    'API call failed: 403 Forbidden',
    'Channel sofia/external/x entering state [calling][0]',
    '"sip_port": 506, "sipTimeout": 480, "sip_count": 404',
    'timestamp 16:44:03.486 took 503ms',
    '0xABCDEF (404) bytes',
    'CSeq: 486 INVITE',
    'switch_core_state_machine.c:584 Running State Change CS_HANGUP (Cur 2 Tot 491)',
    '-- Executing [404@from-internal:1] Dial("SIP/668-0001", "SIP/trunk/4045550123,300")',
    'Warning: 399 pbx "486"',
    'I never saw a SIP 404 before',
    'sip:404@example.com dialled, status="sip:404@example.com"',
    '"sip_term_cause": "102"',
    'version 4/14000 date 404/2020',
  ])('%s', (line) => {
    expect(findMentions(line, 1)).toEqual([]);
  });
});
