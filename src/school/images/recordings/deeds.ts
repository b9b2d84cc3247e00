/** What is done with recordings. Each deed is one change with its logbook line; a mail says only that there is something to read. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { drawnFor, listGuardians, listPeople, yearsOf } from '../../people/index.ts';
import { voicesFor } from './decisions.ts';
import * as store from './store.ts';
import type { Asked, How, OwnWord, Recording, RecordingGiven, Says, Voice } from './words.ts';

/** Who does it, where and when. */
export interface Doing {
  readonly school: School;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
}

const log = (tx: Tx, { school, by, at }: Pick<Doing, 'school' | 'by' | 'at'>, line: { deed: string; about: string; clause?: string; words?: Record<string, string> }) => write(tx, { school: school.id, by, at, ...line });

/** Somebody asks to make a recording. Nobody is asked yet. Returns its id. */
export async function askToRecord(tx: Tx, doing: Doing, given: RecordingGiven): Promise<string> {
  const id = await store.addRecording(tx, { ...given, school: doing.school.id, by: doing.by, at: doing.at });
  const [clause] = given.clauses;
  await log(tx, doing, { deed: 'ask-to-record', about: id, ...(clause ? { clause } : {}), words: { kind: given.kind, day: given.onDay, 'kept until': given.keptUntil } });
  return id;
}

/** Lists people who would be in it, and asks each on their own page: a parent too where the school's rule for that day says so. Returns how many are new. */
export async function askPeople(tx: Tx, doing: Doing, of: { readonly recording: Recording; readonly people: readonly string[] }): Promise<number> {
  const { recording } = of;
  const found = await listPeople(tx, { day: doing.today, ids: of.people, limit: 1000 });
  const rule = { ownWord: await store.ownWordOn(tx, doing.today), years: (await yearsOf(tx, doing.today)).map(year => year.name) };
  const listed = found.filter(person => person.id !== recording.askedBy).map((person): Omit<Asked, 'recording'> => ({
    person: person.id, ...voicesFor({ pupil: person.kinds.some(kind => kind.startsWith('pupil')), yearGroup: person.place?.yearGroup ?? null }, rule),
  }));
  const added = await store.addAsked(tx, { school: doing.school.id, recording: recording.id, people: listed, at: doing.at });
  if (added.length === 0) return 0;
  await log(tx, doing, { deed: 'list-for-recording', about: recording.id, words: { people: String(added.length) } });
  const parents = await parentsOf(tx, doing, listed.filter(one => one.parentWord && added.includes(one.person)).map(one => one.person));
  await mail(tx, doing, [...new Set([...added, ...parents])], link => ({ subject: 'Somebody at school has a question for you', body: ['Somebody at school has a question for you, and nothing happens until you have answered.', 'Sign in to read it.', link].join('\n\n') }));
  return added.length;
}

/** The grown-ups who may speak for these children. */
const parentsOf = async (tx: Tx, { today }: Doing, children: readonly string[]): Promise<string[]> =>
  (children.length === 0 ? [] : (await listGuardians(tx, { children, day: today })).filter(tie => tie.mayAgree && !tie.noContact).map(tie => tie.parentId));

/** Takes somebody off the list: they are not in it, and are asked nothing more. */
export async function dropFromRecording(tx: Tx, doing: Doing, of: { readonly recording: string; readonly person: string }): Promise<boolean> {
  if (!(await store.removeAsked(tx, of.recording, of.person))) return false;
  await log(tx, doing, { deed: 'drop-from-recording', about: of.recording });
  return true;
}

/** Somebody says yes or no for themselves, or a parent for a child. A no after a yes tells whoever asked at once. */
export async function answerRecording(tx: Tx, doing: Doing, of: { readonly recording: Recording; readonly person: string; readonly voice: Voice; readonly says: Says; readonly before: Says | null }): Promise<void> {
  const { recording, person, voice, says, before } = of;
  if (before === says) return;
  await store.addWord(tx, { school: doing.school.id, recording: recording.id, person, by: doing.by, voice, says, at: doing.at, how: 'here', notedBy: null });
  const [clause] = recording.clauses;
  await log(tx, doing, { deed: before === 'yes' ? 'take-back-recording-yes' : 'answer-recording', about: recording.id, ...(clause ? { clause } : {}) });
  if (before === 'yes' && recording.askedBy !== null) {
    await mail(tx, doing, [recording.askedBy], link => ({ subject: 'Something you asked for has changed', body: ['Something that you asked for at school has changed. Read it before you go on.', 'Sign in to read it.', link].join('\n\n') }));
  }
}

/** Whoever asked puts down what somebody said who has no page here: who, how, and the yes or no. */
export async function noteWord(tx: Tx, doing: Doing, of: { readonly recording: Recording; readonly person: string; readonly speaker: string; readonly voice: Voice; readonly says: Says; readonly how: Exclude<How, 'here'> }): Promise<void> {
  const { recording, person, speaker, voice, says, how } = of;
  await store.addWord(tx, { school: doing.school.id, recording: recording.id, person, by: speaker, voice, says, at: doing.at, how, notedBy: doing.by });
  const [clause] = recording.clauses;
  await log(tx, doing, { deed: 'note-recording-word', about: recording.id, ...(clause ? { clause } : {}), words: { how } });
}

/** Calls it off, or has it take place after all. */
export async function callOffRecording(tx: Tx, doing: Doing, of: { readonly recording: Recording; readonly off: boolean }): Promise<void> {
  await store.setCalledOff(tx, of.recording.id, of.off ? doing.today : null);
  await log(tx, doing, { deed: of.off ? 'call-off-recording' : 'restore-recording', about: of.recording.id });
}

/** Whoever asked says that the recording is deleted. */
export async function recordingGone(tx: Tx, doing: Doing, recording: Recording): Promise<boolean> {
  if (!(await store.setGone(tx, recording.id, doing.today))) return false;
  await log(tx, doing, { deed: 'recording-deleted', about: recording.id, words: { 'kept until': recording.keptUntil } });
  return true;
}

/** The school says from which year group a pupil's own word is enough, from a day on. */
export async function setOwnWord(tx: Tx, doing: Doing, given: Pick<OwnWord, 'since' | 'fromYear'>): Promise<void> {
  await store.addOwnWord(tx, { ...given, school: doing.school.id, by: doing.by, at: doing.at });
  await log(tx, doing, { deed: 'set-own-word-for-recordings', about: doing.school.id, words: { since: given.since, 'from year': given.fromYear ?? 'none' } });
}

/** Thin mails: who has no mailbox finds it on the start page. */
async function mail(tx: Tx, { school, at, today }: Doing, people: readonly string[], words: (link: string) => Pick<Letter, 'subject' | 'body'>): Promise<void> {
  const found = await listPeople(tx, { day: today, ids: people, limit: 3000 });
  const letters = found.flatMap(({ id, email }) => (email === null ? [] : [{ person: id, draw: () => ({ kind: 'recording', person: id, to: email, once: `recording ${newId()}`, ...words(`{site}/${school.slug}\n`) }) }]));
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, letters));
}

/** Takes the people of a recording away once it is deleted and its last day is over. */
export async function eraseRecordingList(tx: Tx, of: { readonly school: School; readonly recording: string; readonly at: Date }): Promise<void> {
  const people = await store.eraseList(tx, of.recording, of.at);
  await log(tx, { school: of.school, by: 'countersign', at: of.at }, { deed: 'erase-recording-list', about: of.recording, words: { people: String(people) } });
}
