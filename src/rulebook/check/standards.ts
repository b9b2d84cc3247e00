/**
 * What the law and the national standards say, as dated data: words that are out of date or wrong (`law.tsv`) and how
 * often or how soon a thing must be done at the least (`cadences.tsv`).
 */
import { readTable, tableFault } from '../tables.ts';
import type { Row } from '../tables.ts';
import type { Day, Finding } from '../words.ts';
import { lengthOf } from './spans.ts';
import type { SourceText } from './source.ts';

/** A word or phrase that is wrong, or has been since a day. */
export interface OutdatedWord {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly pattern: RegExp;
  readonly since: Day;
  /** What is wrong with it, as a sentence. */
  readonly says: string;
  /** What to write instead, as a sentence. */
  readonly right: string;
  readonly source: string;
}

/** How often, or how soon, something must be done at the least. */
export interface Cadence {
  readonly name: string;
  /** In plain words: "the review of filtering and monitoring". */
  readonly what: string;
  /** Rules it speaks of: verbs, and subjects or values of `use`, `to`, `for` and `of`. */
  readonly verbs: readonly string[];
  readonly subjects: readonly string[];
  readonly attribute: 'every' | 'within';
  readonly longest: string;
  /** In days. */
  readonly days: number;
  /** A sentence of a text that matches speaks of it. */
  readonly words: RegExp | undefined;
  readonly since: Day;
  readonly source: string;
}

export interface Standards {
  readonly law: readonly OutdatedWord[];
  readonly cadences: readonly Cadence[];
}

export const NO_STANDARDS: Standards = { law: [], cadences: [] };

const LAW = ['code', 'severity', 'pattern', 'exact', 'since', 'says', 'right', 'source'];
const CADENCES = ['cadence', 'what', 'verbs', 'subjects', 'attribute', 'longest', 'words', 'since', 'source'];

/** Reads `law.tsv` and `cadences.tsv` among the texts given; other files are passed over. */
export function readStandards(texts: readonly SourceText[]): { standards: Standards; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const rowsOf = (name: string, columns: readonly string[]): readonly Row[] => texts
    .filter(({ file }) => file.split(/[\\/]/).at(-1) === name)
    .flatMap(({ file, text }) => {
      const table = readTable(text, file, columns);
      findings.push(...table.findings);
      return table.rows;
    });
  const law = rowsOf('law.tsv', LAW).flatMap((row) => toWord(row, findings));
  const cadences = rowsOf('cadences.tsv', CADENCES).flatMap((row) => toCadence(row, findings));
  return { standards: { law, cadences }, findings };
}

function toWord(row: Row, findings: Finding[]): OutdatedWord[] {
  const pattern = toPattern(row, 'pattern', row.cell('exact') === 'yes' ? 'g' : 'gi', findings);
  const since = toDay(row, findings);
  if (!pattern || since === undefined) return [];
  const severity = row.cell('severity') === 'error' ? 'error' : 'warning';
  return [{ code: row.cell('code'), severity, pattern, since, says: row.cell('says'), right: row.cell('right'), source: row.cell('source') }];
}

function toCadence(row: Row, findings: Finding[]): Cadence[] {
  const words = row.cell('words') === '' ? undefined : toPattern(row, 'words', 'i', findings);
  const since = toDay(row, findings);
  const days = lengthOf(row.cell('longest'));
  if (days === undefined) findings.push(tableFault(row.at('longest'), 'bad-cadence', `"${row.cell('longest')}" is not a span.`, 'Write it as "1 year", "14 days" or "72 hours".'));
  if (since === undefined || days === undefined) return [];
  return [{
    name: row.cell('cadence'), what: row.cell('what'), verbs: listOf(row.cell('verbs')), subjects: listOf(row.cell('subjects')),
    attribute: row.cell('attribute') === 'within' ? 'within' : 'every', longest: row.cell('longest'), days, words, since, source: row.cell('source'),
  }];
}

/** A blank in a pattern stands for any blanks of the text. */
function toPattern(row: Row, column: string, flags: string, findings: Finding[]): RegExp | undefined {
  try {
    return new RegExp(row.cell(column).replaceAll(' ', '\\s+'), flags);
  } catch (fault) {
    findings.push(tableFault(row.at(column), 'bad-pattern', `The pattern cannot be read: ${(fault as Error).message}`, 'Correct the regular expression.'));
    return undefined;
  }
}

/** `2018`, `2018-06` and `2018-06-30` are all days: the last of the year or month when no nearer one is known. */
function toDay(row: Row, findings: Finding[]): Day | undefined {
  const text = row.cell('since');
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (/^\d{4}-\d{2}$/.test(text)) return `${text}-31`;
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  findings.push(tableFault(row.at('since'), 'bad-date', `"${text}" is not a day, a month or a year.`, 'Write it as 2026-09-01, 2026-09 or 2026.'));
  return undefined;
}

function listOf(cell: string): readonly string[] {
  return cell.split('|').map((part) => part.trim()).filter((part) => part !== '');
}
