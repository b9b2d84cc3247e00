/** What pages and other features ask about agreements. */
import { remember, type Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { School } from '../../platform/web/index.ts';
import type { Policy, Vocabulary } from '../../rulebook/index.ts';
import type { Questions } from '../answers.ts';
import type { Events } from '../bulletin.ts';
import { findPerson, listGuardians, listPeople, widened, type Guardian, type Person } from '../people/index.ts';
import { findEdition, readEdition, rulesInForce } from '../policies/index.ts';
import { refreshAsks, signingPolicies, signingPolicy } from './asks/refresh.ts';
import { familyProofOf } from './family/store.ts';
import { countByPolicy, listAsks, markStale, readStamp } from './asks/store.ts';
import { dutyBinds } from './decisions.ts';
import { sheetOf } from './shown.ts';
import { agreementsBy, agreementsByIds, declinesBy, lastSigned, listDeclines, signersOfPolicy } from './store.ts';
import { ticksBy } from './ticks/store.ts';
import type { AskRow, Capacity, FamilyChild, PolicyCounts, Sheet, SigningPolicy } from './words.ts';

export { countRegister, findAsk, listAsks, registerChoices, registerRows, sheetGroups } from './asks/store.ts';
export { agreementsBy, agreementsByIds, findAgreement, listAgreements, listDeclines } from './store.ts';

/** Where and when somebody reads. */
export interface Place {
  readonly school: School;
  readonly today: string;
  readonly vocabulary: Vocabulary;
}

/** The editions in force whose asks are not worked out yet, or null when all is in step. */
export async function editionsBehind(tx: Tx, place: Place): Promise<string[] | null> {
  const { editions } = await rulesInForce(tx, place);
  const ids = [...editions.values()].map(edition => edition.id).sort();
  const stamp = await readStamp(tx);
  const same = stamp !== null && stamp.madeFor === place.today && stamp.editions.length === ids.length && ids.every((id, at) => stamp.editions[at] === id);
  return same ? null : ids;
}

/** The policies people sign here, by id. */
export async function policiesToSign(tx: Tx, vocabulary: Vocabulary): Promise<Map<string, SigningPolicy>> {
  const stamp = await readStamp(tx);
  const policies = await signingPolicies(tx, stamp?.editions ?? [], vocabulary);
  return new Map(policies.map(policy => [policy.policy, policy]));
}

/** What this ask puts before a signer: the whole document, or what is new for them. */
export async function sheetFor(tx: Tx, ask: AskRow, capacity: Capacity, vocabulary: Vocabulary, by?: string): Promise<Sheet | null> {
  const policy = await signingPolicy(tx, ask.editionId, vocabulary);
  if (!policy) return null;
  const clauses = ask.need?.reason === 'new-duty' && (capacity === 'self' || await guardianSignedBefore(tx, ask, by)) ? ask.need.clauses : [];
  return sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity, clauses });
}

/** The whole document of an ask, as when it is read out to a class or over the telephone. */
export async function wholeSheetFor(tx: Tx, ask: AskRow, capacity: Capacity, vocabulary: Vocabulary): Promise<Sheet | null> {
  const policy = await signingPolicy(tx, ask.editionId, vocabulary);
  return policy && sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity, clauses: [] });
}

/** A guardian who never signed beside this child is shown the whole, whatever the child is asked, and whatever another adult signed. */
async function guardianSignedBefore(tx: Tx, ask: AskRow, by: string | undefined): Promise<boolean> {
  return (await lastSigned(tx, [ask.person])).some(row => row.policy === ask.policy && row.capacity === 'guardian' && row.withdrawnOn === null && (by === undefined || row.by === by));
}

/** This adult's own countersignature of an ask, as far as it stands; null where they have not signed. */
export async function countersignatureBy(tx: Tx, ask: AskRow, by: string): Promise<string | null> {
  return (await agreementsByIds(tx, ask.guardianAgreements)).find(one => one.by === by)?.id ?? null;
}

/** The document of any edition, as it was read. */
export async function documentOf(tx: Tx, editionId: string, vocabulary: Vocabulary): Promise<Policy | null> {
  const edition = await findEdition(tx, editionId);
  return edition && readEdition(edition, vocabulary).document;
}

/** The tie between a parent and a child they may sign beside, or null: not their child, no contact, or may not agree. */
export async function tieOf(tx: Tx, of: { parent: string; child: string; today: string }): Promise<Guardian | null> {
  const tie = (await listGuardians(tx, { parents: [of.parent], day: of.today })).find(family => family.childId === of.child && family.parentId === of.parent);
  return tie && tie.mayAgree && !tie.noContact ? tie : null;
}

