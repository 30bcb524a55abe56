/** The decoder's public side. Pure TypeScript without DOM and network: it runs in a worker and in Node. */
export { decodeTrace, nameOwn } from './decode.ts';
export { captureText, readCapture } from './pcap/index.ts';
export { rankCases, type Rank, type RankedCase } from './rank.ts';
export { signsOf } from './signs/index.ts';
export { decodeStream, piecesOf, type StreamOptions } from './stream.ts';
export type * from './types.ts';
