import { describe, expect, it } from 'vitest';
import type { Table } from './agreement.ts';
import { collapse } from './picture.ts';
import { sampleTables } from './sample.ts';

const [second, first] = sampleTables;
const table: Table = {
  id: 'third',
  data: {
    ...first!.data,
    rows: [
      { code: 503, cause: 41 },
      { code: 403, cause: 41 },
      { code: 400, cause: 41 },
      { code: 486, cause: 17 },
      { code: 487, cause: 41, default: true },
    ],
  },
};

describe('what collapses onto a cause', () => {
  it('is shown for causes that stand for several codes somewhere', () =>
    expect(collapse([second!, first!, table]).map(({ cause }) => cause)).toEqual([41]));
  it('is grouped by class, and defaults are counted, not listed', () =>
    expect(collapse([second!, table])[0]?.cells).toEqual([
      { byClass: [{ digit: '5', codes: [500] }], byDefault: 0 },
      {
        byClass: [
          { digit: '4', codes: [400, 403] },
          { digit: '5', codes: [503] },
        ],
        byDefault: 1,
      },
    ]));
});
