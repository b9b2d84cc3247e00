/** What is done in a case: each deed one change, with a line of the chronology. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { meetClocks } from '../clocks/deeds.ts';
import { startClocks } from '../clocks/start.ts';
import { addEntry, addEye, addPeople, setSeverity, setState } from '../deeds/case.ts';
import { fileAlso } from '../deeds/file-report.ts';
import { changeKind } from '../deeds/route.ts';
import type { Doing, Opened, Severity } from '../words.ts';
import * as store from './store.ts';
import type { Step, StepSort, StepState, StepWords, TriageWords } from './words.ts';

/** A step with its words. */
export const openStep = (row: store.StepRow, lock: Doing['lock']): Step => {
  const { locked, ...step } = row;
  return { ...step, words: lock.open<StepWords>(locked, row.id) };
};

type OfCase = Pick<Opened, 'concern'>;

/** From the first thing done, it is in hand, and the clock that asks for a first step is met. */
async function begin(tx: Tx, doing: Doing, { concern }: OfCase): Promise<void> {
  if (concern.state === 'in-hand') return;
  await setState(tx, doing, { concern: concern.id, to: 'in-hand' });
  await meetClocks(tx, doing, { concern: concern.id, names: ['first-step'] });
}

export interface Written {
  readonly sort: StepSort;
  readonly words: StepWords;
  readonly state: StepState;
  readonly owner?: string | null;
  readonly due?: string | null;
  /** What the chronology shows. */
  readonly text: string;
  readonly happenedAt?: Date | null;
}

/** Writes a step down. Returns its id. */
export async function writeDown(tx: Tx, doing: Doing, of: OfCase, step: Written): Promise<string> {
  const id = newId();
  await store.addStep(tx, { id, school: doing.school.id, concern: of.concern.id, sort: step.sort, state: step.state, owner: step.owner ?? null, due: step.due ?? null, locked: doing.lock.lock(step.words, id), by: doing.by, at: doing.at, doneAt: step.state === 'done' ? doing.at : null });
  await addEntry(tx, doing, { concern: of.concern.id, sort: step.sort, words: { step: id, text: step.text }, happenedAt: step.happenedAt ?? null });
  await begin(tx, doing, of);
  return id;
}

/** Names somebody in it. Whoever harmed others is among those it is about, and reads it no longer; a child who was harmed is among the children. */
export async function namePerson(tx: Tx, doing: Doing, of: OfCase, person: { readonly words: StepWords; readonly text: string; readonly id: string | null; readonly pupil: boolean }): Promise<void> {
  await writeDown(tx, doing, of, { sort: 'person', words: person.words, state: 'done', text: person.text });
  if (person.id === null) return;
  const part = person.words['part'];
  if (part === 'harmed-others') await addPeople(tx, doing, { concern: of.concern.id, about: [person.id] });
  if (part === 'harmed' && person.pupil) await addPeople(tx, doing, { concern: of.concern.id, children: [person.id] });
}

/** Changes how a step stands. Null where it is not there, or was a mistake. */
export async function moveOn(tx: Tx, doing: Doing, of: OfCase, move: { readonly step: string; readonly words: StepWords; readonly state: StepState; readonly due?: string | null; readonly sort: string; readonly text: string }): Promise<Step | null> {
  const row = await store.holdStep(tx, { concern: of.concern.id, step: move.step });
  if (!row || row.state === 'mistaken') return null;
  const step = openStep(row, doing.lock);
  await store.setStep(tx, { id: row.id, state: move.state, due: move.due === undefined ? row.due : move.due, locked: doing.lock.lock({ ...step.words, ...move.words }, row.id), doneAt: move.state === 'done' ? doing.at : null });
  await addEntry(tx, doing, { concern: of.concern.id, sort: move.sort, words: { step: row.id, text: move.text } });
  await begin(tx, doing, of);
  return step;
}

/** "I take this." What those were to do who read it no longer is theirs now. */
export async function claim(tx: Tx, doing: Doing, of: OfCase, readers: readonly string[]): Promise<void> {
  await writeDown(tx, doing, of, { sort: 'claim', words: {}, state: 'open', owner: doing.by, text: '' });
  await store.giveSteps(tx, { concern: of.concern.id, readers, to: doing.by! });
}

