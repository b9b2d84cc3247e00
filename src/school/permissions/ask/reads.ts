/** What the pages of asking are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { say } from '../../../platform/languages/index.ts';
import type { Reader, School } from '../../../platform/web/index.ts';
import type { OfficeGroups, Permission, Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { findPerson, fullName, listGuardians, listHolders, listPeople, widened } from '../../people/index.ts';
import { capital, cite, clauseHref, groupWords, rulesInForce } from '../../policies/index.ts';
import { periodsOn } from '../periods/store.ts';
import { NAMED_OFFICES, seatsFor } from '../seats.ts';
import { listRequests } from '../store.ts';
import type { Request, Seat, Situation } from '../words.ts';
import { realOf } from '../decisions.ts';
import { askable, queryOf, SOMETHING_ELSE, situationOf, unspoken, weighRequest, type Weighed } from './asking.ts';

export interface AskPlace {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly reader: Reader;
  readonly today: string;
  readonly now: Date;
}

export interface Child { readonly id: string; readonly name: string }

/** The children for whom somebody may ask. */
export async function childrenOf(tx: Tx, person: string, today: string): Promise<Child[]> {
  const ties = (await listGuardians(tx, { parents: [person], day: today })).filter(tie => tie.parentId === person && tie.mayAgree && !tie.noContact);
  if (ties.length === 0) return [];
  return (await listPeople(tx, { day: today, ids: ties.map(tie => tie.childId), limit: 20 })).map(child => ({ id: child.id, name: fullName(child) }));
}

/** Whoever would hold the permission, as the rules look at them. */
export interface Holder {
  readonly id: string;
  /** Set where the reader asks for a child. */
  readonly child: Child | null;
  readonly who: readonly string[];
  readonly permissions: readonly Permission[];
}

/** The reader themselves, or their child. Null where the child is not theirs to ask for. */
export async function holderFor(tx: Tx, place: AskPlace, child: string | null): Promise<Holder | null> {
  const { reader, today, now } = place;
  if (reader.person === null) return null;
  if (child === null) return { id: reader.person, child: null, who: [...reader.kinds, ...reader.offices], permissions: await askFeature('livePermissions', tx, reader.person, now) };
  const known = (await childrenOf(tx, reader.person, today)).find(one => one.id === child);
  const found = known && await findPerson(tx, child, today);
  return known && found ? { id: child, child: known, who: widened(found.kinds, place.vocabulary), permissions: await askFeature('livePermissions', tx, child, now) } : null;
}

export interface Quoted { readonly cite: string; readonly href: string; readonly words: string }
export const quotedOf = (rulebook: Rulebook, clauses: readonly string[]): Quoted[] =>
  clauses.flatMap(id => { const clause = rulebook.clauses.get(id as never); return clause ? [{ cite: cite(rulebook, id), href: clauseHref(id), words: clause.text }] : []; });

export interface FactQuestion { readonly fact: string; readonly question: string; readonly type: string; readonly choices: readonly { readonly value: string; readonly text: string }[] }

const PLAIN = { yes: say('Yes'), no: say('No'), else: say('Something else') };

/** A fact as a question: the values that the rules of the act speak of first, and "something else". */
export function questionOf(rulebook: Rulebook, act: string, { name, told }: { readonly name: string; readonly told?: string | undefined }): FactQuestion[] {
  const { vocabulary, rulesByAct } = rulebook;
  const fact = vocabulary.facts.get(name);
  if (!fact) return [];
  const question = fact.question || fact.meaning;
  if (fact.type === 'yes/no') return [{ fact: name, question, type: fact.type, choices: [{ value: 'yes', text: PLAIN.yes }, { value: 'no', text: PLAIN.no }] }];
  if (fact.type !== 'enum') return [{ fact: name, question, type: fact.type, choices: [] }];
  const spoken = new Set((rulesByAct.get(act) ?? []).flatMap(rule => [...rule.when, ...rule.unless]).filter(test => test.fact === name).flatMap(test => test.values));
  const narrower = [...fact.values.values()].filter(value => told !== undefined && value.within.includes(told));
  const values = narrower.length > 0 ? narrower : [...fact.values.values()].filter(value => spoken.size === 0 || spoken.has(value.value) || (spoken.size <= 3 && value.within.some(wide => spoken.has(wide))));
  const others = narrower.length === 0 && unspoken(rulebook, act, name).length > 0 ? [{ value: SOMETHING_ELSE, text: PLAIN.else }] : [];
  return [{ fact: name, question, type: fact.type, choices: [...values.slice(0, 14).map(one => ({ value: one.value, text: capital(one.plain) })), ...others] }];
}

