/** A small model for the tests of search: what they need of each entry, and nothing else. */
import type { Model } from '../content/model.ts';

type Part = Record<string, unknown>;

interface Sample {
  codes?: { data: Part; body?: Part }[];
  guides?: { id: string; data: Part; body?: Part }[];
  vendors?: { id: string; data: Part }[];
  tables?: { data: Part }[];
  causes?: Part[];
  classes?: { digit: string; data: Part }[];
  headers?: { id: string; data: Part }[];
  warnings?: { id: string; data: Part }[];
  reasons?: { id: string; data: Part }[];
  glossary?: { id: string; data: Part }[];
  reports?: { words: string; is: string[] }[];
  questions?: { is: string; of: number; words: Record<string, number> }[];
  questionWords?: { word: string; times: number }[];
  notesOf?: (code: number) => { vendor: { data: Part } }[];
}

const code = {
  phrase: 'Forbidden',
  status: 'registered',
  words: [],
  variants: [],
  headers: [],
  methods: ['any'],
};

/** @param sample what the test is about; everything else is empty. */
export function sampleModel({ codes = [], guides = [], ...rest }: Sample): Model {
  return {
    vendors: [],
    tables: [],
    causes: [],
    classes: [],
    headers: [],
    warnings: [],
    reasons: [],
    glossary: [],
    redirects: [],
    reports: [],
    questions: [],
    questionWords: [],
    vocabulary: [],
    signs: [],
    q850: [],
    notesOf: () => [],
    codesLeftOut: [],
    codes: codes.map(({ data, body }) => ({ data: { ...code, ...data }, body: { cases: [], ...body } })),
    guides: guides.map(({ id, data, body }) => ({
      id,
      file: `content/guides/${id}.mdx`,
      data: { words: [], names: [], ...data },
      body: { parts: [], ...body },
    })),
    ...rest,
  } as unknown as Model;
}
