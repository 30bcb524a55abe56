import { expect, it } from 'vitest';
import { namedFields } from './fields.ts';

it('a field that takes text or a file has no name; what is ticked may have one', () => {
  const bad = [
    '<textarea\n id="trace" name="trace">',
    '<input name="text">',
    '<input type="file" name="log">',
  ];
  const good = ['<textarea id="a">', '<input type="checkbox" name="b">', '<input type="text" data-name="c">'];
  expect(namedFields([...bad, ...good].join('</textarea>'))).toEqual(bad);
});