/** A child this parent may sign beside, or null. */
export const childOf = async (tx: Tx, of: { parent: string; child: string; today: string }): Promise<Person | null> => (await tieOf(tx, of) ? findPerson(tx, of.child, of.today) : null);

/** The children of a parent, as far as they may be in contact, each with what they sign. */
export async function familyOf(tx: Tx, parent: string, today: string): Promise<FamilyChild[]> {
  const ties = (await listGuardians(tx, { parents: [parent], day: today })).filter(tie => tie.parentId === parent && !tie.noContact);
  if (ties.length === 0) return [];
  const ids = ties.map(tie => tie.childId);
  const children = await listPeople(tx, { day: today, ids, limit: 50 });
  const asks = await listAsks(tx, ids);
  return children.map(child => ({ child, mayAgree: ties.some(tie => tie.childId === child.id && tie.mayAgree), asks: asks.filter(ask => ask.person === child.id) }));
}

/** Counts of every policy. */
export const countsOf = (tx: Tx, today: string): Promise<PolicyCounts[]> => remember(tx, `signature counts ${today}`, () => countByPolicy(tx, today));

/** Answers how many are bound by a policy and have signed it. Null where nobody signs it. */
export const signedCounts: Questions['signedCounts'] = async (tx, policy, today) => {
  const row = (await countsOf(tx, today)).find(one => one.policy === policy);
  return row ? { bound: row.bound, signed: row.signed, waiting: row.waiting, overdue: row.overdue, declined: row.declined } : null;
};

const MOST_PEOPLE = 100_000;

/** Answers who would be asked to sign again if these clauses became new duties: of those who have signed, those bound. */
export const whoSignsAgain = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['whoSignsAgain'] => async (tx, change) => {
  if (change.newDuties.length === 0) return { total: 0, byKind: [] };
  const signed = await signersOfPolicy(tx, change.policy);
  if (signed.length === 0) return { total: 0, byKind: [] };
  const people = await listPeople(tx, { day: change.today, ids: signed, limit: MOST_PEOPLE });
  const tally = new Map<string, number>();
  for (const person of people) {
    const names = [...widened(person.kinds, vocabulary), ...person.offices];
    const again = change.signers.some(kind => names.includes(kind)) && change.newDuties.some(duty => dutyBinds(duty, names));
    if (!again) continue;
    const kind = person.kinds.find(one => widened([one], vocabulary).some(name => change.signers.includes(name))) ?? person.kinds[0] ?? '';
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
  }
  const byKind = [...tally].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
  return { total: byKind.reduce((sum, row) => sum + row.count, 0), byKind };
};

/** What agreements does when it hears of an event; app.ts wires each with hear(). */
export const listenersFor = ({ vocabulary }: { readonly vocabulary: Vocabulary }) => ({
  /** Another edition: its asks begin on the day it comes into force; a later day is caught when that day is reached. */
  'policy-published': async (tx: Tx, event: Events['policy-published']): Promise<void> => {
    const today = dayOf(event.at);
    if (event.inForce > today) return;
    const stamp = await readStamp(tx);
    const others = [];
    for (const id of stamp?.editions ?? []) if ((await findEdition(tx, id))?.policy !== event.policy) others.push(id);
    await refreshAsks(tx, { school: event.school, today, vocabulary, editions: [...others, event.edition].sort() });
  },
  // Why not at once: an import announces hundreds, and one working-out serves them all.
  'person-joined': (tx: Tx, _event: Events['person-joined']): Promise<void> => markStale(tx),
  'person-changed': (tx: Tx, _event: Events['person-changed']): Promise<void> => markStale(tx),
  'person-left': (tx: Tx, _event: Events['person-left']): Promise<void> => markStale(tx),
});

/** Everything kept of a person's signatures, for a subject access request: their own, those for their children, and what they declined. */
export async function exportSignatures(tx: Tx, person: string): Promise<unknown> {
  // Why without: what somebody else said, or how they signed beside the same child, is theirs and not this person's.
  const agreements = (await agreementsBy(tx, person)).map(one => (one.by === person ? one : { ...one, typedName: null, drawing: null }));
  const ticked = await ticksBy(tx, agreements.filter(one => one.by === person).map(one => one.id));
  const declined = [...await listDeclines(tx, [person], 1000), ...await declinesBy(tx, person)];
  return { agreements, ticked, declined: declined.map(one => (one.by === person ? one : { ...one, reason: null })), ...await familyProofOf(tx, person) };
}
