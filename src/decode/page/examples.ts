/** Traces to try the decoder with; each file in examples/ with what it shows. */
export const examples: readonly { file: string; title: string }[] = [
  { file: 'caller-id', title: 'Call refused with 403 (Asterisk)' },
  { file: 'wrong-password', title: 'Registration that goes on asking (sngrep)' },
  { file: 'codecs', title: 'No common codec, 488 (raw messages)' },
  { file: 'two-hops', title: 'Two hops, 503 behind a 500 (sngrep)' },
];
