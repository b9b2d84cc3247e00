/**
 * The closed lists a policy may use, from their tables: acts, facts and their values, offices, kinds of people.
 */
import type { Act, Fact, FactType, FactValue, Finding, Kind, Office, Vocabulary } from './words.ts';
import { didYouMean, nearest } from './nearest.ts';
import { readTable, tableFault } from './tables.ts';
import type { Row } from './tables.ts';

/** One table of the vocabulary. Its file name says which: acts, facts, fact-values, offices or kinds. */
export interface VocabularyText {
  readonly file: string;
  readonly text: string;
}

type Table = 'acts' | 'facts' | 'fact-values' | 'offices' | 'kinds';

const COLUMNS: Readonly<Record<Table, readonly string[]>> = {
  acts: ['act', 'meaning', 'done-by', 'group'],
  facts: ['fact', 'type', 'default', 'several', 'meaning', 'acts'],
  'fact-values': ['fact', 'value', 'part-of'],
  offices: ['office', 'title', 'outside'],
  kinds: ['kind', 'title', 'part-of'],
};
const FACT_TYPES: readonly FactType[] = ['enum', 'yes/no', 'number', 'span', 'date'];

type Rows = Readonly<Record<Table, readonly Row[]>>;

/**
 * Puts the vocabulary together. Later texts add words to earlier ones (a school's own); a word given twice keeps
 * its first meaning and is a finding, for a name has one meaning.
 */
export function readVocabulary(texts: readonly VocabularyText[]): { vocabulary: Vocabulary; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const rows: Record<Table, Row[]> = { acts: [], facts: [], 'fact-values': [], offices: [], kinds: [] };
  for (const { file, text } of texts) {
    const table = tableOf(file);
    if (!table) {
      complainOfTable(file, findings);
      continue;
    }
    const read = readTable(text, file, COLUMNS[table]);
    findings.push(...read.findings);
    rows[table].push(...read.rows);
  }
  const named = onlyOnce(rows, findings);
  const vocabulary: Vocabulary = {
    acts: byName(named.acts, 'act', toAct),
    facts: toFacts(named, findings),
    offices: byName(named.offices, 'office', toOffice),
    kinds: toKinds(named.kinds, findings),
  };
  checkReferences(named, vocabulary, findings);
  return { vocabulary, findings };
}

function tableOf(file: string): Table | undefined {
  const name = file.split(/[\\/]/).at(-1)?.replace(/\.tsv$/, '');
  return (Object.keys(COLUMNS) as Table[]).find((table) => table === name);
}

/** Other tables may lie in the folder; one whose name is nearly right is a slip. */
function complainOfTable(file: string, findings: Finding[]): void {
  const name = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.tsv$/, '');
  const meant = name.includes('-') && name !== 'fact-value' ? undefined : nearest(name, Object.keys(COLUMNS));
  if (meant) findings.push(tableFault({ file, line: 1, column: 1 }, 'unknown-table', `"${name}.tsv" is no table of the vocabulary.`, `Did you mean "${meant}.tsv"?`));
}

/** Leaves out rows without a name and those whose name was taken before. */
function onlyOnce(rows: Rows, findings: Finding[]): Rows {
  const once = (table: Table, key: readonly string[]): readonly Row[] => {
    const seen = new Set<string>();
    return rows[table].filter((row) => {
      const name = key.map((column) => row.cell(column)).join('=');
      const [first] = key as [string, ...string[]];
      if (key.some((column) => row.cell(column) === '')) {
        findings.push(tableFault(row.at(first), 'missing-name', `A line of ${table} has no ${first}.`, 'Fill the cell or take the line out.'));
        return false;
      }
      if (seen.has(name)) findings.push(tableFault(row.at(first), 'word-twice', `"${name}" is already in the vocabulary.`, 'Give it another name: a name has one meaning.'));
      const isNew = !seen.has(name);
      seen.add(name);
      return isNew;
    });
  };
  return {
    acts: once('acts', ['act']), facts: once('facts', ['fact']), 'fact-values': once('fact-values', ['fact', 'value']),
    offices: once('offices', ['office']), kinds: once('kinds', ['kind']),
  };
}

function byName<Word>(rows: readonly Row[], column: string, toWord: (row: Row) => Word): ReadonlyMap<string, Word> {
  return new Map(rows.map((row) => [row.cell(column), toWord(row)]));
}

function toAct(row: Row): Act {
  const meaning = row.cell('meaning');
  return { name: row.cell('act'), meaning, doneBy: listOf(row.cell('done-by')), group: row.cell('group'), plain: row.cell('plain') || lowerFirst(meaning) };
}

function toOffice(row: Row): Office {
  return { name: row.cell('office'), title: row.cell('title') || spaced(row.cell('office')), outside: row.cell('outside') === 'yes' };
}

