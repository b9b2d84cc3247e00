/** What the pages of recordings are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader, School } from '../../../platform/web/index.ts';
import { inOrder } from '../../../platform/order.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature, type AgreedRecording } from '../../answers.ts';
import { findPerson, fullName, listGuardians, listPeople, namesOf, whoMustAgree, widened } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { changesRecording, personState, readsRecording, recordingState, weigh } from './decisions.ts';
import * as store from './store.ts';
import { speakersOf, type Speaker } from './said.ts';
import type { Asked, How, PersonState, Planned, Recording, RecordingState, Says, Voice, Word } from './words.ts';

export { countRecordings, exportRecordings, listOwnWords, listRecordings, type RecordingsAsk } from './store.ts';

export interface Cited { readonly cite: string; readonly href: string; readonly words: string }

/** Somebody on the list as whoever asked sees them: never who in a family said no, and never why. */
export interface Listed extends Asked {
  readonly name: string;
  readonly class: string;
  readonly state: PersonState;
  /** Whether somebody who speaks for them has no page here, so that whoever asked puts down what they say. */
  readonly notable: boolean;
  /** What was put down for them: how, when and by whom. Never whether it was a yes or a no. */
  readonly noted: readonly { readonly how: How; readonly at: Date; readonly by: string }[];
}

export interface RecordingView {
  readonly recording: Recording;
  readonly state: RecordingState;
  readonly askedByName: string;
  readonly people: readonly Listed[];
  readonly cited: readonly Cited[];
  /** Whether this reader may change it. */
  readonly changes: boolean;
  /** Whether this reader asked for it. */
  readonly own: boolean;
  /** The act for which an office has still to say yes; null where none has. */
  readonly asks: string | null;
}

interface Ask { readonly school: School; readonly vocabulary: Vocabulary; readonly today: string; readonly now: Date }
type ReadAsk = Ask & { readonly reader: Reader };

/** Recordings with how each stands, in few queries however many there are. */
export async function statesOf(tx: Tx, ask: Ask, recordings: readonly Recording[]): Promise<Map<string, { state: RecordingState; people: Map<string, PersonState>; asked: Asked[] }>> {
  const ids = recordings.map(one => one.id);
  const [asked, words] = [await store.listAsked(tx, ids), await store.listWords(tx, ids)];
  const children = [...new Set(asked.filter(one => one.parentWord).map(one => one.person))];
  const each = children.length === 0 ? new Map<string, readonly string[]>() : await whoMustAgree(tx, { day: ask.today, children });
  const said = new Map<string, Word[]>();
  for (const word of words) said.set(`${word.recording} ${word.person}`, [...(said.get(`${word.recording} ${word.person}`) ?? []), word]);
  const open = await openOffices(tx, ask, recordings);
  return new Map(recordings.map(recording => {
    const mine = asked.filter(one => one.recording === recording.id);
    const people = new Map(mine.map(one => [one.person, personState(one, said.get(`${recording.id} ${one.person}`) ?? [], each.get(one.person) ?? null)] as const));
    return [recording.id, { state: recordingState(recording, [...people.values()], { today: ask.today, officeOpen: open.has(recording.id) }), people, asked: mine }] as const;
  }));
}

/** The recordings for which an office whose yes the rules ask for has not given it. */
async function openOffices(tx: Tx, ask: Ask, recordings: readonly Recording[]): Promise<ReadonlySet<string>> {
  const needing = recordings.filter(one => one.offices.length > 0 && one.askedBy !== null && one.onDay >= ask.today);
  if (needing.length === 0) return new Set();
  const { rulebook } = await rulesInForce(tx, ask);
  const open = new Set<string>();
  for (const recording of needing) if (await actToAsk(tx, ask, { recording, rulebook }) !== null) open.add(recording.id);
  return open;
}

/** The first act for which the rules still name an office. */
async function actToAsk(tx: Tx, ask: Ask, { recording, rulebook }: { recording: Recording; rulebook: Rulebook }): Promise<string | null> {
  const permissions = await askFeature('livePermissions', tx, recording.askedBy!, ask.now);
  const weighed = weigh(rulebook, plannedOf(recording, await whoAsks(tx, { person: recording.askedBy!, forVisitor: recording.forVisitor, ...ask })), recording.onDay, permissions);
  return weighed.kind === 'open' ? weighed.asks[0] ?? null : null;
}