export interface Triage extends TriageWords {
  readonly severity: Severity;
  /** What it is, where that turned out to be something else. */
  readonly kind: string;
  /** What it is besides: each becomes a concern of its own, for the readers that the rules name. */
  readonly also: readonly string[];
}

/** Says what it is and how serious, with reasons. Another kind goes where the rules send that kind; whoever reads it goes on reading it. */
export async function triage(tx: Tx, doing: Doing, of: Opened, form: Triage): Promise<void> {
  const { concern, report } = of;
  const { severity, kind, also, ...found } = form;
  await addEntry(tx, doing, { concern: concern.id, sort: 'triage', words: { ...found, text: found.reasons, severity, kind } });
  await setSeverity(tx, doing, { concern: concern.id, severity });
  const facts = factsTold(of);
  if (kind !== concern.kind) {
    await changeKind(tx, doing, { concern, told: { kind, facts }, about: report.about });
    await startClocks(tx, doing, { concern: concern.id, kind, openedAt: report.reportedAt });
  }
  for (const other of also) {
    const made = await fileAlso(tx, doing, { report: report.id, told: { kind: other, facts, narrative: narrativeOf(of) } });
    await linkTo(tx, doing, of, { other: made.concern, reasons: found.reasons });
  }
  await begin(tx, doing, of);
}

const toldIn = ({ entries }: Pick<Opened, 'entries'>): Partial<{ narrative: string; facts: Record<string, string> }> => entries.find(entry => entry.sort === 'report')?.words ?? {};
export const narrativeOf = (of: Pick<Opened, 'entries'>): string => toldIn(of).narrative ?? '';
export const factsTold = (of: Pick<Opened, 'entries'>): Readonly<Record<string, string>> => toldIn(of).facts ?? {};
/** What triage found last; null before it. */
export const triageIn = ({ entries }: Pick<Opened, 'entries'>): TriageWords | null => (entries.filter(entry => entry.sort === 'triage').at(-1)?.words as TriageWords | undefined) ?? null;

/** Passes a breach to whoever the rules name: they read it from now on, and their decision is awaited. */
export async function passOn(tx: Tx, doing: Doing, of: OfCase, pass: { readonly office: string; readonly clause: string; readonly text: string }): Promise<void> {
  await writeDown(tx, doing, of, { sort: 'pass', words: { to: pass.office, note: pass.text }, state: 'open', text: pass.text });
  await addEye(tx, doing, { concern: of.concern.id, office: pass.office, why: 'routed', clause: pass.clause });
}

/** Closes it with a decision and its reasons. The caller has looked that everything is there. */
export async function closeCase(tx: Tx, doing: Doing, of: OfCase, words: { readonly decision: string; readonly reasons: string }): Promise<boolean> {
  if (!(await setState(tx, doing, { concern: of.concern.id, to: 'closed' }))) return false;
  await meetClocks(tx, doing, { concern: of.concern.id, names: ['own', 'first-step'] });
  await addEntry(tx, doing, { concern: of.concern.id, sort: 'closed', words: { ...words, text: `${words.decision}\n${words.reasons}` } });
  return true;
}

/** Opens a closed one again, with the reason. */
export async function reopenCase(tx: Tx, doing: Doing, of: OfCase, reasons: string): Promise<boolean> {
  if (of.concern.state !== 'closed' || !(await setState(tx, doing, { concern: of.concern.id, to: 'in-hand' }))) return false;
  await addEntry(tx, doing, { concern: of.concern.id, sort: 'reopened', words: { text: reasons } });
  return true;
}

/** Links it to another, each of which shows the other to those who may read both. */
export async function linkTo(tx: Tx, doing: Doing, of: OfCase, link: { readonly other: string; readonly reasons: string }): Promise<boolean> {
  const id = newId();
  if (!(await store.addLink(tx, { school: doing.school.id, id, concern: of.concern.id, other: link.other, locked: doing.lock.lock({ text: link.reasons }, id), by: doing.by, at: doing.at }))) return false;
  await addEntry(tx, doing, { concern: of.concern.id, sort: 'linked', words: { text: link.reasons } });
  return true;
}
