/** A vocabulary small enough to be seen at a glance, and a policy head to put before a text. */
import { readVocabulary } from '../../src/rulebook/vocabulary.ts';
import type { VocabularyText } from '../../src/rulebook/vocabulary.ts';

const table = (name: string, lines: readonly string[]): VocabularyText => ({ file: `${name}.tsv`, text: `${lines.map((line) => line.replaceAll(' ; ', '\t')).join('\n')}\n` });

export const SMALL_TABLES: readonly VocabularyText[] = [
  table('acts', ['act ; meaning ; done-by ; group', 'install-software ; Put a program on a computer ; staff,visitor ; software',
    'carry-phone ; Carry a phone ; staff,pupil ; phones', 'contact-parent ; Write to a parent ; staff ; mail', 'report-loss ; Report a loss ; staff ; reports']),
  table('facts', ['fact ; type ; default ; several ; meaning ; acts', 'place ; enum ;  ; no ; Where it happens ; carry-phone', 'device-owner ; enum ;  ; no ; Whose device it is ; install-software',
    'trip ; yes/no ; no ; no ; On a school trip ; carry-phone', 'recipient-count ; number ;  ; no ; How many people receive it ; contact-parent',
    'time-span ; span ;  ; no ; How long ago ; ', 'date ; date ;  ; no ; On which day ; ', 'period ; enum ; normal ; no ; Which time ; ', 'consent ; enum ;  ; yes ; Who has consented ; ']),
  table('fact-values', ['fact ; value ; part-of', 'place ; school-site ; ', 'place ; classroom ; school-site', 'place ; cupboard ; classroom', 'place ; home ; ',
    'device-owner ; school ; ', 'device-owner ; personal ; ', 'period ; normal ; ', 'period ; flood ; ', 'consent ; yes ; ', 'consent ; no ; ']),
  table('offices', ['office ; title ; outside', 'head ; Headteacher ; no', 'deputy-head ; Deputy head ; no', 'dpo ; Data protection officer ; no',
    'ict-lead ; Head of IT ; no', 'it-support ; IT department ; no', 'police ; Police ; yes', 'parent ; Parent or carer ; no']),
  table('kinds', ['kind ; title ; part-of', 'staff ; Staff ; ', 'teacher ; Teacher ; staff', 'ict ; ICT staff ; staff', 'pupil ; Pupil ; ', 'visitor ; Visitor ; ', 'parent ; Parent ; ']),
];

export const SMALL = readVocabulary(SMALL_TABLES).vocabulary;

/** The front matter that makes a text a policy; it takes the first five lines. */
export const HEAD = '---\npolicy: phones\ntitle: Phones\nbinds: [staff, pupil]\n---\n';