const plannedOf = ({ kind, facts }: Recording, who: readonly string[]): Planned => ({ who, kind, owner: facts['device-owner'] ?? '', device: facts['device-kind'] ?? '', purpose: facts['purpose'] ?? '', facts });

/** Kinds and offices of whoever would record: a visitor's where a member of staff asks for one. */
export async function whoAsks(tx: Tx, of: { readonly person: string; readonly forVisitor: string; readonly vocabulary: Vocabulary; readonly today: string }): Promise<string[]> {
  if (of.forVisitor !== '') return ['visitor'];
  const person = await findPerson(tx, of.person, of.today);
  return person ? [...widened(person.kinds, of.vocabulary), ...person.offices] : [];
}

const cites = (rulebook: Rulebook, clauses: readonly string[]): Cited[] => clauses.filter(id => rulebook.clauses.has(id as never)).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id as never)?.text ?? '' }));

/** A recording as this reader may see it, or null: absent, or nothing to do with them. */
export async function recordingView(tx: Tx, ask: ReadAsk, id: string): Promise<RecordingView | null> {
  const recording = await store.findRecording(tx, id);
  if (!recording || !readsRecording(recording, ask.reader)) return null;
  const { state, people, asked } = (await statesOf(tx, ask, [recording])).get(id)!;
  const found = new Map((await listPeople(tx, { day: ask.today, ids: asked.map(one => one.person), left: true, limit: 2000 })).map(one => [one.id, one]));
  const changes = changesRecording(recording, ask.reader, ask.today);
  const words = (await store.listWords(tx, [id])).filter(word => word.notedBy !== null);
  const notable = changes && ask.reader.kinds.includes('staff') ? await speakersOf(tx, ask, asked) : new Map<string, Speaker[]>();
  const noters = await namesOf(tx, [...new Set(words.flatMap(word => word.notedBy ?? []))]);
  const listed = asked.map((one): Listed => {
    const person = found.get(one.person);
    const noted = words.filter(word => word.person === one.person).map(({ how, at, notedBy }) => ({ how, at, by: noters.get(notedBy!) ?? '' }));
    return { ...one, name: person ? fullName(person) : '', class: person?.place?.class ?? '', state: people.get(one.person)!, notable: (notable.get(one.person) ?? []).length > 0, noted };
  }).sort((a, b) => inOrder(a.class, b.class) || a.name.localeCompare(b.name, 'en-GB'));
  const names = await namesOf(tx, recording.askedBy === null ? [] : [recording.askedBy]);
  const { rulebook } = await rulesInForce(tx, ask);
  const asks = recording.offices.length === 0 || recording.askedBy === null ? null : await actToAsk(tx, ask, { recording, rulebook });
  return {
    asks, recording, state, people: listed, askedByName: names.get(recording.askedBy ?? '') ?? '', cited: cites(rulebook, recording.clauses),
    changes, own: recording.askedBy === ask.reader.person,
  };
}

/** Somebody for whom a reader may speak about a recording, and what was said so far by the reader's own voice. */
export interface Speaks {
  readonly person: string;
  readonly name: string;
  readonly voice: Voice;
  readonly mine: Says | null;
  /** For a child: what the parents' consents say of pictures, as the school has it on record. */
  readonly consents: readonly { readonly act: string; readonly allowed: 'yes' | 'no' | 'unknown' }[];
}

/** A recording as those who are asked see it: never who else is in it. */
export interface AskedView {
  readonly recording: Recording;
  readonly askedByName: string;
  readonly speaks: readonly Speaks[];
}

const PICTURE_ACTS = ['record-people', 'photograph-pupils', 'publish-image'];

/** The reader and the children for whom they may speak. */
export async function voicesOf(tx: Tx, reader: Reader, today: string): Promise<Map<string, Voice>> {
  const me = reader.person!;
  const ties = reader.kinds.includes('parent') ? (await listGuardians(tx, { parents: [me], day: today })).filter(tie => tie.parentId === me && tie.mayAgree && !tie.noContact) : [];
  return new Map<string, Voice>([[me, 'own'], ...ties.map(tie => [tie.childId, 'parent'] as const)]);
}

