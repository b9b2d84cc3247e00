/**
 * `cases.yaml`: what a school's rules should answer, in cases that a governor can read.
 */
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import { VERDICTS } from '../words.ts';
import type { Day, Finding, Permission, Place, Question } from '../words.ts';

/** What an answer must say; a list that is not given may be anything. Clauses are named as `policy#clause`. */
export type Expected = { readonly says: string } & Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>>;
/** The lists of an answer that a case may name, whatever their order. */
export const LISTS = ['because', 'ask', 'tell', 'duties', 'missing'] as const;

export interface PackCase {
  readonly name: string;
  readonly question: Question;
  readonly expected: Expected;
  readonly at: Place;
}

type Read = { readonly cases: readonly PackCase[]; readonly findings: readonly Finding[] };
const REMEDY = 'Write - name: …, when: { who: teacher, act: … }, then: { says: no, because: [policy#clause] }.';

/** Reads the cases; `on` is the day on which one is asked that names none. What is no case is a finding at its line. */
export function readCases(text: string, file: string, on: Day): Read {
  const lines = new LineCounter();
  const fault = (offset: number, message: string): Finding => ({ file, ...placeOf(lines, offset), severity: 'error', code: 'bad-case', message, remedy: REMEDY });
  try {
    const document = parseDocument(text.replace(/^\ufeff/, ''), { schema: 'core', prettyErrors: false, logLevel: 'silent', lineCounter: lines });
    const broken = document.errors.slice(0, 5).map((error) => fault(error.pos[0], `The YAML cannot be read: ${error.message.split('\n')[0]}`));
    if (document.contents === null) return { cases: [], findings: broken };
    if (!isSeq(document.contents)) return { cases: [], findings: [...broken, fault(0, 'A list of cases was expected.')] };
    const read = document.contents.items.map((item) => {
      const offset = (isMap(item) ? item.range?.[0] : undefined) ?? 0;
      const one = isMap(item) ? toCase(item.toJS(document) as Record<string, unknown>, { file, ...placeOf(lines, offset) }, on) : undefined;
      return one ?? fault(offset, 'This is not a whole case.');
    });
    return { cases: read.filter((one) => 'question' in one), findings: [...broken, ...read.filter((one) => 'code' in one)] };
  } catch (error) {
    return { cases: [], findings: [fault(0, `The YAML cannot be read: ${(error as Error).message}`)] };
  }
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function toCase({ name, when, then }: Record<string, unknown>, at: Place, on: Day): PackCase | undefined {
  if (typeof name !== 'string' || !isObject(when) || !isObject(then)) return undefined;
  const who = Array.isArray(when['who']) ? when['who'].map(String) : when['who'];
  const { act, facts = {}, permissions = [] } = when;
  const says = then['says'];
  if ((typeof who !== 'string' && !Array.isArray(who)) || typeof act !== 'string' || !isObject(facts) || !isPermissions(permissions)) return undefined;
  if (typeof says !== 'string' || !VERDICTS.some((verdict) => verdict === says)) return undefined;
  const lists = LISTS.filter((list) => Array.isArray(then[list])).map((list) => [list, (then[list] as unknown[]).map(String)]);
  const day = typeof when['on'] === 'string' ? when['on'] : on;
  return { name, at, question: { who, act, facts: textsOf(facts), permissions, on: day }, expected: { says, ...Object.fromEntries(lists) as object } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPermissions(value: unknown): value is readonly Permission[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && typeof one['act'] === 'string' && typeof one['live'] === 'boolean');
}

/** Numbers become the texts that facts are. */
function textsOf(facts: Record<string, unknown>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, Array.isArray(value) ? value.map(String) : String(value)]));
}
