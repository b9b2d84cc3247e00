/** What the page of withdrawing is drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { listPeople, type Person } from '../../people/index.ts';
import { approversFor, approvingBody, mayApprove } from '../decisions.ts';
import { editionsInForce, latestApproved } from '../store.ts';
import { readEdition } from '../reads.ts';
import type { Edition } from '../words.ts';
import { standingWithdrawal } from './store.ts';
import type { Told, Withdrawal } from './words.ts';

export { standingWithdrawal, withdrawalsBy, withdrawalsOf } from './store.ts';

/** A policy as whoever may approve it sees it. */
export interface Withdrawable {
  readonly edition: Edition;
  readonly inForce: boolean;
  /** Whom they speak for. */
  readonly as: string;
  /** The kinds it binds. */
  readonly binds: readonly string[];
  readonly standing: Withdrawal | null;
}

/** The policy, for those who may approve it; null for everybody else, and where there is none. */
export async function withdrawable(tx: Tx, of: { policy: string; offices: readonly string[]; today: string; vocabulary: Vocabulary }): Promise<Withdrawable | null> {
  const edition = await latestApproved(tx, of.policy);
  const document = edition && readEdition(edition, of.vocabulary).document;
  const body = approvingBody(document, null);
  if (!edition || !document || body === null || !mayApprove(of.offices, body)) return null;
  const inForce = (await editionsInForce(tx, of.today)).some(one => one.policy === of.policy);
  return { edition, inForce, as: approversFor(body).find(office => of.offices.includes(office)) ?? body, binds: document.front.binds, standing: await standingWithdrawal(tx, of.policy) };
}

const MOST_PEOPLE = 100_000;

/** Whom a withdrawal is told to, as far as mail reaches them. */
export async function toTell(tx: Tx, of: { told: Told; policy: string; binds: readonly string[]; today: string; vocabulary: Vocabulary }): Promise<Person[]> {
  const { told, today } = of;
  if (told === 'nobody') return [];
  const kinds = [...of.vocabulary.kinds.values()].filter(kind => of.binds.includes(kind.name) || kind.within.some(wider => of.binds.includes(wider))).map(kind => kind.name);
  const ids = told === 'signers' ? await askFeature('whoHasSigned', tx, of.policy) : undefined;
  if (ids?.length === 0) return [];
  const people = await listPeople(tx, { day: today, limit: MOST_PEOPLE, ...(ids ? { ids } : { kinds }) });
  return people.filter(person => person.email !== null);
}