/** What somebody is asked about one recording; null where they are not asked. */
export async function askedView(tx: Tx, ask: ReadAsk, id: string): Promise<AskedView | null> {
  const recording = await store.findRecording(tx, id);
  if (!recording || recording.erasedAt !== null) return null;
  const voices = await voicesOf(tx, ask.reader, ask.today);
  const asked = (await store.listAsked(tx, [id])).filter(one => speaksFor(one, voices));
  if (asked.length === 0) return null;
  const [words, names] = [await store.listWords(tx, [id]), await namesOf(tx, [...asked.map(one => one.person), ...(recording.askedBy === null ? [] : [recording.askedBy])])];
  const speaks: Speaks[] = [];
  for (const one of asked) {
    const voice = voices.get(one.person)!;
    const consents = voice === 'own' ? [] : (await askFeature('parentsSaid', tx, one.person, ask.today)).filter(said => PICTURE_ACTS.includes(said.act)).map(({ act, allowed }) => ({ act, allowed }));
    speaks.push({ person: one.person, name: names.get(one.person) ?? '', voice, mine: lastOf(words, { person: one.person, by: ask.reader.person! }), consents });
  }
  return { recording, askedByName: names.get(recording.askedBy ?? '') ?? '', speaks };
}

const speaksFor = (one: Asked, voices: ReadonlyMap<string, Voice>): boolean => (voices.get(one.person) === 'own' ? one.ownWord : voices.get(one.person) === 'parent' && one.parentWord);
const lastOf = (words: readonly Word[], of: { readonly person: string; readonly by: string }): Says | null => words.filter(word => word.person === of.person && word.by === of.by).at(-1)?.says ?? null;

export interface AskedRow { readonly recording: Recording; readonly askedByName: string; readonly said: readonly { readonly name: string; readonly says: Says | null }[]; readonly waits: boolean; /** Whether it is about the reader; otherwise about their children alone. */ readonly own: boolean }

/** A page of what a reader was asked for themselves and their children, the newest first. */
export async function askedRows(tx: Tx, ask: ReadAsk, part: { readonly openOnly: boolean; readonly limit: number; readonly offset: number }): Promise<{ rows: AskedRow[]; total: number }> {
  const voices = await voicesOf(tx, ask.reader, ask.today);
  const of = { me: ask.reader.person!, children: [...voices.keys()].filter(id => voices.get(id) === 'parent'), today: ask.today, openOnly: part.openOnly };
  const recordings = await store.recordingsAbout(tx, { ...of, ...part });
  const ids = recordings.map(one => one.id);
  const [asked, words] = [(await store.listAsked(tx, ids)).filter(one => speaksFor(one, voices)), await store.listWords(tx, ids)];
  const names = await namesOf(tx, [...new Set([...asked.map(one => one.person), ...recordings.flatMap(one => one.askedBy ?? [])])]);
  const rows = recordings.flatMap((recording): AskedRow[] => {
    const said = asked.filter(one => one.recording === recording.id).map(one => ({ name: names.get(one.person) ?? '', says: lastOf(words.filter(word => word.recording === recording.id), { person: one.person, by: ask.reader.person! }) }));
    const waits = recording.onDay >= ask.today && recording.calledOffOn === null && recording.goneOn === null && said.some(one => one.says === null);
    return said.length === 0 ? [] : [{ recording, askedByName: names.get(recording.askedBy ?? '') ?? '', said, waits, own: asked.some(one => one.recording === recording.id && voices.get(one.person) === 'own') }];
  });
  return { rows, total: await store.countAbout(tx, of) };
}

/** What waits for whoever asked: how each of their open recordings stands. */
export async function ownOpen(tx: Tx, ask: Ask, person: string): Promise<{ recording: Recording; state: RecordingState; leaveOut: number }[]> {
  const recordings = await store.openOf(tx, person);
  const states = await statesOf(tx, ask, recordings);
  return recordings.map(recording => ({ recording, state: states.get(recording.id)!.state, leaveOut: [...states.get(recording.id)!.people.values()].filter(state => state === 'leave-out').length }));
}

/** The recordings that somebody asked for and that may be made today or later: everybody in them has said yes. Answers a question of another feature. */
export const agreedRecordings = ({ vocabulary }: { readonly vocabulary: Vocabulary }) => async (tx: Tx, of: { readonly school: School; readonly person: string; readonly today: string; readonly now: Date }): Promise<AgreedRecording[]> =>
  (await ownOpen(tx, { ...of, vocabulary }, of.person)).filter(one => one.state === 'agreed').map(({ recording, leaveOut }) => ({
    kind: recording.kind, title: recording.title, on: recording.onDay, leaveOut, href: `/${of.school.slug}/recordings/${recording.id}`,
  }));
