/**
 * The quick way to an answer. Most questions leave nothing open: then every rule is plainly met or not, and a few bit
 * masks say which. The answer for each pattern of met rules is worked out once, in full, and kept.
 */
import type { Answer, Question } from '../words.ts';
import { NO, YES } from './logic.ts';
import { BROADER } from './values.ts';
import type { ActFact, ActRule, ActTable } from './tables.ts';
import { readingsOf } from './tables.ts';
import { approversFor } from './who.ts';
import type { Asker } from './who.ts';

/** The rules of one act that bind one asker, as masks: one bit for each test and for each rule. */
export interface Docket {
  readonly speaking: readonly ActRule[];
  readonly dated: boolean;
  /** Undefined where masks do not fit; the full way is always right. */
  readonly quick?: Quick;
}

interface Quick {
  readonly facts: readonly QuickFact[];
  readonly when: readonly number[];
  readonly unless: readonly (readonly number[])[];
  readonly asideBy: readonly number[];
  /** Where the pattern says that a rule is excepted, and that it is permitted. */
  readonly exceptedBit: readonly number[];
  readonly permittedBit: readonly number[];
  /** The `permittedBit` of the rules that an office's permission answers; under '' of those that any answers. */
  readonly answeredBy: ReadonlyMap<string, number>;
  readonly testsGrants: boolean;
  readonly answers: Map<number, Answer>;
}

interface QuickFact {
  readonly name: string;
  readonly standard: Code;
  readonly codes: Map<string, Code>;
  readonly read: (value: string) => Code;
}

/** Tests that a value meets and tests that it does not; in neither: unknown. */
interface Code { readonly yes: number; readonly no: number; readonly broad: boolean }

/** A small integer, which costs nothing to keep, has this many bits. */
const MOST_BITS = 30;
const MOST_ANSWERS = 5000;
const OPEN: Code = { yes: 0, no: 0, broad: false };

/** Prepares the rules of an act for an asker. `speaking` are the rules that bind them on one day or another. */
export function docketOf(table: ActTable, asker: Asker, speaking: readonly ActRule[]): Docket {
  const dated = speaking.some((one) => one.dated);
  return { speaking, dated, ...(dated || !fits(table, asker, speaking) ? {} : { quick: quickOf(table, asker, speaking) }) };
}

function fits(table: ActTable, asker: Asker, speaking: readonly ActRule[]): boolean {
  const single = speaking.every((one) => one.part !== 'ask' || (one.offices.length === 1 && !one.offices[0]!.some((office) => asker.own.has(office))));
  // A duty that is excused and one that is fulfilled are answered differently, and one bit could not tell them apart.
  const plain = speaking.every((one) => one.demand.length === 0 || one.unless.length === 0);
  const bits = speaking.reduce((all, one) => all + 1 + (hasWaysOut(one) ? 1 : 0) + (one.part === 'ask' ? 1 : 0), 0);
  return single && plain && bits <= MOST_BITS && table.factOfTest.length <= MOST_BITS;
}

function hasWaysOut(one: ActRule): boolean {
  return one.unless.length + one.demand.length > 0;
}

function quickOf(table: ActTable, asker: Asker, speaking: readonly ActRule[]): Quick {
  const bitOf = new Map(speaking.map((one, at) => [one.index, 1 << at]));
  const mask = (tests: readonly number[]) => tests.reduce((all, test) => all | (1 << test), 0);
  // A duty's demand is tested like an exception: known to be met, known to be broken, or open.
  const unless = speaking.map((one) => (one.demand.length > 0 ? [...one.unless, one.demand] : one.unless).map(mask));
  const tested = speaking.reduce((all, one, at) => all | mask(one.when) | unless[at]!.reduce((some, way) => some | way, 0), 0);
  let bit = 1 << speaking.length;
  const nextBit = (wanted: boolean) => {
    const mine = wanted ? bit : 0;
    if (wanted) bit <<= 1;
    return mine;
  };
  const exceptedBit = speaking.map((one) => nextBit(hasWaysOut(one)));
  const permittedBit = speaking.map((one) => nextBit(one.part === 'ask'));
  return {
    exceptedBit, permittedBit,
    facts: table.facts.filter((one) => (tested & maskOf(one)) !== 0).map(quickFact),
    when: speaking.map((one) => mask(one.when)), unless,
    asideBy: speaking.map((one) => one.asideBy.reduce((all, other) => all | (bitOf.get(other) ?? 0), 0)),
    answeredBy: answeredBy(asker, speaking, permittedBit), testsGrants: table.factByName.has('grant-held'), answers: new Map(),
  };
}