/** What was told of the situation, as question and answer. */
export function toldOf({ facts: known }: Vocabulary, facts: Situation): { readonly question: string; readonly answer: string }[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const fact = known.get(name);
    return fact ? [{ question: fact.question || fact.meaning, answer: typeof value === 'string' ? valueOf(fact.type, value, fact.values.get(value)?.plain) : PLAIN.else }] : [];
  });
}

/** Facts with the values that a rule names, as question and answer: "Offensive material, inappropriate". */
const namedIn = ({ facts: known }: Vocabulary, oneOf: Readonly<Record<string, readonly string[]>>): { readonly question: string; readonly answer: string }[] =>
  Object.entries(oneOf).flatMap(([name, values]) => { const fact = known.get(name); return fact ? [{ question: fact.question || fact.meaning, answer: capital(values.map(value => fact.values.get(value)?.plain ?? value).join(', ')) }] : []; });

function valueOf(type: string, value: string, plain: string | undefined): string {
  if (value === SOMETHING_ELSE) return PLAIN.else;
  if (type === 'yes/no') return value === 'yes' ? PLAIN.yes : PLAIN.no;
  return capital(plain ?? value);
}

/** Something one may ask for, in words. */
export interface AskLine { readonly act: string; readonly plain: string; readonly situation: readonly { readonly question: string; readonly answer: string }[]; readonly deciders: string; readonly cited: Quoted; readonly query: string }

/** What somebody may ask for: one line for each rule. */
export function linesFor(rulebook: Rulebook, who: readonly string[], on: string): AskLine[] {
  const { vocabulary } = rulebook;
  return askable(rulebook, who, on).flatMap(one => {
    // Why: what nobody could allow these people is not offered to them.
    if (weighRequest(rulebook, { who, act: one.act, facts: one.facts, on }).kind === 'no') return [];
    const [cited] = quotedOf(rulebook, [one.clause]);
    return cited ? [{ act: one.act, plain: capital(vocabulary.acts.get(one.act)?.plain ?? one.act), situation: [...toldOf(vocabulary, one.facts), ...namedIn(vocabulary, one.oneOf)], deciders: decidersIn(rulebook, one.offices), cited, query: queryOf(one.facts) }] : [];
  });
}

/** "the headteacher or the deputy head, and the network manager", with real offices in the place of nobody. */
export const decidersIn = (rulebook: Rulebook, groups: OfficeGroups): string => groupWords(groups.map(group => [...new Set(group.map(office => realOf(office, rulebook.school.offices)))]), rulebook.vocabulary);

/** A request as it would stand: what the rules say, who would decide, and what is known already. */
export interface Prepared {
  readonly rulebook: Rulebook;
  readonly holder: Holder;
  readonly weighed: Weighed;
  /** The situation as the rules read it. */
  readonly facts: Situation;
  readonly seats: readonly (readonly Seat[])[];
  /** Names of those who would decide, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Requests of the same for the same person that are still open. */
  readonly open: readonly Request[];
  /** The last day that may be asked for where the rules set no end. */
  readonly latest: string;
  /** For each office that somebody is named for: who may be. */
  readonly choosable: Readonly<Record<string, readonly Child[]>>;
}

