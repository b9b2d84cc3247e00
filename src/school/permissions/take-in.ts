/** Requests, tasks and declarations that are there from the start, for an invented school: each went the way the pages go. */
import { dayOf, type Day } from '../../platform/days.ts';
import type { Tx } from '../../platform/database/index.ts';
import { NOBODY, type Reader, type School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { readerOf } from '../people/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { answerBack, askFor, takeBack } from './ask/deeds.ts';
import { prepare, type AskPlace } from './ask/reads.ts';
import { decideRequest, handOn } from './decide/deeds.ts';
import { requestFor } from './decide/reads.ts';
import { weigh } from './declarations/decisions.ts';
import { declare } from './declarations/deeds.ts';
import type { DeclarationGiven } from './declarations/words.ts';
import type { Doing } from './deeds.ts';
import { openForLesson } from './openings/deeds.ts';
import { classToOpen } from './openings/reads.ts';
import { withdrawPermission } from './register/deeds.ts';
import { entryById } from './register/store.ts';
import { seated } from './seats.ts';
import { findRequest, listPermissions } from './store.ts';
import { askIt, claimTask, finishTask } from './tasks/deeds.ts';
import { carrierOf, earOn } from './tasks/reads.ts';
import { findTask, listTasks } from './tasks/store.ts';

/** The school, with the day whose rules hold. */
export interface Place {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly today: Day;
  readonly now: Date;
  /** Everybody who was met already. */
  readonly readers: Map<string, Reader>;
}

/** What befalls a request after it was asked, by whom and when. */
export type Next =
  | { readonly does: 'grant'; readonly by: string; readonly at: Date; readonly words?: string; readonly conditions?: string }
  | { readonly does: 'refuse' | 'ask-back'; readonly by: string; readonly at: Date; readonly words: string }
  | { readonly does: 'answer'; readonly at: Date; readonly words: string }
  | { readonly does: 'take-back' | 'hand-on'; readonly at: Date }
  | { readonly does: 'withdraw'; readonly by: string; readonly at: Date; readonly words: string }
  | { readonly does: 'claim'; readonly by: string; readonly at: Date }
  | { readonly does: 'finish'; readonly by: string; readonly at: Date; readonly words: string; readonly device: string };

export interface RequestToFill {
  readonly asker: string;
  /** The child for whom a parent asks. */
  readonly child?: string;
  readonly act: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, string>>;
  readonly named?: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
  readonly at: Date;
  readonly next: readonly Next[];
}

/** Somebody as a page would meet them. Null where they are not of the school on that day. */
async function readerIn(tx: Tx, { vocabulary, today, readers }: Place, person: string): Promise<Reader | null> {
  const found = readers.get(person) ?? await readerOf(tx, { person, today, vocabulary });
  if (!found) return null;
  const reader = { ...NOBODY, ...found };
  readers.set(person, reader);
  return reader;
}

const doingAt = ({ school }: Place, by: string, at: Date): Doing & { readonly by: string } => ({ school, by, at, today: dayOf(at) });

/** Asks as the form does, and goes on as the pages do. Returns the request; null where the rules have nobody asked. */
export async function fillRequest(tx: Tx, place: Place, given: RequestToFill): Promise<string | null> {
  const reader = await readerIn(tx, place, given.asker);
  if (!reader) return null;
  const found = await prepare(tx, { ...place, reader }, { act: given.act, child: given.child ?? null, facts: given.facts, again: false, named: given.named ?? {} });
  if (found?.weighed.kind !== 'ask') return null;
  const { weighed, seats, holder, facts } = found;
  const id = await askFor(tx, doingAt(place, given.asker, given.at), { seats, request: {
    holder: holder.id, act: given.act, facts, evidence: given.shown, reason: given.reason, clauses: weighed.because, offices: weighed.offices, named: given.named ?? {}, from: given.from, until: given.until,
  } });
  for (const next of given.next) await goOn(tx, place, { id, asker: given.asker, next });
  return id;
}

async function goOn(tx: Tx, place: Place, { id, asker, next }: { readonly id: string; readonly asker: string; readonly next: Next }): Promise<void> {
  if (next.does === 'grant' || next.does === 'refuse' || next.does === 'ask-back') return decide(tx, place, id, next);
  if (next.does === 'withdraw' || next.does === 'claim' || next.does === 'finish') return carryOn(tx, place, id, next);
  const request = (await findRequest(tx, id))!;
  const doing = doingAt(place, asker, next.at);
  if (next.does === 'take-back') return void await takeBack(tx, doing, request);
  const { rulebook } = await rulesInForce(tx, place);
  const [one] = await seated(tx, [request], { rulebook, today: place.today, oneMore: next.does === 'hand-on' });
  if (next.does === 'answer') await answerBack(tx, doing, { request, words: next.words, seats: one!.seats });
  else await handOn(tx, { ...doing, by: null }, { request, to: one!.seats.flat() });
}

/** Decides as the page of a request does; nothing where it is not theirs to decide. */
async function decide(tx: Tx, place: Place, id: string, next: Extract<Next, { readonly does: 'grant' | 'refuse' | 'ask-back' }>): Promise<void> {
  const reader = await readerIn(tx, place, next.by);
  const asPlace: AskPlace | null = reader && { ...place, reader };
  const row = asPlace && await requestFor(tx, asPlace, id);
  if (!asPlace || !row || row.mine.length === 0) return;
  const { request } = row;
  const grants = next.does === 'grant';
  await decideRequest(tx, doingAt(place, next.by, next.at), {
    request, seats: grants ? row.yes : row.mine, says: next.does, words: next.words ?? '', conditions: grants ? next.conditions ?? '' : '', toAccept: (row.demands?.limits.length ?? 0) > 0,
    waitsFor: grants ? await carrierOf(tx, { place: asPlace, act: request.act, clauses: request.clauses, deciders: asPlace.reader.offices }) : null,
    ...(grants && (row.demands?.checked.length ?? 0) > 0 ? { evidence: { 'checked-on': dayOf(next.at) }, evidenceUntil: request.until } : {}),
  });
}

/** What happens to the permission that a request led to, and to the task that it waits for. */
async function carryOn(tx: Tx, place: Place, id: string, next: Extract<Next, { readonly does: 'withdraw' | 'claim' | 'finish' }>): Promise<void> {
  const [permission] = await listPermissions(tx, { now: place.now, today: place.today, requests: [id], limit: 1 });
  if (!permission) return;
  const doing = doingAt(place, next.by, next.at);
  if (next.does === 'withdraw') {
    const entry = await entryById(tx, permission.id);
    if (entry) await withdrawPermission(tx, doing, { entry, reason: next.words });
    return;
  }
  const task = (await listTasks(tx, { offices: 'all', state: null, search: '', sort: null, named: [], limit: 50, offset: 0 })).find(one => one.permission === permission.id);
  if (!task) return;
  if (next.does === 'claim') await claimTask(tx, doing, task);
  else await finishTask(tx, doing, { task, device: next.device, on: dayOf(next.at), words: next.words });
}

/** Somebody asks IT in their own words; `answer` where it was seen to. */
export async function fillQuestionToIt(tx: Tx, place: Place, of: { readonly asker: string; readonly sort: 'question' | 'fault'; readonly words: string; readonly at: Date; readonly answer?: { readonly by: string; readonly at: Date; readonly words: string } }): Promise<void> {
  const id = await askIt(tx, doingAt(place, of.asker, of.at), { sort: of.sort, office: await earOn(tx, place.today), words: of.words });
  const { answer } = of;
  const task = answer && await findTask(tx, id);
  if (answer && task) await finishTask(tx, doingAt(place, answer.by, answer.at), { task, device: '', on: dayOf(answer.at), words: answer.words });
}

/** Somebody notes what they take out, where the rules have nothing against it. False where they have. */
export async function fillDeclaration(tx: Tx, place: Place, of: { readonly person: string; readonly given: DeclarationGiven; readonly at: Date }): Promise<boolean> {
  const reader = await readerIn(tx, place, of.person);
  if (!reader) return false;
  const { rulebook } = await rulesInForce(tx, place);
  const permissions = await askFeature('livePermissions', tx, of.person, place.now);
  const weighed = weigh(rulebook, { sort: of.given.sort, who: [...reader.kinds, ...reader.offices], facts: of.given.facts, permissions, on: place.today });
  if (weighed.kind !== 'yes' && weighed.kind !== 'entry') return false;
  await declare(tx, doingAt(place, of.person, of.at), { given: of.given, weighed });
  return true;
}

/** A teacher opens something for a class, for a lesson. False where no rule lets them. */
export async function fillOpening(tx: Tx, place: Place, of: { readonly by: string; readonly act: string; readonly class: string; readonly lesson: string; readonly what: string; readonly reason: string; readonly at: Date; readonly until: Date }): Promise<boolean> {
  const reader = await readerIn(tx, place, of.by);
  const room = reader && await classToOpen(tx, { ...place, reader }, of.class);
  const openable = room?.openables.find(one => one.act === of.act);
  if (!openable) return false;
  await openForLesson(tx, doingAt(place, of.by, of.at), { openable, content: null, pupils: [], class: of.class, lesson: of.lesson, what: of.what, reason: of.reason, until: of.until });
  return true;
}
