/** What whoever decides does: say yes, say no, ask back, and undo it on the same day. */
import { write } from '../../../logbook/index.ts';
import { noteInSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { findPerson } from '../../people/index.ts';
import { tellOthers } from '../announce.ts';
import { BY_ITSELF, grant, turn, type Doing } from '../deeds.ts';
import { outcomeOf } from '../decisions.ts';
import { tellAsker, tellDeciders } from '../mails.ts';
import { setPeriods, type Periods } from '../periods/store.ts';
import * as store from '../store.ts';
import { openTask } from '../tasks/index.ts';
import { ACCEPTANCE, type Request, type Seat } from '../words.ts';

type By = Doing & { readonly by: string };

const log = (tx: Tx, { school, by, at }: Doing, deed: string, request: Request) => {
  const [clause] = request.clauses;
  return write(tx, { school: school.id, by: by ?? BY_ITSELF, at, deed, about: request.id, ...(clause ? { clause } : {}) });
};

export interface Deciding {
  readonly request: Request;
  /** The seats of whoever decides. */
  readonly seats: readonly Seat[];
  readonly says: 'grant' | 'refuse' | 'ask-back';
  readonly words: string;
  readonly conditions: string;
  /** The holder has to accept the conditions before it counts. */
  readonly toAccept: boolean;
  /** What must be carried out before it counts. */
  readonly waitsFor?: string | null;
  readonly evidence?: Readonly<Record<string, string>>;
  readonly evidenceUntil?: string | null;
}

export type Decided = 'granted' | 'waits' | 'refused' | 'asked-back' | 'gone';

/** Decides, for every group of the rule in which this person may. `waits` where others have to agree as well; `gone` where it is decided by now. */
export async function decideRequest(tx: Tx, doing: By, of: Deciding): Promise<Decided> {
  const request = await store.lockRequest(tx, of.request.id);
  if (!request || (request.state !== 'asked' && request.state !== 'asked-back')) return 'gone';
  for (const office of new Set(of.seats.map(seat => seat.office))) {
    await store.addWord(tx, { school: doing.school.id, request: request.id, says: of.says, office, by: doing.by, words: of.words, conditions: of.conditions, at: doing.at });
  }
  await store.setOpened(tx, [request.id], doing);
  if (of.says === 'ask-back') {
    await store.setRequestState(tx, { id: request.id, from: request.state, to: 'asked-back', answeredAt: null });
    await log(tx, doing, 'ask-back', request);
    await tell(tx, doing, request);
    return 'asked-back';
  }
  return settle(tx, doing, { ...of, request });
}

async function settle(tx: Tx, doing: By, of: Deciding): Promise<Decided> {
  const { request } = of;
  const words = await store.listWords(tx, [request.id]);
  const outcome = outcomeOf(request.offices, words, request.askedAt);
  if (outcome.says === 'waits') {
    await log(tx, doing, 'agree-request', request);
    return 'waits';
  }
  await store.setRequestState(tx, { id: request.id, from: request.state, to: outcome.says === 'yes' ? 'granted' : 'refused', answeredAt: doing.at });
  if (outcome.says === 'no') await log(tx, doing, 'refuse-request', request);
  else await give(tx, doing, of, { offices: outcome.offices, conditions: conditionsIn(words, outcome.offices) });
  await tell(tx, doing, request);
  return outcome.says === 'yes' ? 'granted' : 'refused';
}

/** The conditions of everybody whose yes counts, each once. */
const conditionsIn = (words: readonly { says: string; office: string; conditions: string }[], offices: readonly string[]): string =>
  [...new Set(offices.flatMap(office => words.filter(word => word.says === 'grant' && word.office === office).at(-1)?.conditions ?? []))].filter(Boolean).join('\n');

async function give(tx: Tx, doing: By, of: Deciding, { offices, conditions }: { readonly offices: readonly string[]; readonly conditions: string }): Promise<void> {
  const { request } = of;
  // Why: whoever leaves holds nothing after their last day, whichever was known first.
  const leavesOn = (await findPerson(tx, request.holder!, doing.today))?.leftOn ?? null;
  const waitsFor = of.toAccept && conditions !== '' ? ACCEPTANCE : of.waitsFor ?? null;
  const permission = await grant(tx, doing, {
    holder: request.holder!, act: request.act, offices, facts: request.facts, conditions, reason: request.reason, clauses: request.clauses,
    // Why not earlier: nobody is allowed something for a day that has gone.
    from: request.from > doing.today ? request.from : doing.at, until: leavesOn !== null && leavesOn < request.until ? leavesOn : request.until,
    waitsFor, evidence: { ...request.evidence, ...of.evidence }, evidenceUntil: of.evidenceUntil ?? null, request: request.id,
  });
  if (waitsFor === null) await tellOthers(tx, doing, { permission, outcome: 'granted' });
  if (waitsFor !== null && waitsFor !== ACCEPTANCE) await openTask(tx, doing, { permission, office: waitsFor, asker: request.asker });
}

const tell = (tx: Tx, doing: Doing, request: Request): Promise<void> => tellAsker(tx, { ...doing, persons: [request.asker], path: `/my-requests/${request.id}` });

/** Takes one's own decision back on its day: what was granted no longer counts, and the request waits again. False where it is too late. */
export async function undoDecision(tx: Tx, doing: By, of: { readonly request: Request; readonly offices: readonly string[] }): Promise<boolean> {
  const request = await store.lockRequest(tx, of.request.id);
  if (!request || request.state !== of.request.state) return false;
  for (const office of of.offices) await store.addWord(tx, { school: doing.school.id, request: request.id, says: 'undo', office, by: doing.by, words: '', conditions: '', at: doing.at });
  for (const permission of await store.listPermissions(tx, { now: doing.at, today: doing.today, requests: [request.id], states: ['live', 'waiting', 'coming', 'suspended'], limit: 5 })) {
    await turn(tx, doing, { permission: permission.id, turn: 'withdrawn', reason: '' });
  }
  if (request.state === 'granted' || request.state === 'refused') await store.setRequestState(tx, { id: request.id, from: request.state, to: 'asked', answeredAt: null });
  await log(tx, doing, 'undo-decision', request);
  await tell(tx, doing, request);
  return true;
}

/** Notes that whoever may decide has seen these requests. */
export const noteOpened = (db: Database, school: string, of: { readonly requests: readonly string[]; readonly by: string; readonly at: Date }): Promise<void> =>
  noteInSchool(db, school, tx => store.setOpened(tx, of.requests, of));

/** Hands a request on that nobody has opened: the next responder may decide as well, and is told. */
export async function handOn(tx: Tx, doing: Doing, of: { readonly request: Request; readonly to: readonly Seat[] }): Promise<void> {
  await store.setUnopened(tx, { id: of.request.id, handedOn: doing.at });
  await store.addWord(tx, { school: doing.school.id, request: of.request.id, says: 'hand-on', office: '', by: null, words: '', conditions: '', at: doing.at });
  await log(tx, doing, 'hand-request-on', of.request);
  await tellDeciders(tx, { ...doing, persons: of.to.map(seat => seat.person), path: `/requests/${of.request.id}` });
}

/** Those who sit there by now are told: whoever had opened it no longer does. Nobody else decides for that. */
export async function tellAnew(tx: Tx, doing: Doing, of: { readonly request: Request; readonly to: readonly Seat[] }): Promise<void> {
  await store.setUnopened(tx, { id: of.request.id, handedOn: doing.at });
  await log(tx, doing, 'hand-request-on', of.request);
  await tellDeciders(tx, { ...doing, persons: of.to.map(seat => seat.person), path: `/requests/${of.request.id}` });
}

/** A request that nobody answered in time is over; its asker is told. */
export async function lapse(tx: Tx, doing: Doing, request: Request): Promise<void> {
  if (!(await store.setRequestState(tx, { id: request.id, from: request.state, to: 'lapsed', answeredAt: doing.at }))) return;
  await log(tx, doing, 'lapse-request', request);
  await tell(tx, doing, request);
}

/** Says anew how long requests wait and permissions last, from today. */
export async function setHowLong(tx: Tx, doing: By, periods: Omit<Periods, 'from'>): Promise<void> {
  await setPeriods(tx, { ...periods, from: doing.today, school: doing.school.id, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, by: doing.by, at: doing.at, deed: 'set-request-periods', words: Object.fromEntries(Object.entries(periods).map(([name, value]) => [name, String(value)])) });
}
