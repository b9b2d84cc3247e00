/**
 * The answer as people and programs get it: clauses, sources, offices, duties, and what to do instead.
 */
import type { Answer, ClauseId, Instead, OfficeGroups, Test } from '../words.ts';
import type { Asked } from './asked.ts';
import { considered } from './considered.ts';
import { UNKNOWN, YES } from './logic.ts';
import { mergeAsks, mergeTells } from './offices.ts';
import { openVoices, testsOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { ActRule, ActTable } from './tables.ts';
import { ownerOf } from './tables.ts';
import { approversFor } from './who.ts';

/** Writes the answer for an outcome. */
export function answerOf(asked: Asked, outcome: Outcome): Answer {
  const cited = [...outcome.cited].toSorted(byOrder);
  const because = unique(cited.map((one) => one.rule.clauseId));
  const askGroups = outcome.says === 'ask' ? mergeAsks(cited.filter((one) => !one.rule.advice).map(asked.unanswered)) : [];
  const tellGroups = tellsOf(asked, outcome);
  const base = {
    sources: sourcesOf(asked, because), ask: unique(askGroups.flat()), askGroups, tell: unique(tellGroups.flat()), tellGroups,
    duties: dutiesOf(outcome, because), missing: outcome.says === 'depends' ? missing(asked, outcome) : [],
    instead: insteadOf(asked, outcome, unique(askGroups.flat())),
  };
  const [first, ...others] = because;
  if (outcome.says === 'silent' || first === undefined) return { ...base, says: 'silent', because: [], considered: considered(asked, outcome) };
  return { ...base, says: outcome.says, because: [first, ...others], considered: [] };
}

function byOrder(one: ActRule, other: ActRule): number {
  return one.rule.order - other.rule.order || one.index - other.index;
}

function unique<T>(items: readonly T[]): T[] {
  return items.length < 2 ? [...items] : [...new Set(items)];
}

function sourcesOf({ table, sourcesByClause }: Asked, because: readonly ClauseId[]): readonly string[] {
  return unique(because.flatMap((clause) => (sourcesByClause.get(clause) ?? []).filter((line) => line.act === '' || line.act === table.act).map((line) => line.source)));
}

function tellsOf({ rulebook }: Asked, { says, cited, voices }: Outcome): OfficeGroups {
  const telling = new Set(voices.filter((voice) => voice.tell === YES && !voice.one.rule.advice).map((voice) => voice.one));
  if (says === 'tell') for (const one of cited) if (!one.rule.advice) telling.add(one);
  const broken = voices.filter((voice) => voice.one.broken && voice.live === YES).map((voice) => voice.one.offices);
  const groups = mergeTells([...[...telling].toSorted(byOrder).map((one) => one.offices), ...broken]);
  const [some] = cited;
  return groups.length === 0 && says === 'tell' && some ? [[ownerOf(rulebook, some.rule.clauseId)]] : groups;
}

/** Duties that come with the act, and advice to mind that did not make the verdict. */
function dutiesOf({ says, voices }: Outcome, because: readonly ClauseId[]): readonly ClauseId[] {
  const duties = voices.filter(({ one, live, no, ask }) => live === YES
    && (one.part === 'duty' ? no !== YES || says !== 'no' : one.rule.advice && (no === YES || ask === YES)));
  return unique(duties.map((voice) => voice.one).toSorted(byOrder).map((one) => one.rule.clauseId)).filter((clause) => !because.includes(clause) || says !== 'silent');
}

/** The facts to ask for, the most telling first: those that hold up the strictest rules, and the most of them. */
function missing({ table, openInPermissions }: Asked, { voices, open: unsure }: Outcome): readonly string[] {
  const weights = new Map<string, number>();
  for (const voice of openVoices(voices)) {
    const weight = voice.no === UNKNOWN ? 100 : voice.ask === UNKNOWN ? 10 : 1;
    for (const fact of new Set(testsOf(voice.one, table.rules).map((test) => table.factOfTest[test]!.fact.name))) {
      weights.set(fact, (weights.get(fact) ?? 0) + weight);
    }
  }
  const open = table.facts.map((one) => one.fact.name).filter((name) => unsure.has(name) && weights.has(name));
  return unique([...open.toSorted((one, other) => weights.get(other)! - weights.get(one)!), ...openInPermissions]);
}

function insteadOf({ table, asker }: Asked, { says, cited, voices }: Outcome, ask: readonly string[]): Instead {
  if (says !== 'no' && says !== 'ask') return {};
  const refusing = [...cited].toSorted(byOrder);
  const rules = refusing.map((one) => one.rule);
  const allowing = voices.filter(({ one }) => refusing.some((other) => mayAllow(table, one, other)));
  const offices = says === 'ask' ? ask : unique(allowing.flatMap(({ one }) => approversFor(asker, one.offices).flat()));
  const consent = unique(rules.filter((rule) => rule.verb === 'consent').flatMap((rule) => rule.offices.flat()));
  const when = rules.filter((rule) => !rule.absolute).flatMap((rule) => rule.unless).map(({ fact, operator, values }: Test) => ({ fact, operator, values }));
  return { ...(offices.length > 0 ? { ask: offices } : {}), ...(consent.length > 0 ? { consent } : {}), ...(when.length > 0 ? { when } : {}) };
}

/** An "ask" in the same clause says who may allow what the clause forbids, once the ban's "unless" is met. */
function mayAllow(table: ActTable, one: ActRule, refusing: ActRule): boolean {
  if (one.part !== 'ask' || one.rule.advice || refusing.part !== 'forbid' || refusing.rule.absolute || one.rule.clauseId !== refusing.rule.clauseId) return false;
  const waysOut = new Set(refusing.unless.flat().map((test) => table.factOfTest[test]));
  return one.when.every((test) => refusing.when.includes(test) || waysOut.has(table.factOfTest[test]));
}
