/**
 * `analyse`: what a careful reader would find who tried the policies on every situation there is.
 */
import { prepare, tableFor } from '../decide/index.ts';
import { DECIDING_VERBS } from '../words.ts';
import type { ClauseId, Rulebook, Verb } from '../words.ts';
import { clashesOf } from './clashes.ts';
import type { Clash } from './clashes.ts';
import { everybody, forbiddenActs, idleRules } from './idle.ts';
import type { ForbiddenAct, IdleRule } from './idle.ts';

export type { Clash, ClashSort } from './clashes.ts';
export type { ForbiddenAct, IdleRule } from './idle.ts';

export interface Analysis {
  /** Pairs of clauses that contradict each other, with the smallest situation in which they do. */
  readonly clashes: readonly Clash[];
  /** Rules that no situation brings into play. */
  readonly idle: readonly IdleRule[];
  /** Acts that nobody may ever do. Often meant so; with clauses `inVain`, never. */
  readonly forbidden: readonly ForbiddenAct[];
  /** Offices that rules name and nobody holds. */
  readonly vacant: readonly { readonly office: string; readonly clauses: readonly ClauseId[] }[];
  /** Kinds of people whom no policy binds. */
  readonly unbound: readonly string[];
}

/** Analyses a rulebook. Pure; about a tenth of a second for a large school. */
export function analyse(rulebook: Rulebook): Analysis {
  const prepared = prepare(rulebook);
  const tables = [...rulebook.rulesByAct.keys()].map((act) => tableFor(prepared, act));
  const askers = everybody(rulebook);
  return {
    clashes: clashesOf(rulebook, tables), idle: idleRules(tables, askers), forbidden: forbiddenActs(tables, askers),
    vacant: vacantOffices(rulebook), unbound: unboundKinds(rulebook),
  };
}

function vacantOffices({ rules, school, vocabulary }: Rulebook): Analysis['vacant'] {
  const named = new Map<string, Set<ClauseId>>();
  for (const rule of rules) {
    const inWho = rule.binds.kinds.filter((name) => vocabulary.offices.has(name) && !vocabulary.kinds.has(name));
    for (const office of [...rule.offices.flat(), ...inWho]) named.set(office, (named.get(office) ?? new Set()).add(rule.clauseId));
  }
  const isHeld = (office: string, steps = 0): boolean => {
    if (WITHOUT_HOLDER.has(office) || vocabulary.offices.get(office)?.outside || vocabulary.kinds.has(office)) return true;
    const holder = school.offices[office];
    if (holder === undefined || holder.trim() === '') return false;
    return !holder.startsWith('office:') || (steps < 9 && isHeld(holder.slice('office:'.length), steps + 1));
  };
  return [...named].filter(([office]) => !isHeld(office)).map(([office, clauses]) => ({ office, clauses: [...clauses] }));
}

/** Offices that are not held from day to day but follow from the case. */
const WITHOUT_HOLDER: ReadonlySet<string> = new Set(['everyone', 'pictured-person', 'file-owner', 'staff-member', 'responsible-adult', 'trip-leader', 'line-manager']);

function unboundKinds({ policies, rules, vocabulary }: Rulebook): readonly string[] {
  const deciding = rules.filter((rule) => (DECIDING_VERBS as readonly Verb[]).includes(rule.verb));
  const bound = new Set([...policies.flatMap((policy) => policy.front.binds), ...deciding.flatMap((rule) => rule.binds.kinds)]);
  const isBound = (kind: string) => bound.has(kind) || vocabulary.kinds.get(kind)!.within.some((wider) => bound.has(wider));
  // A wide kind counts as bound when all the kinds within it are.
  const narrow = (kind: string) => [...vocabulary.kinds.values()].filter((one) => one.within.includes(kind)).map((one) => one.name);
  return [...vocabulary.kinds.keys()].filter((kind) => !isBound(kind) && !(narrow(kind).length > 0 && narrow(kind).every(isBound)));
}
