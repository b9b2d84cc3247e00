/** Cases that were worked on from the start, for an invented school: by the deeds of the pages. */
import { dayOf, type Day } from '../../../platform/days.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Lock } from '../../../platform/seal/index.ts';
import { NOBODY, type Reader, type School } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { readerOf } from '../../people/index.ts';
import { endClock } from '../clocks/deeds.ts';
import { clocksOf } from '../clocks/store.ts';
import { addEntry } from '../deeds/case.ts';
import { openConcern } from '../deeds/open.ts';
import { agree, beginSanction, propose, tellThem } from '../sanctions/deeds.ts';
import { decidersNow, oneHeld, whoAndWhat } from '../sanctions/reads.ts';
import type { Proposal, SanctionKind } from '../sanctions/words.ts';
import { answerPupil } from '../tell-someone/deeds.ts';
import type { Asking, Doing, Opened } from '../words.ts';
import { mayClose } from './decisions.ts';
import { closeCase, moveOn, namePerson, openStep, passOn, triage, writeDown, type Triage } from './deeds.ts';
import { caseView } from './reads.ts';
import { stepsOf } from './store.ts';
import type { StepSort, StepWords } from './words.ts';

/** The school, with the day whose rules hold. */
export interface Place {
  readonly school: School;
  readonly shared: Shared;
  readonly lock: Lock;
  readonly today: Day;
  /** Everybody who was met already. */
  readonly readers: Map<string, Reader>;
}

export interface By { readonly by: string; readonly at: Date }

export const doingAs = (place: Place, by: string | null, at: Date): Doing => ({ ...place, by, at, today: dayOf(at) });

export async function readerIn(tx: Tx, { shared, today, readers }: Place, person: string): Promise<Reader> {
  const reader = readers.get(person) ?? { ...NOBODY, ...await readerOf(tx, { person, today, vocabulary: shared.vocabulary }) };
  readers.set(person, reader);
  return reader;
}

export const askingAs = (place: Place, reader: Reader, now: Date): Asking => ({ reader, school: place.school, now, today: place.today, lock: place.lock, shared: place.shared });

/** Somebody who is named in a case. */
export interface InIt { readonly key: string; readonly part: 'harmed' | 'harmed-others' | 'saw'; readonly person: string; readonly name: string; readonly pupil: boolean }

/** One thing done in a case, in the order of time. `key` is how later work speaks of it. */
export type Work =
  | { readonly does: 'read' }
  | { readonly does: 'triage'; readonly found: Omit<Triage, 'kind' | 'also'> }
  | { readonly does: 'name'; readonly who: InIt }
  | { readonly does: 'step'; readonly sort: Exclude<StepSort, 'person'>; readonly key?: string; readonly words: StepWords; readonly text: string; readonly owner?: string; readonly due?: Day; readonly open?: boolean }
  | { readonly does: 'end'; readonly key: string; readonly words: StepWords; readonly text: string; readonly sort: string }
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'answer'; readonly did: string; readonly answer: string }
  | { readonly does: 'clock'; readonly clock: string; readonly as: 'met' | 'not-needed'; readonly words: string; readonly reference?: string }
  /** To whoever the rules have decide; nothing where they name nobody. */
  | { readonly does: 'pass'; readonly key: string; readonly text: string }
  | { readonly does: 'close'; readonly decision: string; readonly reasons: string }
  | { readonly does: 'sanction'; readonly proposal: Omit<Proposal, 'provided'>; readonly kind: SanctionKind; readonly clause: string; readonly agreed: readonly By[]; readonly told: Date };

/** Works on a case as somebody who may read it; nothing where they may not. */
export async function fillWork(tx: Tx, place: Place, of: { readonly concern: string; readonly by: string; readonly work: readonly (Work & { readonly at: Date })[] }): Promise<void> {
  const reader = await readerIn(tx, place, of.by);
  const steps = new Map<string, string>();
  let opened: Opened | null = null;
  for (const one of of.work) {
    const asking = askingAs(place, reader, one.at);
    // Why once: what is read twice in an hour is written down twice, and triage and closing need it as it is by then.
    if (opened === null || ['clock', 'close', 'sanction', 'answer'].includes(one.does)) opened = await openConcern(tx, asking, of.concern, 'page');
    if (opened === null) return;
    await workOn(tx, { ...asking, place, reader }, { opened, one, steps });
    if (BEGINS.includes(one.does)) opened = { ...opened, concern: { ...opened.concern, state: 'in-hand' } };
  }
}

/** From the first of these a concern is in hand. */
const BEGINS: readonly Work['does'][] = ['triage', 'name', 'step'];

interface Working { readonly opened: Opened; readonly one: Work & { readonly at: Date }; readonly steps: Map<string, string> }
type Here = Asking & { readonly place: Place; readonly reader: Reader };

