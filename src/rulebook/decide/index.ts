/**
 * `decide`: may this person do this act, in this situation, on this day? Pure: no clock, no disk.
 */
import type { Answer, Permission, Question, Rulebook } from '../words.ts';
import { answerOf } from './answer.ts';
import type { Asked } from './asked.ts';
import { docketOf, keepAt, keptAt, placeOf } from './docket.ts';
import type { Docket } from './docket.ts';
import { YES, and } from './logic.ts';
import type { Truth } from './logic.ts';
import { outcomeOf, strictest } from './outcome.ts';
import { isHeld, livePermissions, openFacts, permitted } from './permissions.ts';
import { scenariosOf } from './situations.ts';
import type { Scenario } from './situations.ts';
import { tableOf } from './tables.ts';
import type { ActRule, ActTable } from './tables.ts';
import { approversFor, holdsOneOf, isBound, readAsker } from './who.ts';
import type { Asker } from './who.ts';

export { evaluate } from './evaluate.ts';
export { NO, UNKNOWN, YES } from './logic.ts';
export type { Truth } from './logic.ts';
export { testsOf } from './outcome.ts';
export { everyWay, standardReading } from './tables.ts';
export type { ActFact, ActRule, ActTable } from './tables.ts';
export { isMeasured, measure } from './values.ts';
export { isBound, readAsker } from './who.ts';
export type { Asker } from './who.ts';

/** A rulebook made ready for many questions. Tables and askers are filled in as they are met. */
export interface Prepared {
  readonly rulebook: Rulebook;
  readonly tables: Map<string, ActTable>;
  readonly askers: Map<string, KnownAsker>;
  readonly sourcesByClause: Asked['sourcesByClause'];
}

interface KnownAsker { readonly asker: Asker; readonly dockets: Map<string, Docket> }

const PREPARED = new WeakMap<Rulebook, Prepared>();
let latest: Prepared | undefined;

/** Prepares a rulebook, once: later calls return the same. `decide` calls it by itself. */
export function prepare(rulebook: Rulebook): Prepared {
  // Questions mostly come about the same school one after the other.
  if (latest?.rulebook === rulebook) return latest;
  const known = PREPARED.get(rulebook);
  if (known) return (latest = known);
  const prepared = { rulebook, tables: new Map(), askers: new Map(), sourcesByClause: sourcesByClause(rulebook) };
  PREPARED.set(rulebook, prepared);
  return (latest = prepared);
}

function sourcesByClause(rulebook: Rulebook): Asked['sourcesByClause'] {
  const byName = new Map<string, (typeof rulebook.coverage)[number][]>();
  for (const line of rulebook.coverage) byName.set(line.clause, [...(byName.get(line.clause) ?? []), line]);
  return new Map([...rulebook.clauses.keys()].map((id) => [id, byName.get(id) ?? byName.get(id.slice(id.indexOf('/') + 1)) ?? []]));
}

/** The table of an act, made when it is first asked about. */
export function tableFor(prepared: Prepared, act: string): ActTable {
  const known = prepared.tables.get(act);
  if (known) return known;
  const table = tableOf(prepared.rulebook, act);
  if (prepared.rulebook.vocabulary.acts.has(act)) prepared.tables.set(act, table);
  return table;
}

function askerFor(prepared: Prepared, who: Question['who']): KnownAsker {
  const key = typeof who === 'string' ? who : who.join('\n');
  const known = prepared.askers.get(key);
  if (known) return known;
  const asker = { asker: readAsker(prepared.rulebook, who), dockets: new Map<string, Docket>() };
  if (prepared.askers.size < 1000) prepared.askers.set(key, asker);
  return asker;
}

function docketFor(prepared: Prepared, { asker, dockets }: KnownAsker, act: string): Docket {
  const known = dockets.get(act);
  if (known) return known;
  const table = tableFor(prepared, act);
  const docket = docketOf(table, asker, table.rules.filter((one) => speaksTo(one, asker)));
  if (prepared.rulebook.vocabulary.acts.has(act)) dockets.set(act, docket);
  return docket;
}

/**
 * Decides a question.
 *
 * @returns the verdict with the clauses that made it; `docs/decisions/0002-how-the-rulebook-decides.md` has the reasons.
 */
export function decide(rulebook: Rulebook, question: Question): Answer {
  const prepared = prepare(rulebook);
  const known = askerFor(prepared, question.who);
  const docket = docketFor(prepared, known, question.act);
  const place = placeOf(docket, question);
  if (place < 0) return decideInFull(prepared, known.asker, docket, question);
  const kept = keptAt(docket, place);
  if (kept) return kept;
  const answer = decideInFull(prepared, known.asker, docket, question);
  keepAt(docket, place, answer);
  return answer;
}

/** Decides without looking at kept answers: every way an unknown fact, a list or a broad value may turn out is considered. */
function decideInFull(prepared: Prepared, asker: Asker, docket: Docket, question: Question): Answer {
  const { rulebook } = prepared;
  const table = tableFor(prepared, question.act);
  const permissions = permissionsOf(question);
  const { use } = question;
  const scenarios = scenariosOf(table, question, (situation) => permissions.length > 0 && isHeld(table, { permissions, situation, use }));
  const speaking = docket.dated ? docket.speaking.filter((one) => !one.dated || isInForce(one, question)) : docket.speaking;
  const outcomes = scenarios.map((scenario) => outcomeOf({ table, speaking, permitted: (one) => hasPermission({ table, asker, permissions, scenario, use }, one) }, scenario));
  const scenario = scenarios[0]!;
  const unanswered = (one: ActRule) => {
    const answered = one.broken || one.rule.absolute ? [] : permitted(table, asker, one.offices, { permissions, situation: scenario.values, use });
    return approversFor(asker, one.offices).filter((_, at) => answered[at] !== YES);
  };
  return answerOf({ rulebook, table, asker, sourcesByClause: prepared.sourcesByClause, unanswered, openInPermissions: openFacts({ permissions, situation: scenario.values, use }) }, strictest(outcomes));
}

/** Live permissions for the act; the fact `grant-held=yes` says in other words that the asker holds what a rule names. */
function permissionsOf(question: Question): readonly Permission[] {
  const live = livePermissions(question);
  const held = question.facts?.['grant-held'];
  return held === 'yes' || (Array.isArray(held) && held.every((value) => value === 'yes') && held.length > 0) ? [...live, { act: question.act, live: true }] : live;
}

interface Holding { readonly table: ActTable; readonly asker: Asker; readonly permissions: readonly Permission[]; readonly scenario: Scenario; readonly use: string | undefined }

function hasPermission({ table, asker, permissions, scenario, use }: Holding, one: ActRule): Truth {
  if (permissions.length === 0) return 0;
  return permitted(table, asker, one.offices, { permissions, situation: scenario.values, use }).reduce(and, YES as Truth);
}

function speaksTo(one: ActRule, asker: Asker): boolean {
  if (!isBound(asker, one.rule.binds)) return false;
  // A "may" that names offices speaks only to their holders.
  return one.rule.verb !== 'may' || one.rule.offices.length === 0 || holdsOneOf(asker, one.rule.offices);
}

/** A rule is in force on its days; a temporary measure also whenever the question says that its period is on. */
function isInForce({ rule }: ActRule, { on, facts }: Question): boolean {
  const given = facts?.['period'];
  if (rule.period !== undefined && (typeof given === 'string' ? given === rule.period : given?.includes(rule.period))) return true;
  if (rule.period !== undefined && rule.from === undefined && rule.until === undefined) return false;
  return (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until);
}
