/** What is done with legal holds: each deed one change, with a line of the chronology and one of the logbook that says nothing. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { listHolders, namesOf } from '../../people/index.ts';
import { openStep } from '../case/deeds.ts';
import { stepsOf } from '../case/store.ts';
import { addEntry, addEye } from '../deeds/case.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { mailTo } from '../deeds/note.ts';
import { entriesOf, eyesOn, findConcern, findReport } from '../store.ts';
import type { Doing } from '../words.ts';
import { liftingOffices } from './decisions.ts';
import * as store from './store.ts';
import type { Hold, HoldWords, LegalStep } from './words.ts';

/** The school goes to law: what was decided, by whom and why; and from now on nothing of the case is erased. False where a hold stands already. */
export async function goToLaw(tx: Tx, doing: Doing, of: { readonly concern: string; readonly step: LegalStep }): Promise<boolean> {
  const { step, concern } = of;
  const id = newId();
  const words: HoldWords = { reasons: step.reasons, names: Object.fromEntries(await namesIn(tx, doing, concern)) };
  const put = await store.addHold(tx, { school: doing.school.id, id, concern, clause: step.clause, decidedBy: step.decidedBy, decidedOffice: step.decidedOffice, setBy: doing.by, since: doing.today, reviewOn: step.reviewOn, locked: doing.lock.lock(words, id) });
  if (!put) return false;
  await addEntry(tx, doing, { concern, sort: 'legal-step', words: { hold: id, text: step.reasons, decidedBy: step.decidedBy, office: step.decidedOffice } });
  const have = (await eyesOn(tx, [concern])).filter(eye => eye.until === null && eye.parts === null).flatMap(eye => eye.office ?? []);
  if (!have.includes(step.decidedOffice)) await addEye(tx, doing, { concern, office: step.decidedOffice, why: 'routed', ...(step.clause === null ? {} : { clause: step.clause }), quietly: true });
  if (step.decidedBy !== doing.by) await mailTo(tx, doing, [step.decidedBy], `legal ${id}`);
  return true;
}

/** Everybody in a case by name: who told it, whom it is about, and who wrote in it. */
async function namesIn(tx: Tx, { lock }: Doing, id: string): Promise<ReadonlyMap<string, string>> {
  const concern = (await findConcern(tx, id))!;
  const row = (await findReport(tx, concern.report))!;
  const { reporter, about, children } = lock.open<ReportWords>(row.locked, row.id);
  const steps = (await stepsOf(tx, id)).map(step => openStep(step, lock));
  const ids = [reporter, ...about, ...children, ...(await entriesOf(tx, id)).map(entry => entry.by), ...steps.flatMap(step => [step.owner, step.by, typeof step.words['person'] === 'string' && step.words['person'] !== '' ? step.words['person'] : null])];
  return namesOf(tx, [...new Set(ids.filter(one => one !== null))]);
}

/** It was looked at again, and stays until the next day on which it is. */
export async function reviewHold(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly reviewOn: string; readonly reasons: string }): Promise<void> {
  await store.setReview(tx, of.hold.id, of.reviewOn);
  await addEntry(tx, doing, { concern: of.hold.concern, sort: 'legal-reviewed', words: { hold: of.hold.id, text: of.reasons } });
}

/** One asks that it be lifted, with the reason; those who may be the second are told that something waits. */
export async function askToLift(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly office: string | null; readonly reasons: string }): Promise<void> {
  const { hold } = of;
  await store.setLiftAsked(tx, { id: hold.id, by: doing.by, office: of.office, at: doing.at, locked: doing.lock.lock({ text: of.reasons }, hold.id) });
  await addEntry(tx, doing, { concern: hold.concern, sort: 'legal-lift-asked', words: { hold: hold.id, text: of.reasons } });
  const holders = (await listHolders(tx, doing.today)).filter(holder => liftingOffices([holder.office]).length > 0 && holder.office !== of.office).map(holder => holder.person);
  await mailTo(tx, doing, [...new Set(holders)].filter(person => person !== doing.by && !hold.aboutKeys.includes(doing.lock.keyOf(person))), `legal lift ${hold.id} ${doing.at.toISOString()}`);
}

/** A second office agrees: it is lifted, and whoever waits to be forgotten is looked at again. */
export async function liftHold(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly office: string }): Promise<void> {
  await store.setLifted(tx, { id: of.hold.id, by: doing.by!, office: of.office, at: doing.at });
  await addEntry(tx, doing, { concern: of.hold.concern, sort: 'legal-lifted', words: { hold: of.hold.id, text: '' } });
  await store.dueToForget(tx);
}

/** The second says no: it stays. */
export async function keepHold(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly reasons: string }): Promise<void> {
  await store.setLiftAsked(tx, { id: of.hold.id, by: null, office: null, at: null, locked: null });
  await addEntry(tx, doing, { concern: of.hold.concern, sort: 'legal-kept', words: { hold: of.hold.id, text: of.reasons } });
}
