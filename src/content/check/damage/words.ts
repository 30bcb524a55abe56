/** Damage to sentences: gaps, filler, spelling. */
import { type Damage, edit, put } from '../damage-edit.ts';
import { code, pbx, guide } from './sample-files.ts';

export const words: Damage[] = [
  edit(
    'an unfinished sentence',
    code,
    put('The line is engaged.', 'TODO'),
    /has "TODO", which is unfinished; write the missing text/,
    'TODO',
  ),
  edit(
    'an unfinished sentence in a table',
    'causes.yaml',
    put('Look whether it really is.', 'FIXME'),
    /17\.practice: has "FIXME", which is unfinished/,
    'FIXME',
  ),
  edit(
    'an unfinished sentence in a note',
    pbx,
    put('Ends the call for all phones.', 'TODO what it does.'),
    /notes\.1\.text: has "TODO what it does\.", which is unfinished/,
    'TODO',
  ),
  edit(
    'an unfinished title of a source',
    'sources.yaml',
    put('title: A book', 'title: TBD'),
    /sip-book\.title: has "TBD", which is unfinished/,
    'TBD',
  ),
  edit(
    'text that stands for text',
    guide,
    put('Some answers pass by themselves.', 'Lorem ipsum dolor.'),
    /"Lorem ipsum", which is unfinished/,
    'Lorem',
  ),
  edit(
    'American spelling',
    code,
    put('The phone itself.', 'The color of the phone.'),
    /has "color", which is American spelling; British/,
    'color',
  ),
  edit(
    'American spelling in a table',
    'glossary.yaml',
    put('passes requests on', 'shows odd behavior'),
    /proxy\.meaning: has "behavior", which is American/,
    'behavior',
  ),
  edit(
    'American spelling in a note',
    pbx,
    put('Ends the call', 'Changes color'),
    /notes\.1\.text: has "color", which is American/,
    'color',
  ),
  edit(
    'a word that has a plainer one',
    code,
    put('The phone itself.', 'The phone, at once.'),
    /has "at once", which is not used here; write “immediately”/,
    'at once',
  ),
  edit(
    'a word that has a plainer one, in a table',
    'glossary.yaml',
    put('passes requests on', 'mends requests'),
    /proxy\.meaning: has "mends", which is not used here; write “correct”/,
    'mends',
  ),
  edit(
    'a filler word',
    code,
    put('The phone itself.', 'Simply the phone.'),
    /has "Simply", which is a filler word; leave it out/,
    'Simply',
  ),
  edit(
    'a filler word in front matter',
    code,
    put('difference: 600 speaks', 'difference: 600 simply speaks'),
    /compare\.0\.difference: has "simply", which is a filler/,
    'simply',
  ),
];
