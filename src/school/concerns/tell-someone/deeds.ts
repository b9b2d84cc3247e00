/** What pupils tell, what they write more, and what the adult did. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { announce, isHeard } from '../../bulletin.ts';
import { listHolders } from '../../people/index.ts';
import { addEntry, setState } from '../deeds/case.ts';
import { fileReport } from '../deeds/file-report.ts';
import { mailTo } from '../deeds/note.ts';
import { findRoute, follow } from '../deeds/route.ts';
import { concernsOfReports, eyesOn, findReport } from '../store.ts';
import type { Concern, Doing, Filed, Opened } from '../words.ts';
import { ADDED, TO_REPORTER } from './reads.ts';
import * as store from './store.ts';
import type { Checked, Hours, Telling } from './words.ts';

/** What a pupil sends. */
export interface PupilTells {
  readonly telling: Telling;
  readonly words: string;
  /** The sentence on the button. */
  readonly button: string;
  /** Who reads it; null for whoever keeps children safe. */
  readonly adult: string | null;
  /** The grown-up it is about, who never reads it. */
  readonly about: string | null;
  readonly takeDown: boolean;
  /** Kinds of the pupil. */
  readonly who: readonly string[];
}

/** A pupil tells somebody. Goes to the adult they picked, and to the safeguarding lead where it is not a small thing; round whoever it is about. */
export async function tellSomeone(tx: Tx, doing: Doing & { readonly by: string }, told: PupilTells): Promise<Filed> {
  const about = told.about === null ? [] : [told.about];
  const person = told.adult !== null && !about.includes(told.adult) ? told.adult : await safeguardingPerson(tx, doing, about);
  const filed = await fileReport(tx, doing, {
    reporter: doing.by, channel: 'screen', narrative: told.words, about, children: [doing.by], who: told.who,
    answers: { pressed: told.button, ...(told.takeDown ? { 'take-it-down': 'yes' } : {}) },
    kinds: [{ kind: told.telling.kind, facts: told.telling.facts, ...(person === null ? {} : { person }) }],
  });
  const [concern] = filed.concerns as [string];
  await store.addTelling(tx, { school: doing.school.id, concern, takeDown: told.takeDown });
  if (told.telling.alsoDsl || told.adult === null) await alsoSafeguarding(tx, doing, { concern, about });
  if (told.telling.id === 'photo') await worryAboutPicture(tx, doing, { concern, child: doing.by, takeDown: told.takeDown, about });
  return filed;
}

/** Somebody who holds the office today, not the one it is about. Why a person: the pupil was told who reads it, and the rule may name an office that is held by many. */
export async function safeguardingPerson(tx: Tx, doing: Doing, about: readonly string[]): Promise<string | null> {
  return (await listHolders(tx, doing.today)).find(holder => holder.office === 'dsl' && !about.includes(holder.person))?.person ?? null;
}

/** The safeguarding lead reads it too, or whoever comes next where it is about them. */
export async function alsoSafeguarding(tx: Tx, doing: Doing, of: { readonly concern: string; readonly about: readonly string[] }): Promise<void> {
  const route = await findRoute(tx, doing, { told: { kind: 'report-safeguarding-concern', facts: {}, office: 'dsl' }, who: [], about: of.about });
  await follow(tx, { ...doing, by: null }, { concern: of.concern, route: { ...route, eyes: route.eyes.map(eye => ({ ...eye, why: eye.why === 'routed' ? 'copied' as const : eye.why, clause: null })) } });
}

/** Tells whoever keeps pictures. The case says that they are on hold only where somebody holds them. */
async function worryAboutPicture(tx: Tx, doing: Doing, of: { readonly concern: string; readonly child: string; readonly takeDown: boolean; readonly about: readonly string[] }): Promise<void> {
  if (!isHeard('picture-worry')) return;
  await announce(tx, 'picture-worry', { school: doing.school.id, child: of.child, concern: of.concern, takeDown: of.takeDown, about: of.about, at: doing.at });
  await addEntry(tx, { ...doing, by: null }, { concern: of.concern, sort: 'pictures-on-hold', words: { text: 'Pictures of the child are held back until it is decided that they may be used again.' } });
}

/** Whoever told it writes more: to every part of the report. What was closed is in hand again. False where there is no such report of theirs. */
export async function writeMore(tx: Tx, doing: Doing, of: { readonly report: string; readonly mine: (report: { readonly reporterKey: string | null; readonly id: string }) => boolean; readonly words: string }): Promise<boolean> {
  const report = await findReport(tx, of.report);
  if (!report || !of.mine(report)) return false;
  for (const concern of await concernsOfReports(tx, [report.id])) {
    const entry = await addEntry(tx, { ...doing, by: null }, { concern: concern.id, sort: ADDED, words: { text: of.words } });
    if (concern.state === 'closed') await setState(tx, { ...doing, by: null }, { concern: concern.id, to: 'in-hand' });
    await tellAll(tx, doing, { concern, occasion: `more ${entry}` });
  }
  return true;
}

/** Mails everybody who reads a concern that something waits, once for this occasion; never those it is about. */
async function tellAll(tx: Tx, doing: Doing, of: { readonly concern: Concern; readonly occasion: string }): Promise<void> {
  const eyes = (await eyesOn(tx, [of.concern.id])).filter(eye => eye.parts === null && (eye.until === null || eye.until > doing.at));
  const holders = await listHolders(tx, doing.today);
  const people = eyes.flatMap(eye => (eye.office === null ? [eye.person!] : holders.filter(holder => holder.office === eye.office).map(holder => holder.person)));
  await mailTo(tx, doing, [...new Set(people)].filter(person => !of.concern.aboutKeys.includes(doing.lock.keyOf(person))), of.occasion);
}

/** What the adult did, for the record, and what they say to the one who told. The first time counts as the first answer. */
export async function answerPupil(tx: Tx, doing: Doing, opened: Opened, given: { readonly did: string; readonly answer: string }): Promise<void> {
  const { concern } = opened;
  await addEntry(tx, doing, { concern: concern.id, sort: 'done', words: { text: given.did } });
  if (given.answer !== '') await addEntry(tx, doing, { concern: concern.id, sort: TO_REPORTER, words: { text: given.answer } });
  await store.setAnswered(tx, concern.id, doing.at);
  if (concern.state === 'seen') await setState(tx, doing, { concern: concern.id, to: 'in-hand' });
}

/** A phone that was seen is looked up before anything is done about it. */
export async function checkPhone(tx: Tx, doing: Doing, opened: Opened, given: { readonly checked: Checked; readonly words: string }): Promise<void> {
  await addEntry(tx, doing, { concern: opened.concern.id, sort: 'phone-checked', words: { found: given.checked, text: given.words } });
  await store.setChecked(tx, { concern: opened.concern.id, checked: given.checked, at: doing.at });
}

/** The school says when somebody reads what pupils tell, from a day on. */
export async function setHours(tx: Tx, doing: Doing & { readonly by: string }, given: { readonly hours: Hours; readonly since: string }): Promise<void> {
  await store.addChoice(tx, { school: doing.school.id, name: 'reading-hours', value: given.hours, since: given.since, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, deed: 'set-reading-hours', by: doing.by, at: doing.at, words: { from: given.hours.from, until: given.hours.until, since: given.since } });
}
