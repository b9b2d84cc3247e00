/**
 * Conditions: `place=classroom|office; recipient-count>1; time-span<=25 days`.
 */
import type { Fact, FactType, Operator, Test } from '../words.ts';
import { complain, placeAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { didYouMean } from '../nearest.ts';
import { isDay } from './day.ts';

const TEST = /^([^\s=!<>|;]+)\s*(<=|>=|!=|==|=<|=>|<>|=|<|>)\s*(.*)$/s;
const SPAN = /^\d+(\.\d+)? (second|minute|hour|day|night|week|month|term|year)s?$/;
/** Spans without a length. */
const SPAN_WORDS: ReadonlySet<string> = new Set(['permanent', 'temporary', 'unstated']);
const WRITTEN_AS: Readonly<Record<Exclude<FactType, 'enum' | 'yes/no'>, { readonly fits: (value: string) => boolean; readonly like: string }>> = {
  number: { fits: (value) => /^-?\d+(\.\d+)?$/.test(value), like: 'a number such as 25' },
  span: { fits: (value) => SPAN.test(value) || SPAN_WORDS.has(value), like: 'a span such as "20 days"' },
  date: { fits: (value) => isDay(value) || /^\d{4}-(0[1-9]|1[0-2])$/.test(value), like: 'a day such as 2026-09-01' },
};

/** Reads a condition that stands at an offset of the text. Undefined, with findings, when any of its tests cannot be read. */
export function readCondition(desk: Desk, text: string, at: number): readonly Test[] | undefined {
  const tests: Test[] = [];
  let whole = true;
  let here = 0;
  for (const part of text.split(';')) {
    const start = at + here + (part.length - part.trimStart().length);
    here += part.length + 1;
    const test = readTest(desk, part.trim(), start);
    if (test) tests.push(test);
    else whole = false;
  }
  return whole ? tests : undefined;
}

function readTest(desk: Desk, text: string, at: number): Test | undefined {
  const parts = TEST.exec(text);
  if (!parts) {
    complain(desk, at, { code: 'bad-condition', message: text === '' ? 'A test is missing here.' : `"${text}" is not a test.`, remedy: shapeRemedy(desk, text) });
    return undefined;
  }
  const [, name, written, rest] = parts as unknown as [string, string, string, string];
  const operator = toOperator(written);
  if (operator === undefined) {
    complain(desk, at + name.length, { code: 'bad-condition', message: `"${written}" is not a comparison.`, remedy: 'Use one of = != < <= > >=.' });
    return undefined;
  }
  const fact = desk.vocabulary.facts.get(name);
  if (!fact) {
    const remedy = didYouMean(name, desk.vocabulary.facts.keys(), 'The facts are listed in the vocabulary, file facts.tsv.');
    complain(desk, at, { code: 'unknown-fact', message: `"${name}" is not a fact.`, remedy });
    return undefined;
  }
  if (!operatorFits(desk, fact, operator, at + name.length)) return undefined;
  const values = readValues(desk, fact, rest, at + text.length - rest.length);
  return values && { fact: name, operator, values, at: placeAt(desk, at) };
}

function shapeRemedy(desk: Desk, text: string): string {
  const fact = desk.vocabulary.facts.get(text.replace(/^!/, ''));
  if (fact?.type === 'yes/no') return `Write "${fact.name}=${text.startsWith('!') ? 'no' : 'yes'}".`;
  return 'Write fact=value or fact=one|other; put ";" between tests.';
}

function toOperator(written: string): Operator | undefined {
  return (['=', '!=', '<', '<=', '>', '>='] as const).find((operator) => operator === written);
}

function operatorFits(desk: Desk, fact: Fact, operator: Operator, at: number): boolean {
  if (operator === '=' || operator === '!=' || (fact.type !== 'enum' && fact.type !== 'yes/no')) return true;
  complain(desk, at, { code: 'bad-condition', message: `"${fact.name}" has no order, so "${operator}" says nothing.`, remedy: 'Only numbers, spans and days can be compared; use = or !=.' });
  return false;
}

function readValues(desk: Desk, fact: Fact, text: string, at: number): readonly string[] | undefined {
  const values: string[] = [];
  let whole = true;
  let here = 0;
  for (const part of text.split('|')) {
    const value = part.trim();
    const start = at + here + (part.length - part.trimStart().length);
    here += part.length + 1;
    if (valueFits(desk, fact, value, start)) values.push(value);
    else whole = false;
  }
  return whole ? values : undefined;
}

function valueFits(desk: Desk, fact: Fact, value: string, at: number): boolean {
  if (value === '') {
    complain(desk, at, { code: 'bad-condition', message: `A value of "${fact.name}" is missing.`, remedy: `Write ${fact.name}=value.` });
    return false;
  }
  if (fact.type === 'enum' || fact.type === 'yes/no') {
    if (fact.values.has(value)) return true;
    complain(desk, at, { code: 'unknown-value', message: `"${value}" is not a value of "${fact.name}".`, remedy: valueRemedy(fact, value) });
    return false;
  }
  const { fits, like } = WRITTEN_AS[fact.type];
  if (fits(value)) return true;
  complain(desk, at, { code: 'unknown-value', message: `"${value}" is not ${like}.`, remedy: `Write the value of "${fact.name}" as ${like}.` });
  return false;
}

function valueRemedy(fact: Fact, value: string): string {
  if (value.includes(',')) return 'Put ";" between tests and "|" between values.';
  const all = [...fact.values.keys()];
  const list = all.length <= 12 ? `Its values are ${all.join(', ')}.` : `Its ${all.length} values are listed in the vocabulary, file fact-values.tsv.`;
  return didYouMean(value, all, list);
}
