/** Complaints: made, acknowledged, answered with a policy, and taken further. */
import { write } from '../../../logbook/index.ts';
import { addDays } from '../../../platform/days.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askFeature } from '../../answers.ts';
import { announce, isHeard } from '../../bulletin.ts';
import { writeDown } from '../case/deeds.ts';
import { endClock } from '../clocks/deeds.ts';
import { clocksOf } from '../clocks/store.ts';
import { addEntry, addEye, setState } from '../deeds/case.ts';
import { fileReport } from '../deeds/file-report.ts';
import { mailTo } from '../deeds/note.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { standingFor } from '../routing.ts';
import { eyesOn, findConcern } from '../store.ts';
import type { Doing, Opened } from '../words.ts';
import { earlier, lawfulDay, stageAfter } from './decisions.ts';
import * as store from './store.ts';
import { KIND_OF, LAW, type AnswerWords, type Complaint, type DaysIn, type Outcome, type Procedure, type Sort, type Stage, type Step } from './words.ts';

type By = Doing & { readonly by: string };

export interface ComplaintGiven {
  readonly sort: Sort;
  readonly words: string;
  readonly wish: string;
  /** The child of the one who complains, where it is about theirs. */
  readonly child: string | null;
  /** Somebody of the school it is about, who never reads it. */
  readonly about: string | null;
  readonly who: readonly string[];
}

const counted = (tx: Tx, day: string, of: { readonly count: number; readonly in: DaysIn }): Promise<string> =>
  (of.in === 'days' ? Promise.resolve(addDays(day, of.count)) : askFeature('afterSchoolDays', tx, day, of.count));

/** Makes a complaint: a concern for its readers, and stages with their days for whoever made it. Returns its id. */
export async function complain(tx: Tx, doing: By, given: ComplaintGiven): Promise<string> {
  const { school, today, shared, lock } = doing;
  const about = given.about === null ? [] : [given.about];
  const filed = await fileReport(tx, doing, {
    reporter: doing.by, channel: 'screen', narrative: given.words, about, children: given.child === null ? [] : [given.child], who: given.who,
    answers: given.wish === '' ? {} : { 'what would put it right': given.wish }, kinds: [{ kind: KIND_OF[given.sort], facts: {} }],
  });
  const [concern] = filed.concerns as [string];
  const procedure = await store.procedureOn(tx, today);
  const own = procedure && await counted(tx, today, { count: procedure.acknowledgeWithin, in: procedure.acknowledgeIn });
  const id = await store.addComplaint(tx, { school: school.id, concern, sort: given.sort, byKey: lock.keyOf(doing.by), on: today, acknowledgeBy: earlier(own, lawfulDay(given.sort, shared.standards.cadences, today)) });
  const [first] = procedure?.stages ?? [];
  if (first) await begin(tx, doing, { complaint: id, concern, number: 1, stage: first, about });
  if (given.sort === 'personal-data') await lookedAtBy(tx, doing, { concern, office: 'dpo', about });
  if (given.sort === 'images' && given.child !== null && isHeard('picture-worry')) {
    await announce(tx, 'picture-worry', { school: school.id, child: given.child, concern, takeDown: false, about, at: doing.at });
    await addEntry(tx, { ...doing, by: null }, { concern, sort: 'pictures-on-hold', words: { text: 'Pictures of the child are held back until it is decided that they may be used again.' } });
  }
  return id;
}

/** An office reads it, or whoever comes next where it is about them or nobody holds it. Returns the office. */
async function lookedAtBy(tx: Tx, doing: Doing, of: { readonly concern: string; readonly office: string; readonly about: readonly string[] }): Promise<string | null> {
  const standing = standingFor(of.office, { holders: await holdersOn(tx, doing.today), about: of.about, settings: await settingsNow(tx, doing.today) });
  if (!standing) return null;
  const has = (await eyesOn(tx, [of.concern])).some(eye => eye.office === standing.office && eye.until === null && eye.parts === null);
  if (!has) await addEye(tx, { ...doing, by: null }, { concern: of.concern, office: standing.office, why: standing.why });
  return standing.office;
}

async function begin(tx: Tx, doing: Doing, of: { readonly complaint: string; readonly concern: string; readonly number: number; readonly stage: Stage; readonly about: readonly string[] }): Promise<void> {
  const office = await lookedAtBy(tx, doing, { concern: of.concern, office: of.stage.office, about: of.about });
  const answerBy = await counted(tx, doing.today, { count: of.stage.answerWithin, in: of.stage.answerIn });
  await store.addStep(tx, { school: doing.school.id, complaint: of.complaint, number: of.number, stage: { title: of.stage.title, office: office ?? of.stage.office }, on: doing.today, answerBy });
}

