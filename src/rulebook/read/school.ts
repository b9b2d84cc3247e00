/**
 * The sheets of a pack beside its policies: `school.yaml` and `coverage.tsv`.
 */
import type { Coverage, Finding, Place, SchoolSheet, Vocabulary } from '../words.ts';
import { didYouMean } from '../nearest.ts';
import { readTable, tableFault } from '../tables.ts';
import { complain, newDesk } from './desk.ts';
import { NOT_UTF_8, firstBadLetter } from './letters.ts';
import { dayIn, openSheet, pairsIn, sheetsIn, textOf } from './sheet.ts';

/** Reads `school.yaml`. A sheet that cannot be read gives a school without offices, and findings. */
export function readSchool(text: string, file: string, vocabulary: Vocabulary): { school: SchoolSheet; findings: readonly Finding[] } {
  const desk = newDesk(text.replace(/^\ufeff/, ''), file, vocabulary);
  const sheet = openSheet(desk, desk.source, 0, ['name', 'under', 'offices', 'terms']);
  const bad = firstBadLetter(desk.source);
  if (bad !== undefined) complain(desk, bad, NOT_UTF_8);
  const name = textOf(sheet, 'name');
  const under = textOf(sheet, 'under');
  if (name === undefined) complain(desk, 0, { code: 'bad-field', message: 'The school has no name.', remedy: 'Add name: the name of the school.' });
  const offices = pairsIn(sheet, 'offices');
  for (const office of offices) {
    if (vocabulary.offices.has(office.name)) continue;
    const remedy = didYouMean(office.name, vocabulary.offices.keys(), 'The offices are listed in the vocabulary, file offices.tsv; a school may add its own.');
    complain(desk, office.at, { code: 'unknown-office', message: `"${office.name.slice(0, 60)}" is not an office.`, remedy });
  }
  const terms = sheetsIn(sheet, 'terms', ['name', 'from', 'to']).flatMap((term) => {
    const [from, to] = [dayIn(term, 'from'), dayIn(term, 'to')];
    return from === undefined || to === undefined ? [] : [{ name: textOf(term, 'name') ?? '', from, to }];
  });
  const school: SchoolSheet = {
    name: name ?? '', ...(under === undefined ? {} : { under }),
    offices: Object.fromEntries(offices.map((office) => [office.name, office.value])), terms,
  };
  return { school, findings: desk.findings };
}

/** A line of `coverage.tsv` and where it stands. */
export interface CoverageLine extends Coverage {
  readonly at: Place;
}

/** Reads `coverage.tsv` (columns `source`, `clause`, `act`; an empty act means all). */
export function readCoverage(text: string, file: string): { coverage: readonly CoverageLine[]; findings: readonly Finding[] } {
  const { rows, findings } = readTable(text, file, []);
  const header = (text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)[0] ?? '').split('\t').map((name) => name.trim());
  const [source = 'source', clause = 'clause', act = 'act'] = header;
  const coverage = rows.map((row) => ({ source: row.cell(source), clause: row.cell(clause), act: row.cell(act), at: row.at(source) }));
  for (const line of coverage) {
    const isWhole = line.source !== '' && /^[^#\s]+#[^#\s]+$/.test(line.clause);
    if (!isWhole) findings.push(tableFault(line.at, 'bad-coverage', 'A line of the coverage is not whole.', 'Write an inventory id, a tab, policy#clause, and perhaps a tab and an act.'));
  }
  return { coverage, findings };
}