async function workOn(tx: Tx, here: Here, { opened, one, steps }: Working): Promise<void> {
  const doing = doingAs(here.place, here.reader.person, one.at);
  // Somebody's name stands in the case as the step that named them.
  const keyed = (words: StepWords): StepWords => Object.fromEntries(Object.entries(words).map(([name, value]) => [name, typeof value === 'string' ? steps.get(value) ?? value : value.map(key => steps.get(key) ?? key)]));
  switch (one.does) {
    case 'read': return;
    case 'triage': return triage(tx, doing, opened, { ...one.found, kind: opened.concern.kind, also: [] });
    case 'name': return nameOne(tx, here, { opened, who: one.who, steps, at: one.at });
    case 'step': {
      const id = await writeDown(tx, doing, opened, { sort: one.sort, words: keyed(one.words), state: one.open ? 'open' : 'done', text: one.text, owner: one.owner ?? null, due: one.due ?? null });
      if (one.key) steps.set(one.key, id);
      return;
    }
    case 'pass': return pass(tx, here, { opened, one, steps });
    case 'end': return steps.has(one.key) ? void await moveOn(tx, doing, opened, { step: steps.get(one.key)!, words: one.words, state: 'done', sort: one.sort, text: one.text }) : undefined;
    case 'note': return void await addEntry(tx, doing, { concern: opened.concern.id, sort: 'note', words: { text: one.text } });
    case 'answer': return answerPupil(tx, doing, opened, { did: one.did, answer: one.answer });
    case 'clock': return endOne(tx, doing, opened, one);
    case 'close': return close(tx, here, opened, one);
    case 'sanction': return sanction(tx, here, opened, one);
  }
}

async function nameOne(tx: Tx, here: Here, of: { readonly opened: Opened; readonly who: InIt; readonly steps: Map<string, string>; readonly at: Date }): Promise<void> {
  const { who, opened } = of;
  await namePerson(tx, doingAs(here.place, here.reader.person, of.at), opened, { words: { part: who.part, name: who.name, person: who.person, note: '' }, text: who.name, id: who.person, pupil: who.pupil });
  const step = (await stepsOf(tx, opened.concern.id)).find(row => row.sort === 'person' && openStep(row, here.lock).words['person'] === who.person);
  if (step) of.steps.set(who.key, step.id);
}

async function pass(tx: Tx, here: Here, { opened, one, steps }: { readonly opened: Opened; readonly one: Extract<Work, { readonly does: 'pass' }> & { readonly at: Date }; readonly steps: Map<string, string> }): Promise<void> {
  const { passes } = await caseView(tx, here, opened, here.shared);
  const office = passes?.offices[0];
  if (!passes || office === undefined) return;
  await passOn(tx, doingAs(here.place, here.reader.person, one.at), opened, { office, clause: passes.clause, text: one.text });
  const step = (await stepsOf(tx, opened.concern.id)).find(row => row.sort === 'pass');
  if (step) steps.set(one.key, step.id);
}

async function endOne(tx: Tx, doing: Doing, { concern }: Opened, of: Extract<Work, { readonly does: 'clock' }>): Promise<void> {
  const clock = (await clocksOf(tx, concern.id)).find(one => one.clock === of.clock && one.state === 'running');
  if (clock) await endClock(tx, doing, { concern: concern.id, clock: clock.id, as: of.as, at: doing.at, words: of.words, reference: of.reference ?? '', late: '' });
}

/** Closes it as the page does: only when everything is there that the rules ask for. */
async function close(tx: Tx, here: Here, opened: Opened, words: { readonly decision: string; readonly reasons: string }): Promise<void> {
  const { items } = await caseView(tx, here, opened, here.shared);
  if (mayClose(items)) await closeCase(tx, doingAs(here.place, here.reader.person, here.now), opened, words);
}

/** Puts what the rules provide to those who decide; they agree, somebody tells whoever it is for, and it begins. */
async function sanction(tx: Tx, here: Here, opened: Opened, of: Extract<Work, { readonly does: 'sanction' }>): Promise<void> {
  const { place, reader } = here;
  const view = await caseView(tx, here, opened, here.shared);
  const people = await whoAndWhat(tx, { vocabulary: here.shared.vocabulary, today: place.today }, view);
  const provided = people.find(one => one.id === of.proposal.person)?.provided ?? [];
  const at = provided.findIndex(one => one.kind === of.kind && one.clause.endsWith(`/${of.clause}`));
  if (at < 0) return;
  const offices = await decidersNow(tx, place.today, { offices: provided[at]!.offices, permanent: false, about: [...new Set([...opened.report.about, ...people.map(one => one.id)])] });
  const doing = doingAs(place, reader.person, here.now);
  const id = await propose(tx, doing, { concern: opened.concern.id, provided: provided[at]!, offices, proposal: { ...of.proposal, provided: at } });
  const held = async () => (await oneHeld(tx, place.lock, id))!;
  for (const one of of.agreed) {
    const who = await readerIn(tx, place, one.by);
    const office = offices.flat().find(name => who.offices.includes(name));
    if (office) await agree(tx, doingAs(place, one.by, one.at), { sanction: await held(), office, text: '' });
  }
  await tellThem(tx, doingAs(place, reader.person, of.told), { sanction: await held(), text: '', toldOn: dayOf(of.told) });
  await beginSanction(tx, doingAs(place, null, of.told), await held());
}
