import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { suggestionGroups } from './groups.ts';
import type { Kind } from './index-data.ts';

const answer = (path: string, kind: Kind, exact = false): Answer => ({
  path,
  kind,
  exact,
  title: path,
  why: '',
  score: 1,
});
const shape = (answers: Answer[]) =>
  suggestionGroups(answers).map(({ title, answers: members }) => [title, members.length]);

describe('groups of suggestions', () => {
  it('have exact answers on top, the others in the order of their best', () =>
    expect(
      shape([answer('/486/#a', 'case'), answer('/486/', 'code'), answer('/600/', 'code', true)]),
    ).toEqual([
      ['Answer', 1],
      ['Cases', 1],
      ['Codes', 1],
    ]));
  it('hold at most four of a kind', () =>
    expect(shape(['1', '2', '3', '4', '5'].map((path) => answer(path, 'code')))).toEqual([['Codes', 4]]));
  it('hold at most eight in all', () => {
    const kinds: Kind[] = ['code', 'case', 'cause'];
    const many = kinds.flatMap((kind) => ['1', '2', '3', '4'].map((path) => answer(kind + path, kind)));
    expect(shape(many)).toEqual([
      ['Codes', 4],
      ['Cases', 4],
    ]);
  });
});
