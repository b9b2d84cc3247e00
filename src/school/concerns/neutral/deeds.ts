/** Neutral notifications: noted in a minute, never told to the person named, looked at by whoever the rules say. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addEntry, addEye, setState } from '../deeds/case.ts';
import { fileReport } from '../deeds/file-report.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { standingFor } from '../routing.ts';
import { eyesOn } from '../store.ts';
import { addChoice } from '../tell-someone/store.ts';
import type { Doing, Filed, KindTold, Opened, ToldWords } from '../words.ts';
import * as store from './store.ts';
import { KIND, type Keeping, type Regarded, type Subject } from './words.ts';

type By = Doing & { readonly by: string };

export interface NoteGiven {
  readonly subject: Subject;
  /** Who it is, where they are of the school. */
  readonly person: string | null;
  /** Their name as written, where they are not. */
  readonly name: string;
  readonly what: string;
  readonly when: string;
  readonly context: string;
  /** Might a child have been harmed? Anything but "no" is a safeguarding report at once. */
  readonly harm: 'yes' | 'unsure' | 'no';
  readonly who: readonly string[];
}

/** Notes it, and where a child may have been harmed reports that as well. The one it is about is never among its readers. */
export async function noteNeutrally(tx: Tx, doing: By, given: NoteGiven): Promise<Filed> {
  const person = given.subject === 'self' ? doing.by : given.person;
  const about = person === null ? [] : [person];
  const kinds: KindTold[] = [{ kind: KIND, facts: { subject: given.subject } }];
  if (given.harm !== 'no') kinds.push({ kind: 'report-safeguarding-concern', facts: {} });
  const filed = await fileReport(tx, doing, {
    reporter: doing.by, channel: 'screen', narrative: given.what, about, children: [], who: given.who, kinds,
    answers: { when: given.when, ...(given.context === '' ? {} : { context: given.context }), ...(given.name === '' ? {} : { who: given.name }) },
  });
  await store.addNote(tx, { school: doing.school.id, concern: filed.concerns[0]!, subject: given.subject, subjectKey: person === null ? null : doing.lock.keyOf(person), on: doing.today });
  return filed;
}

/** The head reads it from now on, or whoever comes next where it is about the head. Returns the office; null where nobody is left or it was done. */
export async function informHead(tx: Tx, doing: By, opened: Opened): Promise<string | null> {
  const { concern, report } = opened;
  const standing = standingFor('head', { holders: await holdersOn(tx, doing.today), about: report.about, settings: await settingsNow(tx, doing.today) });
  if (!standing || !(await store.setHeadTold(tx, concern.id, doing.at))) return null;
  await addEntry(tx, doing, { concern: concern.id, sort: 'head-informed', words: { office: standing.office } });
  if (!(await eyesOn(tx, [concern.id])).some(eye => eye.office === standing.office && eye.until === null)) await addEye(tx, doing, { concern: concern.id, office: standing.office, why: 'shared' });
  return standing.office;
}

/** The head decides when to speak with the person. */
export async function decideWhen(tx: Tx, doing: By, of: { readonly concern: string; readonly on: string; readonly words: string }): Promise<void> {
  await store.setSpeakOn(tx, of.concern, of.on);
  await addEntry(tx, doing, { concern: of.concern, sort: 'speak-decided', words: { text: of.words, on: of.on } });
}

export async function haveSpoken(tx: Tx, doing: By, of: { readonly concern: string; readonly words: string }): Promise<void> {
  await store.setSpoken(tx, of.concern, doing.at);
  await addEntry(tx, doing, { concern: of.concern, sort: 'spoken', words: { text: of.words } });
}

/** Regards it as something else, with reasons. Where a child may have been harmed, a safeguarding report is made of it. */
export async function regardAs(tx: Tx, doing: By, opened: Opened, given: { readonly as: Regarded; readonly reasons: string }): Promise<void> {
  const { concern, report, entries } = opened;
  await store.setRegarded(tx, concern.id, given.as);
  await addEntry(tx, doing, { concern: concern.id, sort: 'regarded', words: { reasons: given.reasons, as: given.as } });
  if (concern.state === 'seen') await setState(tx, doing, { concern: concern.id, to: 'in-hand' });
  if (given.as !== 'safeguarding' && given.as !== 'allegation') return;
  const told = entries.find(entry => entry.sort === 'report')?.words as ToldWords | undefined;
  await fileReport(tx, doing, {
    reporter: doing.by, channel: 'by-hand', narrative: `${told?.narrative ?? ''}\n\n${given.reasons}`, about: report.about, children: report.children, answers: told?.answers ?? {},
    kinds: [{ kind: 'report-safeguarding-concern', facts: {} }],
  });
}

/** The school chooses how long notes are kept, from a day on. */
export async function chooseKeeping(tx: Tx, doing: By, given: { readonly keeping: Keeping; readonly since: string }): Promise<void> {
  await addChoice(tx, { school: doing.school.id, name: 'neutral-retention', value: given.keeping, since: given.since, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, deed: 'choose-neutral-retention', by: doing.by, at: doing.at, words: { from: given.keeping.from, years: String(given.keeping.years), since: given.since } });
}
