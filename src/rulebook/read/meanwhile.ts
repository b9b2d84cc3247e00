/**
 * Temporary measures: `:::meanwhile{period=covid from=2020-05-01 until=2020-09-01}` … `:::`.
 */
import { didYouMean } from '../nearest.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { badDay, isDay } from './day.ts';
import { endOf, startOf } from './markdown.ts';
import type { Nodes } from './markdown.ts';
import type { Meanwhile } from './rule.ts';
import { readRuleLine } from './rule-line.ts';
import type { Attribute, RuleLine } from './rule-line.ts';

/** Reads the opening line of a container. Without `meanwhile` it is none that we know: findings say so. */
export function openMeasure(desk: Desk, node: Extract<Nodes, { type: 'containerDirective' }>): { line: RuleLine; meanwhile?: Meanwhile } {
  const start = startOf(node);
  const text = desk.source.slice(start, endOf(node));
  const first = /^[^\n\r]*/.exec(text)![0];
  const colons = /^:*/.exec(first)![0].length;
  const line = readRuleLine(`::${first.slice(colons).trimEnd()}`, start + colons - 2);
  if (node.name !== 'meanwhile') {
    complain(desk, start, { code: 'unknown-container', message: `"${first.slice(0, 40)}" opens nothing that is known.`, remedy: 'A rule begins with two colons; only :::meanwhile takes three.' });
    return { line };
  }
  if (!new RegExp(`[\\n\\r][ \\t>]*:{${colons},}[ \\t]*$`).test(text)) {
    complain(desk, start, { code: 'unclosed-meanwhile', message: 'This "meanwhile" is never closed, so all that follows would end with it.', remedy: 'Put a line ":::" where the temporary measure ends.' });
  }
  return { line, meanwhile: readMeasure(desk, line) };
}

function readMeasure(desk: Desk, line: RuleLine): Meanwhile {
  if (line.fault) complain(desk, line.fault.at, line.fault);
  const given = new Map<string, Attribute>();
  for (const attribute of line.attributes) {
    const { name, at } = attribute;
    const isKnown = ['period', 'from', 'until'].includes(name);
    if (given.has(name)) complain(desk, at, { code: 'attribute-twice', message: `"${name}" is given twice.`, remedy: 'Keep one.' });
    if (!isKnown) complain(desk, at, { code: 'unknown-attribute', message: `"meanwhile" has no attribute "${name}".`, remedy: 'It takes period, from and until.' });
    given.set(name, attribute);
  }
  if (given.size === 0) complain(desk, line.at, { code: 'bad-attribute', message: 'This "meanwhile" does not say when it is in force.', remedy: 'Write :::meanwhile{period=… from=… until=…}.' });
  const period = periodOf(desk, given.get('period'));
  const from = dayOf(desk, given.get('from'));
  const until = dayOf(desk, given.get('until'));
  if (from !== undefined && until !== undefined && until < from) {
    complain(desk, given.get('until')!.at, { code: 'bad-date', message: `It ends (${until}) before it begins (${from}).`, remedy: 'Correct one of the two days.' });
  }
  return { ...(period === undefined ? {} : { period }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function periodOf(desk: Desk, attribute: Attribute | undefined): string | undefined {
  if (!attribute) return undefined;
  const periods = desk.vocabulary.facts.get('period')?.values;
  if (periods && !periods.has(attribute.value)) {
    complain(desk, attribute.valueAt, { code: 'unknown-value', message: `"${attribute.value}" is not a period.`, remedy: didYouMean(attribute.value, periods.keys(), `The periods are ${[...periods.keys()].join(', ')}.`) });
  }
  return attribute.value;
}

function dayOf(desk: Desk, attribute: Attribute | undefined): string | undefined {
  if (!attribute) return undefined;
  if (isDay(attribute.value)) return attribute.value;
  complain(desk, attribute.valueAt, badDay(attribute.value));
  return undefined;
}