/** Weighs a request and finds who would decide. Null where there is no such act, or the child is not the reader's. */
export async function prepare(tx: Tx, place: AskPlace, of: { readonly act: string; readonly child: string | null; readonly facts: Readonly<Record<string, string>>; readonly again: boolean; readonly named: Readonly<Record<string, string>> }): Promise<Prepared | null> {
  const { rulebook } = await rulesInForce(tx, place);
  const holder = await holderFor(tx, place, of.child);
  if (!holder || !(rulebook.rulesByAct.get(of.act) ?? []).some(rule => rule.verb === 'ask')) return null;
  const facts = situationOf(rulebook, of.act, of.facts);
  const permissions = of.again ? holder.permissions.filter(one => one.act !== of.act) : holder.permissions;
  const weighed = weighRequest(rulebook, { who: holder.who, act: of.act, facts: { ...await roleFacts(tx, rulebook, { act: of.act, holder: holder.id, today: place.today }), ...facts }, permissions, on: place.today });
  const asks = weighed.kind === 'ask';
  const choosable = asks ? await choosableFor(tx, place, { offices: weighed.offices, not: [holder.id, place.reader.person] }) : {};
  const named = Object.fromEntries(Object.entries(of.named).filter(([office, person]) => choosable[office]?.some(one => one.id === person)));
  const seats = asks ? await seatsFor(tx, { offices: weighed.offices, asker: place.reader.person, holder: holder.id, named, handedOn: 0 }, { rulebook, today: place.today }) : [];
  const open = await listRequests(tx, { person: holder.id, act: of.act, states: ['asked', 'asked-back'], limit: 20 });
  return {
    rulebook, holder, weighed, facts, seats, choosable, open: open.filter(one => one.holder === holder.id && sameSituation(one.facts, facts)), names: await namesIn(tx, seats, place.today),
    latest: addDays(place.today, (await periodsOn(tx, place.today)).longestDays),
  };
}

/** The roles that the holder has by the school's lists, where a rule of the act looks at them. */
export async function roleFacts(tx: Tx, { rulesByAct }: Rulebook, of: { readonly act: string; readonly holder: string; readonly today: string }): Promise<Situation> {
  if (!(rulesByAct.get(of.act) ?? []).some(rule => [...rule.when, ...rule.unless].some(test => test.fact === 'person-status'))) return {};
  const { held } = await askFeature('rolesOf', tx, of.holder, of.today);
  return held.length > 0 ? { 'person-status': held } : {};
}

const sorted = (facts: Situation) => JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
export const sameSituation = (one: Situation, other: Situation): boolean => sorted(one) === sorted(other);

async function namesIn(tx: Tx, seats: readonly (readonly Seat[])[], today: string): Promise<Map<string, string>> {
  const ids = [...new Set(seats.flat().map(seat => seat.person))].slice(0, 60);
  return ids.length === 0 ? new Map() : new Map((await listPeople(tx, { day: today, ids, limit: 60 })).map(one => [one.id, fullName(one)]));
}

const MOST_CHOICES = 400;

/** Whom an asker may name: the owner of a file among the staff, the teacher among the teachers. */
async function choosableFor(tx: Tx, place: AskPlace, of: { readonly offices: OfficeGroups; readonly not: readonly (string | null)[] }): Promise<Record<string, readonly Child[]>> {
  const wanted = NAMED_OFFICES.filter(office => of.offices.flat().includes(office));
  if (wanted.length === 0) return {};
  const narrow = (kind: string) => [...place.vocabulary.kinds.values()].filter(one => one.name === kind || one.within.includes(kind)).map(one => one.name);
  const staff = await listPeople(tx, { day: place.today, kinds: narrow('staff'), limit: MOST_CHOICES });
  const holders = new Set((await listHolders(tx, place.today)).filter(one => one.office === 'teacher').map(one => one.person));
  const fits = (office: string) => staff.filter(one => !of.not.includes(one.id) && (office !== 'teacher' || one.kinds.includes('teacher') || holders.has(one.id)));
  return Object.fromEntries(wanted.map(office => [office, fits(office).map(one => ({ id: one.id, name: fullName(one) }))]));
}
