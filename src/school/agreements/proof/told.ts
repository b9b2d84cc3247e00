/** What had somebody been told on a day? The clauses that spoke to them, what they had signed, and what they had been asked. */
import type { Tx } from '../../../platform/database/index.ts';
import { findPerson, fullName, listGuardians, listHoldings, listKindsSince, listPeople, namesOf, whoMustAgree, widened, type Person } from '../../people/index.ts';
import { findEditions, marginOf, publishedPolicies, type MarginLine, type Published } from '../../policies/index.ts';
import { askFeature } from '../../answers.ts';
import { boundOf, signingPolicies } from '../asks/refresh.ts';
import { calendarOf } from '../calendar.ts';
import { listTerms } from '../terms/store.ts';
import { allowedTo } from '../allowed/reads.ts';
import type { AllowedRow } from '../allowed/words.ts';
import { askOf, mustSign, stateOf } from '../decisions.ts';
import { agreementsBy, listDeclines, type Place } from '../reads.ts';
import type { Agreement, Ask, AskState, Decline, SigningPolicy } from '../words.ts';
import { asSignedOn, declinedOn, ruleHolds } from './on-that-day.ts';

export interface ToldClause {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly asks: readonly MarginLine[];
}

export interface ToldSigned {
  readonly agreement: Agreement;
  readonly title: string;
  readonly signer: string;
  /** The child, where the person signed beside one. */
  readonly child: string | null;
  readonly witness: string | null;
  /** The day it was taken back, even after the day asked about. */
  readonly withdrawnOn: string | null;
}

export interface ToldAsk {
  readonly title: string;
  /** The child, where the person was asked to countersign. */
  readonly child: string | null;
  readonly since: string;
  readonly due: string;
  readonly state: AskState;
}

export interface ToldView {
  readonly slug: string;
  readonly person: string;
  readonly name: string;
  readonly day: string;
  readonly here: boolean;
  readonly kinds: readonly { readonly title: string; readonly from: string }[];
  readonly offices: readonly { readonly title: string; readonly from: string; readonly until: string | null; readonly cover: boolean }[];
  readonly place: string;
  readonly signed: readonly ToldSigned[];
  readonly asked: readonly ToldAsk[];
  /** What parents allow, where the rules of that day ask: to the person, or to their children. */
  readonly allowed: readonly ToldAllowed[];
  /** What other parts of the software keep of that day; null where it is not kept. */
  readonly permissions: readonly string[] | null;
  readonly training: readonly string[] | null;
  readonly accounts: readonly string[] | null;
  readonly policies: readonly { readonly id: string; readonly title: string; readonly edition: number; readonly inForce: string | null; readonly clauses: readonly ToldClause[] }[];
}

interface ToldAskOf {
  readonly person: string;
  /** A day that has been, or today. */
  readonly day: string;
  readonly place: Place;
}

export interface ToldAllowed {
  /** The child, where the person was its parent. */
  readonly child: string | null;
  /** Whether it was allowed on that day, and what this person had said themselves; never what another adult said. */
  readonly row: AllowedRow;
}

/** The page, or null when there is no such person. */
export async function toldView(tx: Tx, { person: id, day, place }: ToldAskOf): Promise<ToldView | null> {
  const person = await findPerson(tx, id, day);
  if (!person) return null;
  const here = person.joinedOn <= day && (person.leftOn === null || person.leftOn >= day);
  const published = await publishedPolicies(tx, { school: place.school, vocabulary: place.vocabulary, today: day });
  const mine = (await agreementsBy(tx, id)).filter(one => one.signedOn <= day);
  const title = (from: ReadonlyMap<string, { title: string }>, name: string) => from.get(name)?.title ?? name;
  return {
    slug: place.school.slug, person: id, name: fullName(person), day, here, place: here && person.place ? `${person.place.yearGroup}, ${person.place.class}` : '',
    kinds: here ? (await listKindsSince(tx, { day, ids: [id] })).map(({ kind, from }) => ({ title: title(place.vocabulary.kinds, kind), from })) : [],
    offices: here ? (await listHoldings(tx, { person: id })).filter(one => one.from <= day && (one.until === null || one.until >= day)).map(one => ({ title: title(place.vocabulary.offices, one.office), from: one.from, until: one.until, cover: one.cover })) : [],
    signed: await signedBy(tx, id, mine), asked: await askedBy(tx, { person, day, place, published, here }),
    allowed: here ? await allowedOn(tx, { person, day, place, published }) : [],
    permissions: await askFeature('permissionsOn', tx, id, day), training: await askFeature('trainingBy', tx, id, day), accounts: await askFeature('accountsOn', tx, id, day),
    policies: here ? clausesFor(person, published, { day, place }) : [],
  };
}

async function signedBy(tx: Tx, person: string, mine: readonly Agreement[]): Promise<ToldSigned[]> {
  const names = await namesOf(tx, mine.flatMap(one => [one.by, one.person, ...(one.witness ? [one.witness] : [])]));
  const titles = new Map((await findEditions(tx, [...new Set(mine.map(one => one.editionId))])).map(edition => [edition.id, edition.title]));
  const name = (id: string) => names.get(id) ?? 'somebody who has left';
  return mine.map(agreement => ({
    agreement, title: titles.get(agreement.editionId) ?? agreement.policy, signer: name(agreement.by), child: agreement.person === person ? null : name(agreement.person),
    witness: agreement.witness && name(agreement.witness), withdrawnOn: agreement.withdrawnOn,
  }));
}

