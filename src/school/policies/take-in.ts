/** Posters, questions, linked documents and requests for copies that are there from the start, for an invented school. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { addCompanion, noteLook } from './companions/deeds.ts';
import { findCompanion } from './companions/store.ts';
import { askForCopy, closeAddress } from './copies/deeds.ts';
import { countRequests } from './copies/reads.ts';
import type { By } from './deeds.ts';
import { checkPlace, makePoster, putUp, retirePoster } from './posters/deeds.ts';
import { clausesFor } from './posters/decisions.ts';
import { findPlace, shownPoster } from './posters/reads.ts';
import { answerersOf } from './questions/decisions.ts';
import { answerQuestion, askAboutClause } from './questions/deeds.ts';
import { findQuestion, hashOfClause } from './questions/reads.ts';
import { rulesInForce } from './reads.ts';

const DAY_MS = 86_400_000;

/** The same doer so many days ago. */
const ago = (by: By, days: number): By => ({ ...by, at: new Date(by.at.getTime() - days * DAY_MS), today: addDays(by.today, -days) });

/** A poster with the places where it hangs: when a copy was put up and last looked at, in days ago. */
export interface PosterToFill {
  readonly policy: string;
  readonly title: string;
  readonly audience: string;
  /** What the people it is for are, narrow kinds and wide ones. */
  readonly names: readonly string[];
  readonly places: readonly { readonly place: string; readonly up: number; readonly checked?: number }[];
  /** Taken out of use so many days ago: its copies are to come down. */
  readonly retired?: number;
}

const ON_A_POSTER = 5;

/** Makes a poster of the first live rules for its readers. Nothing where its policy is not in force or asks nothing of them. */
export async function fillPoster(tx: Tx, by: By, of: PosterToFill): Promise<void> {
  const { rulebook } = await rulesInForce(tx, by);
  const document = rulebook.policies.find(one => one.id === of.policy);
  const clauses = document ? clausesFor(document, of.names).slice(0, ON_A_POSTER).map(clause => clause.id) : [];
  if (clauses.length === 0) return;
  const made = ago(by, Math.max(...of.places.map(({ up }) => up)));
  const shown = (await shownPoster(tx, by, await makePoster(tx, made, { policy: of.policy, title: of.title, audience: of.audience, clauses })))!;
  for (const { place, up, checked } of of.places) {
    const id = await putUp(tx, ago(by, up), { poster: shown.poster, edition: shown.of.edition, place });
    if (checked !== undefined) await checkPlace(tx, ago(by, checked), (await findPlace(tx, id))!);
  }
  if (of.retired !== undefined) await retirePoster(tx, ago(by, of.retired), shown.poster);
}

/** A question about a rule, asked so many days ago; without an answer it waits. */
export interface QuestionToFill {
  readonly policy: string;
  readonly clause: string;
  readonly asked: string;
  readonly person: string;
  readonly days: number;
  readonly answer?: { readonly words: string; readonly answer: string };
}

/** Asks, and answers a day later as whoever holds the office that may. Nothing where the rule is not in force. */
export async function fillQuestion(tx: Tx, by: By, of: QuestionToFill & { holderOf: (office: string) => string | null }): Promise<void> {
  const { rulebook } = await rulesInForce(tx, by);
  const document = rulebook.policies.find(one => one.id === of.policy);
  const hash = document ? hashOfClause(document, of.clause) : null;
  if (!document || hash === null) return;
  const id = await askAboutClause(tx, ago(by, of.days), of);
  const question = (await findQuestion(tx, id))!;
  const office = answerersOf(document.clauses.find(one => one.id === of.clause), document.front).find(one => of.holderOf(one) !== null);
  if (of.answer && office) await answerQuestion(tx, { ...ago(by, of.days - 1), by: of.holderOf(office) }, { question, ...of.answer, office, clauseHash: hash });
}

/** A linked document. One with an address was looked at two days ago and was there, so the next look is some days off. */
export async function fillDocument(tx: Tx, by: By, of: { policy: string; title: string; owner: string; address: string | null }): Promise<void> {
  const id = await addCompanion(tx, ago(by, 20), of.policy, { ...of, kind: 'companion', ownPolicy: null, clause: null, openFirst: false, stopsPublishing: false });
  if (of.address === null) return;
  const entry = (await findCompanion(tx, id))!;
  await noteLook(tx, { school: by.school.id, entry, look: { address: of.address, at: ago(by, 2).at, state: 'live', status: 200, fault: null } });
}

/** Somebody outside has asked for a copy, and it waits. Their name and address lie closed. */
export async function fillCopy(tx: Tx, by: By, of: { folder: string; policy: string; name: string; address: string; days: number }): Promise<void> {
  const closed = await closeAddress(of.folder, { name: of.name, address: of.address });
  await askForCopy(tx, { ...ago(by, of.days), by: null }, { policy: of.policy, how: 'large-print', language: '', closed });
}

/** Whether anybody has ever asked for a copy. */
export const copiesWereAsked = async (tx: Tx): Promise<boolean> => (await countRequests(tx, true)) + (await countRequests(tx, false)) > 0;
