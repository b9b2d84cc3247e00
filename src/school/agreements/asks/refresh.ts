/** Works out who must sign what, and keeps the answer in step with people, editions and agreements. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { everyId, fullName, listGuardians, listKindsSince, listPeople, whoMustAgree, widened, type Person } from '../../people/index.ts';
import { askFeature, isAnswered } from '../../answers.ts';
import { findEdition, listEditions, listMarks, readEdition, type Edition } from '../../policies/index.ts';
import { calendarOf } from '../calendar.ts';
import { askOf, refusalCounts, signersOf, whomClauseBinds } from '../decisions.ts';
import { lastSigned, refusals } from '../store.ts';
import { listTerms } from '../terms/store.ts';
import type { AskRow, Bound, SigningPolicy } from '../words.ts';
import { lockStamp, removeAsks, replaceAsks, setStamp } from './store.ts';

const MOST_PEOPLE = 100_000;
const kept = new Map<string, SigningPolicy | null>();

/** An edition as a policy to be signed, with the new duties of the editions up to it; null when nobody signs it. Kept, for approved text never changes. */
export async function signingPolicy(tx: Tx, editionId: string, vocabulary: Vocabulary): Promise<SigningPolicy | null> {
  const known = kept.get(editionId);
  if (known !== undefined) return known;
  const edition = await findEdition(tx, editionId);
  const document = edition && readEdition(edition, vocabulary).document;
  const made = edition && document?.front.sign ? await withDuties(tx, edition, vocabulary) : null;
  if (kept.size > 2000) kept.clear();
  kept.set(editionId, made);
  return made;
}

async function withDuties(tx: Tx, edition: Edition, vocabulary: Vocabulary): Promise<SigningPolicy> {
  const document = readEdition(edition, vocabulary).document!;
  const editions = (await listEditions(tx, edition.policy)).filter(one => one.state === 'approved' && one.number <= edition.number).sort((a, b) => a.number - b.number);
  const duties = [];
  for (const one of editions.slice(1)) {
    const marks = await listMarks(tx, one.id);
    const clauses = readEdition(one, vocabulary).document?.clauses.filter(clause => marks.get(clause.id) === 'new-duty') ?? [];
    duties.push({ edition: one.number, inForce: one.inForce!, clauses: clauses.map(clause => ({ clause: clause.id, binds: whomClauseBinds(clause) })) });
  }
  const { front } = document;
  return {
    policy: edition.policy, title: front.title, editionId: edition.id, edition: edition.number, firstInForce: editions[0]?.inForce ?? edition.inForce!, on: front.sign!.on,
    signers: signersOf(front), countersign: (front.sign!.countersign?.length ?? 0) > 0, childMayLeaveOut: front.readers === 'early-years', duties, document,
  };
}

/** The policies people sign, from the ids of the editions in force. */
export async function signingPolicies(tx: Tx, editions: readonly string[], vocabulary: Vocabulary): Promise<SigningPolicy[]> {
  const policies: SigningPolicy[] = [];
  for (const id of editions) {
    const policy = await signingPolicy(tx, id, vocabulary);
    if (policy) policies.push(policy);
  }
  return policies;
}

export interface Refresh {
  readonly school: string;
  readonly today: string;
  readonly vocabulary: Vocabulary;
  /** The editions in force; those of the last time where left out. */
  readonly editions?: readonly string[];
  /** These people alone; everybody where left out. */
  readonly persons?: readonly string[];
}

/** Works the asks out again and stamps them. */
export async function refreshAsks(tx: Tx, refresh: Refresh): Promise<void> {
  const stamp = await lockStamp(tx, refresh.school);
  const editions = refresh.editions ?? stamp.editions;
  const policies = await signingPolicies(tx, editions, refresh.vocabulary);
  if (!refresh.persons) await removeAsks(tx);
  for (const persons of inParts(refresh.persons ?? (policies.length > 0 ? await everyId(tx, refresh.today) : []))) {
    await replaceAsks(tx, refresh.school, { asks: await workOut(tx, { ...refresh, persons }, policies), persons });
  }
  await setStamp(tx, refresh.school, { madeFor: refresh.persons ? stamp.madeFor : refresh.today, editions });
}