function toKinds(rows: readonly Row[], findings: Finding[]): ReadonlyMap<string, Kind> {
  const parents = new Map(rows.map((row) => [row.cell('kind'), listOf(row.cell('part-of'))]));
  checkParents(rows, 'kind', (row) => parents.has(row), findings);
  return byName(rows, 'kind', (row) => {
    const name = row.cell('kind');
    return { name, title: row.cell('title') || spaced(name), within: upwards(name, parents) };
  });
}

function toFacts(rows: Rows, findings: Finding[]): ReadonlyMap<string, Fact> {
  const values = new Map<string, Row[]>();
  for (const row of rows['fact-values']) values.set(row.cell('fact'), [...(values.get(row.cell('fact')) ?? []), row]);
  return byName(rows.facts, 'fact', (row) => toFact(row, values.get(row.cell('fact')) ?? [], findings));
}

function toFact(row: Row, valueRows: readonly Row[], findings: Finding[]): Fact {
  const name = row.cell('fact');
  const type = FACT_TYPES.find((known) => known === row.cell('type'));
  if (!type) findings.push(tableFault(row.at('type'), 'bad-fact-type', `"${row.cell('type')}" is not a type of fact.`, `The types are ${FACT_TYPES.join(', ')}.`));
  const values = toValues(valueRows, findings);
  for (const answer of type === 'yes/no' ? ['yes', 'no'] : []) {
    if (!values.has(answer)) values.set(answer, { value: answer, within: [], plain: answer });
  }
  const standard = row.cell('default');
  const isKnown = standard === '' || values.has(standard) || (type !== 'enum' && type !== 'yes/no');
  if (!isKnown) findings.push(tableFault(row.at('default'), 'unknown-value', `The default "${standard}" is not a value of "${name}".`, didYouMean(standard, values.keys(), 'Add it to fact-values.tsv or leave the default empty.')));
  return {
    name, type: type ?? 'enum', ...(standard !== '' && isKnown ? { default: standard } : {}), several: row.cell('several') === 'yes',
    meaning: row.cell('meaning'), question: row.cell('question') || `${row.cell('meaning') || spaced(name)}?`, acts: listOf(row.cell('acts')), values,
  };
}

function toValues(rows: readonly Row[], findings: Finding[]): Map<string, FactValue> {
  const parents = new Map(rows.map((row) => [row.cell('value'), listOf(row.cell('part-of'))]));
  checkParents(rows, 'value', (value) => parents.has(value), findings);
  return new Map(rows.map((row) => {
    const value = row.cell('value');
    return [value, { value, within: upwards(value, parents), plain: row.cell('plain') || spaced(value) }];
  }));
}

function checkParents(rows: readonly Row[], column: string, isKnown: (name: string) => boolean, findings: Finding[]): void {
  for (const row of rows) {
    for (const parent of listOf(row.cell('part-of'))) {
      if (!isKnown(parent)) findings.push(tableFault(row.at('part-of'), 'unknown-parent', `"${row.cell(column)}" is said to be part of "${parent}", which is not in the list.`, 'Correct the name or add its line.'));
    }
  }
}

/** Everything a name is part of, nearest first, each once. A circle ends where it began. */
function upwards(name: string, parents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const waiting = [...(parents.get(name) ?? [])];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next === name || found.has(next) || !parents.has(next)) continue;
    found.add(next);
    waiting.push(...(parents.get(next) ?? []));
  }
  return [...found];
}

function checkReferences(rows: Rows, vocabulary: Vocabulary, findings: Finding[]): void {
  const unknown = (row: Row, column: string, name: string, what: string, known: Iterable<string>) => {
    findings.push(tableFault(row.at(column), `unknown-${what}`, `"${name}" is not ${what === 'kind' ? 'a' : 'an'} ${what} of the vocabulary.`.replace('an fact', 'a fact'), didYouMean(name, known, 'Correct the name or add it.')));
  };
  for (const row of rows['fact-values']) {
    if (!vocabulary.facts.has(row.cell('fact'))) unknown(row, 'fact', row.cell('fact'), 'fact', vocabulary.facts.keys());
  }
  for (const row of rows.facts) {
    for (const act of listOf(row.cell('acts'))) if (!vocabulary.acts.has(act)) unknown(row, 'acts', act, 'act', vocabulary.acts.keys());
  }
  for (const row of rows.acts) {
    for (const kind of listOf(row.cell('done-by'))) {
      if (!vocabulary.kinds.has(kind) && !vocabulary.offices.has(kind)) unknown(row, 'done-by', kind, 'kind', vocabulary.kinds.keys());
    }
  }
}

function listOf(cell: string): readonly string[] {
  return cell.split(/[|,]/).map((part) => part.trim()).filter((part) => part !== '');
}

function spaced(name: string): string {
  return name.replaceAll('-', ' ');
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
