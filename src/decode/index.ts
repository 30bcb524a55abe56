/** The decoder's public side. Pure TypeScript without DOM and network: it runs in a worker and in Node. */
export { decodeTrace } from './decode.ts';
export type * from './types.ts';
