/** The tables of recordings: recording, recording_person, recording_word, recording_own_word. */
import { firstRow, rows, rowsAbout, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Asked, OwnWord, Recording, RecordingGiven, Voice, Word } from './words.ts';

const asRecording = sql`r.id, r.asked_by as "askedBy", r.for_visitor as "forVisitor", r.kind, r.title, r.why, r.place, r.on_day as "onDay", r.kept_where as "keptWhere", r.kept_until as "keptUntil",
  r.facts, r.clauses, r.offices, r.called_off_on as "calledOffOn", r.gone_on as "goneOn", r.erased_at as "erasedAt"`;

export const findRecording = (tx: Tx, id: string) => firstRow(tx, sql<Recording>`select ${asRecording} from recording r where r.id = ${id}`);

export async function addRecording(tx: Tx, of: RecordingGiven & { school: string; by: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into recording (school_id, id, asked_by, for_visitor, kind, title, why, place, on_day, kept_where, kept_until, facts, clauses, offices, made_at)
    values (${of.school}, ${id}, ${of.by}, ${of.forVisitor}, ${of.kind}, ${of.title}, ${of.why}, ${of.place}, ${of.onDay}::date, ${of.keptWhere}, ${of.keptUntil}::date,
      ${JSON.stringify(of.facts)}::jsonb, ${[...of.clauses]}::text[], ${JSON.stringify(of.offices)}::jsonb, ${of.at})`.execute(tx);
  return id;
}

export interface RecordingsAsk {
  readonly today: string;
  /** Those this person asked for alone; null for everybody's. */
  readonly askedBy: string | null;
  readonly search: string;
  /** Still to come, over, or all. */
  readonly when: 'coming' | 'past' | null;
}

const fitting = ({ today, askedBy, search, when }: RecordingsAsk) => sql`(${askedBy}::uuid is null or r.asked_by = ${askedBy}) and (${search} = '' or position(lower(${search}) in lower(r.title || ' ' || r.place)) > 0)
  and (${when}::text is null or (${when} = 'coming') = (r.on_day >= ${today}::date and r.called_off_on is null and r.gone_on is null))`;

export const listRecordings = (tx: Tx, ask: RecordingsAsk & { readonly limit: number; readonly offset: number }): Promise<Recording[]> =>
  rows(tx, sql<Recording>`select ${asRecording} from recording r where ${fitting(ask)} order by r.on_day desc, r.id desc limit ${ask.limit} offset ${ask.offset}`);

export const countRecordings = async (tx: Tx, ask: RecordingsAsk): Promise<number> => Number((await firstRow(tx, sql<{ n: number }>`select count(*) as n from recording r where ${fitting(ask)}`))!.n);

const asAsked = sql`recording_id as recording, person_id as person, own_word as "ownWord", parent_word as "parentWord"`;

/** Everybody who would be in these recordings. */
export const listAsked = (tx: Tx, recordings: readonly string[]): Promise<Asked[]> =>
  rowsAbout(tx, recordings, ids => sql<Asked>`select ${asAsked} from recording_person where recording_id = any(${ids}::uuid[]) order by asked_at, person_id limit 20000`);

/** Every word about these recordings, oldest first. */
export const listWords = (tx: Tx, recordings: readonly string[]): Promise<Word[]> =>
  rowsAbout(tx, recordings, ids => sql<Word>`select recording_id as recording, person_id as person, by_id as by, voice, says, at, how, noted_by as "notedBy" from recording_word where recording_id = any(${ids}::uuid[]) order by at, id limit 40000`);

/** Puts people on the list; who is on it already stays as they are. Returns those who are new. */
export async function addAsked(tx: Tx, of: { school: string; recording: string; people: readonly Omit<Asked, 'recording'>[]; at: Date }): Promise<string[]> {
  const added = await rows(tx, sql<{ person: string }>`insert into recording_person (school_id, recording_id, person_id, own_word, parent_word, asked_at)
    select ${of.school}::uuid, ${of.recording}::uuid, x.person, x."ownWord", x."parentWord", ${of.at} from jsonb_to_recordset(${JSON.stringify(of.people)}::jsonb) as x(person uuid, "ownWord" boolean, "parentWord" boolean)
    on conflict do nothing returning person_id as person`);
  return added.map(row => row.person);
}

export async function removeAsked(tx: Tx, recording: string, person: string): Promise<boolean> {
  await sql`delete from recording_word where recording_id = ${recording} and person_id = ${person}`.execute(tx);
  return Number((await sql`delete from recording_person where recording_id = ${recording} and person_id = ${person}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function addWord(tx: Tx, of: Omit<Word, 'by'> & { readonly school: string; readonly by: string; readonly voice: Voice }): Promise<void> {
  await sql`insert into recording_word (school_id, id, recording_id, person_id, by_id, voice, says, at, how, noted_by) values (${of.school}, ${newId()}, ${of.recording}, ${of.person}, ${of.by}, ${of.voice}, ${of.says}, ${of.at}, ${of.how}, ${of.notedBy})`.execute(tx);
}

export async function setCalledOff(tx: Tx, id: string, on: string | null): Promise<void> {
  await sql`update recording set called_off_on = ${on}::date where id = ${id}`.execute(tx);
}

export async function setGone(tx: Tx, id: string, on: string): Promise<boolean> {
  return Number((await sql`update recording set gone_on = ${on}::date where id = ${id} and gone_on is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export interface AboutAsk {
  readonly me: string;
  /** The children for whom this reader may speak. */
  readonly children: readonly string[];
  readonly today: string;
  /** Those still to come alone. */
  readonly openOnly: boolean;
}

const about = (of: AboutAsk) => sql`exists (select from recording_person p where p.recording_id = r.id and ((p.person_id = ${of.me} and p.own_word) or (p.person_id = any(${[...of.children]}::uuid[]) and p.parent_word)))
  and (not ${of.openOnly} or (r.on_day >= ${of.today}::date and r.called_off_on is null and r.gone_on is null))`;

/** The recordings about which somebody was asked, for themselves or a child, the newest first. */
export const recordingsAbout = (tx: Tx, of: AboutAsk & { readonly limit: number; readonly offset: number }): Promise<Recording[]> =>
  rows(tx, sql<Recording>`select ${asRecording} from recording r where ${about(of)} order by r.on_day desc, r.id desc limit ${of.limit} offset ${of.offset}`);

export const countAbout = async (tx: Tx, of: AboutAsk): Promise<number> => Number((await firstRow(tx, sql<{ n: number }>`select count(*) as n from recording r where ${about(of)}`))!.n);

/** What somebody asked for that is still to come, or is over and not yet deleted. */
export const openOf = (tx: Tx, person: string): Promise<Recording[]> =>
  rows(tx, sql<Recording>`select ${asRecording} from recording r where r.asked_by = ${person} and r.called_off_on is null and r.gone_on is null order by r.on_day, r.id limit 200`);

export async function addOwnWord(tx: Tx, of: Omit<OwnWord, 'by'> & { school: string; by: string; at: Date }): Promise<void> {
  await sql`insert into recording_own_word (school_id, id, since, from_year, set_by, set_at) values (${of.school}, ${newId()}, ${of.since}::date, ${of.fromYear}, ${of.by}, ${of.at})`.execute(tx);
}

/** What was set, the newest first. */
export const listOwnWords = (tx: Tx): Promise<OwnWord[]> =>
  rows(tx, sql<OwnWord>`select since, from_year as "fromYear", set_by as by from recording_own_word order by since desc, set_at desc limit 50`);

/** What holds on a day; null where the school has not said. */
export const ownWordOn = async (tx: Tx, day: string): Promise<OwnWord | null> =>
  (await firstRow(tx, sql<OwnWord>`select since, from_year as "fromYear", set_by as by from recording_own_word where since <= ${day}::date order by since desc, set_at desc limit 1`)) ?? null;

/** The recordings whose lists have done their work: deleted or called off, and the last day of keeping is over. */
export const listsToErase = async (tx: Tx, today: string): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`select id from recording where erased_at is null and (gone_on is not null or called_off_on is not null) and kept_until < ${today}::date order by kept_until, id limit 200`)).map(row => row.id);

/** Takes the people of a recording away with what they said. Returns how many. */
export async function eraseList(tx: Tx, id: string, at: Date): Promise<number> {
  await sql`delete from recording_word where recording_id = ${id}`.execute(tx);
  const gone = await sql`delete from recording_person where recording_id = ${id}`.execute(tx);
  await sql`update recording set erased_at = ${at}, asked_by = null, for_visitor = '' where id = ${id}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** Everything kept of a person's recordings. */
export async function exportRecordings(tx: Tx, person: string): Promise<unknown> {
  return {
    askedFor: await rows(tx, sql<object>`select title, kind, why, place, on_day as "onDay", kept_where as "keptWhere", kept_until as "keptUntil", for_visitor as "forVisitor", called_off_on as "calledOffOn", gone_on as "goneOn" from recording where asked_by = ${person} order by on_day limit 1000`),
    askedAbout: await rows(tx, sql<object>`select r.title, r.kind, r.on_day as "onDay", r.kept_where as "keptWhere", r.kept_until as "keptUntil", p.own_word as "ownWord", p.parent_word as "parentWord" from recording_person p join recording r on r.id = p.recording_id where p.person_id = ${person} order by r.on_day limit 1000`),
    said: await rows(tx, sql<object>`select r.title, w.voice, w.says, w.at, w.how, w.person_id = ${person} as "aboutMyself" from recording_word w join recording r on r.id = w.recording_id where w.by_id = ${person} or w.person_id = ${person} order by w.at limit 2000`),
  };
}

/** Forgets a person in every recording. */
export async function forgetInRecordings(tx: Tx, person: string): Promise<void> {
  await sql`delete from recording_word where person_id = ${person}`.execute(tx);
  await sql`delete from recording_person where person_id = ${person}`.execute(tx);
  await sql`update recording_word set by_id = nullif(by_id, ${person}::uuid), noted_by = nullif(noted_by, ${person}::uuid) where ${person}::uuid in (by_id, noted_by)`.execute(tx);
  await sql`update recording set asked_by = null where asked_by = ${person}`.execute(tx);
  await sql`update recording_own_word set set_by = null where set_by = ${person}`.execute(tx);
}