/** Why in parts: a trust has as many people as a town, and memory need not grow with them. */
const AT_ONCE = 1_000;

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}

async function workOut(tx: Tx, { today, vocabulary, persons }: Refresh, policies: readonly SigningPolicy[]): Promise<AskRow[]> {
  if (policies.length === 0) return [];
  const people = await listPeople(tx, { day: today, limit: MOST_PEOPLE, ...(persons ? { ids: persons } : {}) });
  const since = groupBy(await listKindsSince(tx, { day: today, ...(persons ? { ids: persons } : {}) }), row => row.person);
  const signed = groupBy(await lastSigned(tx, persons), row => `${row.person} ${row.policy} ${row.capacity}`);
  const must = await whoMustAgree(tx, { day: today, children: persons });
  const declined = await openRefusals(tx, { today, must, persons });
  const now = { today, calendar: calendarOf(await listTerms(tx)) };
  const notAsked = isAnswered('notAskedOfGuests') ? await askFeature('notAskedOfGuests', tx, { persons: people.map(person => person.id), today }) : new Map<string, readonly string[]>();
  return people.flatMap(person => {
    const bound = boundOf(person, since.get(person.id) ?? [], vocabulary);
    return policies.flatMap(policy => {
      const at = `${person.id} ${policy.policy}`;
      const guardians = signed.get(`${at} guardian`) ?? [];
      const ask = askOf(bound, policy, { self: signed.get(`${at} self`)?.at(-1) ?? null, guardian: guardians.at(-1) ?? null, guardians, mustAgree: must.get(person.id) ?? null, declinedOn: declined.get(at) ?? null }, now);
      return ask && !(ask.open && notAsked.get(person.id)?.includes(policy.policy)) ? [{ ...ask, name: fullName(person), sortName: `${person.familyName}, ${person.givenName}`, kind: kindShown(person, policy, vocabulary), class: person.place?.class ?? '' }] : [];
    });
  });
}

/** Person and policy → the day of the newest refusal that keeps an ask in talk. A guardian who may not agree any more keeps nothing open. */
async function openRefusals(tx: Tx, of: { today: string; must: ReadonlyMap<string, readonly string[]>; persons: readonly string[] | undefined }): Promise<Map<string, string>> {
  const all = await refusals(tx, of.persons);
  const children = [...new Set(all.filter(row => row.capacity === 'guardian').map(row => row.person))];
  const may = new Set((await listGuardians(tx, { children, day: of.today })).filter(tie => tie.mayAgree && !tie.noContact).map(tie => `${tie.childId} ${tie.parentId}`));
  const counts = all.filter(row => refusalCounts(row, of.must.get(row.person) ?? null) && (row.capacity === 'self' || may.has(`${row.person} ${row.by}`)));
  return new Map(counts.map(row => [`${row.person} ${row.policy}`, row.on]));
}

/** A person as the decisions see them. */
export function boundOf(person: Person, kinds: readonly { kind: string; from: string }[], vocabulary: Vocabulary): Bound {
  const since: Record<string, string> = {};
  for (const { kind, from } of kinds) for (const name of widened([kind], vocabulary)) if (since[name] === undefined || from < since[name]) since[name] = from;
  return { id: person.id, names: [...widened(person.kinds, vocabulary), ...person.offices], joinedOn: person.joinedOn, since };
}

/** Which of a person's kinds a list names: the first that this policy asks. */
function kindShown(person: Person, policy: SigningPolicy, vocabulary: Vocabulary): string {
  return person.kinds.find(kind => widened([kind], vocabulary).some(name => policy.signers.includes(name))) ?? person.kinds[0] ?? '';
}

/** Rows under the name that each is given, in their order. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