function maskOf(one: ActFact): number {
  return one.tests.reduce((all, _, at) => all | (1 << (one.start + at)), 0);
}

function quickFact(one: ActFact): QuickFact {
  const codes = new Map<string, Code>();
  const read = (value: string): Code => {
    const code = codeOf(one, value);
    if (codes.size < 500) codes.set(value, code);
    return code;
  };
  return { name: one.fact.name, standard: one.fact.default === undefined ? OPEN : codeOf(one, one.fact.default), codes, read };
}

function codeOf(one: ActFact, value: string): Code {
  const readings = readingsOf(one, [value]);
  const mask = (wanted: number) => readings.reduce<number>((all, reading, at) => (reading === wanted ? all | (1 << (one.start + at)) : all), 0);
  return { yes: mask(YES), no: mask(NO), broad: readings.some((reading) => reading >= BROADER) };
}

function answeredBy(asker: Asker, speaking: readonly ActRule[], bits: readonly number[]): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  speaking.forEach((one, at) => {
    if (one.part !== 'ask' || one.broken || one.rule.absolute) return;
    for (const office of ['', ...approversFor(asker, one.offices).flat()]) answers.set(office, (answers.get(office) ?? 0) | bits[at]!);
  });
  return answers;
}

/** The kept answer's place for a question: a number, or -1 where the question has to be gone through in full. */
export function placeOf({ quick }: Docket, { facts, permissions, act }: Question): number {
  if (!quick) return -1;
  let yes = 0;
  let no = 0;
  for (const fact of quick.facts) {
    const value = facts?.[fact.name];
    if (value !== undefined && typeof value !== 'string') return -1;
    const code = value === undefined ? fact.standard : (fact.codes.get(value) ?? fact.read(value));
    if (code.broad) return -1;
    yes |= code.yes;
    no |= code.no;
  }
  const granted = grantedBy(quick, facts?.['grant-held'], act, permissions);
  return granted < 0 ? -1 : patternOf(quick, yes, no, granted);
}

/** The rules that the permissions held answer; -1 where that takes a closer look. */
function grantedBy(quick: Quick, held: string | readonly string[] | undefined, act: string, permissions: Question['permissions']): number {
  let granted = 0;
  if (held === 'yes') granted = quick.answeredBy.get('') ?? 0;
  else if (held !== undefined && held !== 'no') return -1;
  if (permissions === undefined) return granted;
  for (const permission of permissions) {
    if (!permission.live || permission.act !== act) continue;
    if (permission.facts || permission.use !== undefined || (quick.testsGrants && held === undefined)) return -1;
    granted |= quick.answeredBy.get(permission.office ?? '') ?? 0;
  }
  return granted;
}

/** Which rules apply, which of them are excepted and which permitted, as one number; -1 where any of it is open. */
function patternOf({ when, unless, asideBy, exceptedBit, permittedBit }: Quick, yes: number, no: number, granted: number): number {
  const count = when.length;
  let met = 0;
  for (let at = 0; at < count; at += 1) {
    const tests = when[at]!;
    if ((yes & tests) === tests) met |= 1 << at;
    else if ((no & tests) === 0) return -1;
  }
  let pattern = 0;
  for (let at = 0; at < count; at += 1) {
    if ((met & (1 << at)) === 0 || (met & asideBy[at]!) !== 0) continue;
    pattern |= (1 << at) | (granted & permittedBit[at]!);
    const ways = unless[at]!;
    for (let way = 0; way < ways.length; way += 1) {
      const tests = ways[way]!;
      if ((yes & tests) === tests) pattern |= exceptedBit[at]!;
      else if ((no & tests) === 0) return -1;
    }
  }
  return pattern;
}

/** The answer kept at a place. */
export function keptAt(docket: Docket, place: number): Answer | undefined {
  return docket.quick?.answers.get(place);
}

/** Keeps an answer. It is shared from now on, so it is frozen. */
export function keepAt(docket: Docket, place: number, answer: Answer): void {
  if (docket.quick && docket.quick.answers.size < MOST_ANSWERS) docket.quick.answers.set(place, freeze(answer));
}

function freeze<Item>(item: Item): Item {
  if (typeof item === 'object' && item !== null && !Object.isFrozen(item)) {
    Object.freeze(item);
    for (const part of Object.values(item)) freeze(part);
  }
  return item;
}