/** Tells whoever complained that it has arrived and is looked into. */
export async function acknowledge(tx: Tx, doing: By, opened: Opened, complaint: Complaint): Promise<boolean> {
  if (!(await store.setAcknowledged(tx, complaint.id, doing.at))) return false;
  await addEntry(tx, doing, { concern: complaint.concern, sort: 'acknowledged', words: {} });
  await meetTheLaw(tx, doing, complaint);
  if (opened.concern.state === 'seen') await setState(tx, doing, { concern: complaint.concern, to: 'in-hand' });
  await tellMaker(tx, doing, opened, `acknowledged ${complaint.id}`);
  return true;
}

/** Ends the clock of the law. Where that comes too late the clock runs on, until somebody says why. */
async function meetTheLaw(tx: Tx, doing: By, { concern }: Pick<Complaint, 'concern'>): Promise<void> {
  const law = (await clocksOf(tx, concern)).find(clock => clock.clock === LAW && clock.state === 'running');
  if (law) await endClock(tx, doing, { concern, clock: law.id, as: 'met', at: doing.at, words: '', reference: '', late: '' });
}

/** Answers the stage under way, under a policy of the school. Acknowledges it too where nobody did. */
export async function answerComplaint(tx: Tx, doing: By, opened: Opened, of: { readonly complaint: Complaint; readonly step: Step; readonly outcome: Outcome; readonly answer: AnswerWords }): Promise<boolean> {
  const { complaint, step, answer } = of;
  if (!(await store.setAnswered(tx, { step: step.id, outcome: of.outcome, locked: doing.lock.lock(answer, step.id), at: doing.at }))) return false;
  if (await store.setAcknowledged(tx, complaint.id, doing.at)) await meetTheLaw(tx, doing, complaint);
  await addEntry(tx, doing, { concern: complaint.concern, sort: 'complaint-answered', words: { text: answer.words, outcome: of.outcome, policy: answer.policy, stage: step.title } });
  if (complaint.sort === 'personal-data') await writeDown(tx, doing, opened, { sort: 'check', words: { check: 'outcome-told', did: 'done', on: doing.today, words: '' }, state: 'done', text: '' });
  else if (opened.concern.state === 'seen') await setState(tx, doing, { concern: complaint.concern, to: 'in-hand' });
  await tellMaker(tx, doing, opened, `answered ${step.id}`);
  return true;
}

/** A thin mail to whoever complained. */
async function tellMaker(tx: Tx, doing: Doing, opened: Opened, occasion: string): Promise<void> {
  if (opened.report.reporter !== null) await mailTo(tx, doing, [opened.report.reporter], occasion);
}

/** Whoever complained takes it to the next stage. False where there is none. */
export async function takeFurther(tx: Tx, doing: By, of: { readonly complaint: Complaint; readonly step: Step; readonly procedure: Procedure | null; readonly words: string }): Promise<boolean> {
  const { complaint, step } = of;
  const stage = stageAfter(of.procedure, step);
  const concern = await findConcern(tx, complaint.concern);
  if (!stage || !concern) return false;
  const holders = await holdersOn(tx, doing.today);
  const about = [...new Set([...holders.values()].flat())].filter(person => concern.aboutKeys.includes(doing.lock.keyOf(person)));
  await addEntry(tx, { ...doing, by: null }, { concern: complaint.concern, sort: 'complaint-further', words: { text: of.words, stage: stage.title } });
  await begin(tx, doing, { complaint: complaint.id, concern: complaint.concern, number: step.number + 1, stage, about });
  if (concern.state === 'closed') await setState(tx, { ...doing, by: null }, { concern: complaint.concern, to: 'in-hand' });
  return true;
}

/** Whoever complained says that it is settled for them, or takes that back. */
export async function settle(tx: Tx, doing: By, of: { readonly complaint: Complaint; readonly settled: boolean }): Promise<void> {
  await store.setClosed(tx, of.complaint.id, of.settled ? doing.at : null);
  await addEntry(tx, { ...doing, by: null }, { concern: of.complaint.concern, sort: of.settled ? 'complaint-settled' : 'complaint-open-again', words: {} });
}

/** The school enters its stages, from a day on. Complaints under way keep the days they have. */
export async function setProcedure(tx: Tx, doing: By, procedure: Procedure): Promise<void> {
  await store.addProcedure(tx, { ...procedure, school: doing.school.id, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, deed: 'set-complaint-stages', by: doing.by, at: doing.at, words: { since: procedure.since, stages: procedure.stages.map(stage => stage.title).join('; ') } });
}
