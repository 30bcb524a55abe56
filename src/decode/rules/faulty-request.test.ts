import { describe, expect, it } from 'vitest';
import { foundBy } from './found-by.ts';
import { faultyRequest } from './faulty-request.ts';

describe('faulty-request', () => {
  it('a header is missing', () => {
    const found = foundBy(
      faultyRequest,
      `
      0 A>B INVITE 1 | X: y | Max-Forwards: 70 | Max-Forwards: 69
      0.1 B>A 400 1
    `,
    );
    expect(found[0]).toMatchObject({ case: '/400/#header-missing' });
  });

  it('the body is shorter than announced', () => {
    const found = foundBy(
      faultyRequest,
      `
      0 A>B OPTIONS 1 | Content-Length: 999
      0.1 B>A 400 1 OPTIONS phrase=Content-Length_mis-match
    `,
    );
    expect(found[0]).toMatchObject({ case: '/400/#content-length' });
  });
});