interface AskedOf {
  readonly person: Person;
  readonly day: string;
  readonly place: Place;
  readonly published: readonly Published[];
  readonly here: boolean;
}

/** The person, and the children for whom they might agree on that day. */
async function withChildren(tx: Tx, person: Person, day: string): Promise<Person[]> {
  const ties = (await listGuardians(tx, { parents: [person.id], day })).filter(tie => tie.parentId === person.id && tie.mayAgree && !tie.noContact);
  return [person, ...(ties.length === 0 ? [] : await listPeople(tx, { day, ids: ties.map(tie => tie.childId), limit: 50 }))];
}

/** What was allowed on that day, from the answers that had been given by then and the families as they were. */
async function allowedOn(tx: Tx, of: Omit<AskedOf, 'here'>): Promise<ToldAllowed[]> {
  const { person, day, place } = of;
  const policies = (await signingPolicies(tx, of.published.map(one => one.edition.id), place.vocabulary)).filter(policy => policy.countersign);
  const people = await withChildren(tx, person, day);
  const children = people.map(one => ({ id: one.id, policies: policies.filter(policy => mustSign(boundOf(one, [], place.vocabulary), policy)) }));
  const rows = await allowedTo(tx, { children, reader: person.id, place: { today: day, vocabulary: place.vocabulary } });
  return people.flatMap(one => (rows.get(one.id) ?? []).map(row => ({ child: one.id === person.id ? null : fullName(one), row })));
}

/** What was open on that day: for the person, and beside their children. Worked out anew from people, editions and signatures as they stood. */
async function askedBy(tx: Tx, { person, day, place, published, here }: AskedOf): Promise<ToldAsk[]> {
  if (!here) return [];
  const policies = await signingPolicies(tx, published.map(one => one.edition.id), place.vocabulary);
  const mine = new Set((await agreementsBy(tx, person.id)).map(one => one.id));
  const asked: ToldAsk[] = [];
  for (const one of await withChildren(tx, person, day)) {
    const beside = one.id !== person.id;
    const asks = (await asksOn(tx, one, { day, place, policies })).filter(({ ask }) => ask.open && ask.need && (!beside || (ask.countersign && ask.countersignatureId === null && !ask.guardianAgreements.some(id => mine.has(id)))));
    asked.push(...asks.map(({ ask, title }) => ({ title, child: beside ? fullName(one) : null, since: ask.need!.since, due: ask.need!.due, state: stateOf({ open: true, due: ask.need!.due, declinedOn: ask.declinedOn }, day) })));
  }
  return asked;
}

async function asksOn(tx: Tx, person: Person, of: { day: string; place: Place; policies: readonly SigningPolicy[] }): Promise<{ ask: Ask; title: string }[]> {
  const { day, place, policies } = of;
  const bound = boundOf(person, await listKindsSince(tx, { day, ids: [person.id] }), place.vocabulary);
  const agreements = (await agreementsBy(tx, person.id)).filter(one => one.person === person.id);
  const declines: readonly Decline[] = await listDeclines(tx, [person.id], 500);
  const calendar = calendarOf(await listTerms(tx));
  const adults = [...new Set(agreements.filter(one => one.capacity === 'guardian').sort((a, b) => a.at.getTime() - b.at.getTime()).map(one => one.by))];
  const mustAgree = (await whoMustAgree(tx, { day, children: [person.id] })).get(person.id) ?? null;
  return policies.flatMap(policy => {
    const guardians = adults.flatMap(by => { const last = asSignedOn(agreements.filter(one => one.by === by), policy.policy, 'guardian', day); return last ? [{ ...last, by }] : []; });
    const signatures = { self: asSignedOn(agreements, policy.policy, 'self', day), guardian: asSignedOn(agreements, policy.policy, 'guardian', day), guardians, mustAgree, declinedOn: declinedOn(declines, agreements, policy.policy, day) };
    const ask = askOf(bound, policy, signatures, { today: day, calendar });
    return ask ? [{ ask, title: policy.title }] : [];
  });
}

/** The clauses in force on a day that spoke to this person, with what each asked of them. */
function clausesFor(person: Person, published: readonly Published[], { day, place }: { day: string; place: Place }): ToldView['policies'] {
  const reader = { kinds: widened(person.kinds, place.vocabulary), offices: person.offices };
  return published.flatMap(({ edition, document }) => {
    const clauses = document.clauses.flatMap(clause => {
      const margin = marginOf({ ...clause, rules: clause.rules.filter(rule => ruleHolds(rule, day)) }, { front: document.front, reader, vocabulary: place.vocabulary });
      return margin.bindsReader ? [{ id: clause.id, number: clause.number, text: clause.text, asks: margin.lines }] : [];
    });
    return clauses.length > 0 ? [{ id: document.id, title: document.front.title, edition: edition.number, inForce: edition.inForce, clauses }] : [];
  });
}
