/** What people would be asked to sign if they were something else from a day on. */
import { currentSchool, type Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Questions } from '../../answers.ts';
import { listKindsSince, listPeople } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { calendarOf } from '../calendar.ts';
import { askOf } from '../decisions.ts';
import { lastDeclined, lastSigned } from '../store.ts';
import { listTerms } from '../terms/store.ts';
import { boundOf, signingPolicies } from './refresh.ts';
import { listAsks } from './store.ts';

/** Answers what each of these people would newly be asked to sign from a day on, if they were these kinds then. Who would be asked nothing new is left out. */
export const newAsks = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['newAsks'] => async (tx, { on, people }) => {
  const school = await currentSchool(tx);
  if (!school || people.length === 0) return new Map();
  const { editions } = await rulesInForce(tx, { school, vocabulary, today: on });
  const policies = await signingPolicies(tx, [...editions.values()].map(edition => edition.id).sort(), vocabulary);
  const known = await whatIsKnown(tx, people.map(one => one.person), on);
  const found = new Map<string, { policy: string; title: string }[]>();
  for (const { person, kinds } of people) {
    const today = known.people.get(person);
    if (!today) continue;
    const since = kinds.map(kind => ({ kind, from: known.since.get(`${person} ${kind}`) ?? on }));
    const bound = boundOf({ ...today, kinds }, since, vocabulary);
    const asked = policies.filter(policy => !known.open.has(`${person} ${policy.policy}`)
      && askOf(bound, policy, known.signaturesOf(person, policy.policy), { today: on, calendar: known.calendar })?.open === true);
    if (asked.length > 0) found.set(person, asked.map(({ policy, title }) => ({ policy, title })));
  }
  return found;
};

/** Few enough that all their asks fit into one list. */
const AT_ONCE = 100;

async function whatIsKnown(tx: Tx, persons: readonly string[], on: string) {
  const people = new Map((await listPeople(tx, { day: on, ids: persons, left: true, limit: persons.length })).map(person => [person.id, person]));
  const since = new Map((await listKindsSince(tx, { day: on, ids: persons })).map(row => [`${row.person} ${row.kind}`, row.from]));
  const signed = new Map((await lastSigned(tx, persons)).map(row => [`${row.person} ${row.policy} ${row.capacity}`, row]));
  const declined = new Map((await lastDeclined(tx, persons)).map(row => [`${row.person} ${row.policy}`, row.on]));
  const open = new Set<string>();
  for (let at = 0; at < persons.length; at += AT_ONCE) {
    for (const ask of await listAsks(tx, persons.slice(at, at + AT_ONCE))) if (ask.open) open.add(`${ask.person} ${ask.policy}`);
  }
  const signaturesOf = (person: string, policy: string) => ({
    self: signed.get(`${person} ${policy} self`) ?? null, guardian: signed.get(`${person} ${policy} guardian`) ?? null, declinedOn: declined.get(`${person} ${policy}`) ?? null,
  });
  return { people, since, open, signaturesOf, calendar: calendarOf(await listTerms(tx)) };
}
