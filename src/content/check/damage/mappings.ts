/** Damage to tables of SIP and Q.850. */
import { add, type Damage, edit, put, saidOf } from '../damage-edit.ts';
import { toQ850, toSip, ofPbx } from './sample-files.ts';

export const mappings: Damage[] = [
  edit(
    'a mapping to a cause that does not exist',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600, cause: 18 }'),
    /rows\.1\.cause: names cause 18, which is not in content\/causes\.yaml; correct/,
    'cause: 18',
  ),
  edit(
    'a mapping to a cause beyond Q.850',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600, cause: 200 }'),
    /rows\.1\.cause: is 200; Q\.850 causes are 1 to 127, so correct/,
    'cause: 200',
  ),
  edit(
    'a mapping from a code without a page',
    toQ850,
    put('code: 600', 'code: 606'),
    /rows\.1\.code: names 606, which has no page; correct/,
    'code: 606',
  ),
  edit(
    'a mapping of a success',
    toQ850,
    add('  - { code: 200, cause: 17 }\n'),
    /rows\.2\.code: is 200; a failure is mapped/,
    'code: 200',
  ),
  edit(
    'a row that maps to nothing',
    toQ850,
    put('{ code: 600, cause: 17 }', '{ code: 600 }'),
    /rows\.1: maps to nothing and says no more; add a note/,
    'code: 600',
  ),
  edit(
    'a row without a start',
    toSip,
    put('{ cause: 17, code: 486 }', '{ code: 486, note: Really. }'),
    /rows\.0: has no cause to start from; add it/,
    'code: 486',
  ),
  edit(
    'a row written twice',
    toQ850,
    add('  - { code: 486, cause: 17 }\n'),
    /rows\.2: has 486 and 17 a second time; keep one/,
    'code: 486',
  ),
  edit(
    'a printed octet that is wrong',
    ofPbx,
    put("dss1: '91'", "dss1: '92'"),
    /rows\.0: prints DSS1 92, but 17 is 91; correct/,
    'code: 486',
  ),
  edit(
    'a printed hex that is wrong',
    ofPbx,
    put("hex: '11'", "hex: '12'"),
    /rows\.0: prints hex 12, which is not 17; correct/,
    'code: 486',
  ),
  edit(
    'a table without a source',
    toQ850,
    put('source: rfc3398#8.2.6.1\n', ''),
    /source: is missing; name a source/,
  ),
  edit(
    'a table of the other direction',
    toQ850,
    put('direction: sip-to-q850', 'direction: q850-to-sip'),
    /direction: is q850-to-sip, but the file is named/,
    'direction:',
  ),
  saidOf(
    toSip,
    edit(
      'two authorities in one place',
      ofPbx,
      put('order: 2', 'order: 1'),
      /order: is 1, which Example PBX has already .*; give each authority its own place/,
      undefined,
    ),
  ),
  edit(
    'an authority that nobody knows',
    ofPbx,
    put('authority: Example PBX', 'authority: Exmaple PBX'),
    /authority: is "Exmaple PBX", which content\/policy\.yaml does not name; add it under authorities, or correct/,
    'authority:',
    [{ file: ofPbx, says: /rows\.1\.cause: is 200; Q\.850 causes/ }],
  ),
  saidOf(
    toQ850,
    edit(
      'an authority in two columns',
      toSip,
      put('order: 1', 'order: 3'),
      /order: is 1, but content\/mappings\/rfc3398-q850-to-sip\.yaml says 3; one authority is one column/,
      'order:',
    ),
  ),
  edit(
    'an authority without rows',
    toQ850,
    put(/rows:[\s\S]*/, 'rows: []\n'),
    /rows: needs at least 1 entry; add/,
    'rows:',
  ),
];
