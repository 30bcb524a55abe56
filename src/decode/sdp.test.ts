import { expect, it } from 'vitest';
import { bodies } from './sample-flow.ts';
import { audioCodecs, hasFax, isSecure, isWebRtc, readSdp, shared } from './sdp.ts';

const sdp = (name: string) => readSdp((bodies[name] ?? '').replaceAll('\r\n', '\n'));

it('names codecs, static ones without rtpmap too', () => {
  expect(audioCodecs(sdp('pcma'))).toEqual(['PCMA/8000', 'PCMU/8000']);
  expect(audioCodecs(readSdp('v=0\nm=audio 4000 RTP/AVP 0 18 101'))).toEqual([
    'PCMU/8000',
    'G729/8000',
    '101',
  ]);
});

it('compares names whatever their capitals', () => {
  expect(shared(['pcma/8000', 'opus/48000'], ['PCMA/8000'])).toEqual(['pcma/8000']);
});

it('tells profiles apart', () => {
  expect(sdp('savp').media.every(isSecure)).toBe(true);
  expect(sdp('pcma').media.some(isSecure)).toBe(false);
  expect([isWebRtc(sdp('webrtc')), isWebRtc(sdp('savp'))]).toEqual([true, false]);
  expect([hasFax(sdp('t38')), hasFax(sdp('pcma'))]).toEqual([true, false]);
});

it('notices a payload type with two names', () => {
  expect(
    readSdp('v=0\nm=audio 4000 RTP/AVP 96\na=rtpmap:96 opus/48000\na=rtpmap:96 speex/8000').media[0]?.twice,
  ).toEqual(['96']);
});
