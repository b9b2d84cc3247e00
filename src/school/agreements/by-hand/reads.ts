/** What the pages of entered answers are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { csv, type Reader, type Reply } from '../../../platform/web/index.ts';
import { findPerson, fullName, listGuardians, listPeople, namesOf, type Person } from '../../people/index.ts';
import { askedOn } from '../allowed/asked.ts';
import { givenBeside } from '../allowed/reads.ts';
import { documentOf, findAgreement, findAsk, policiesToSign, wholeSheetFor, type Place } from '../reads.ts';
import { ticksOn } from '../ticks/asked.ts';
import type { EntryRow, FormProps } from './pages.tsx';
import { findEntry, listEntries } from './store.ts';
import type { Entry } from './words.ts';

export { entriesOf, entryOfAgreement, findEntry } from './store.ts';

const STAFF = ['teacher', 'support-staff', 'supply', 'ict'];
const MOST_STAFF = 500;
const MOST_LINES = 20_000;
const PAGE = 50;

/** Who may have answered: an adult for themselves; beside a pupil, those of the family who may agree. */
async function speakersOf(tx: Tx, person: Person, of: { countersign: boolean; place: Place }): Promise<Person[]> {
  if (!person.kinds.some(kind => kind.startsWith('pupil'))) return [person];
  if (!of.countersign) return [];
  const ties = (await listGuardians(tx, { children: [person.id] })).filter(tie => tie.childId === person.id && tie.mayAgree && !tie.noContact);
  return listPeople(tx, { day: of.place.today, ids: ties.map(tie => tie.parentId), limit: 20 });
}

/** The form, or null: nobody is asked this, or nobody may answer but the pupil. */
export async function formView(tx: Tx, of: { person: string; policy: string; place: Place; reader: Reader }): Promise<Omit<FormProps, 'once'> | null> {
  const { place } = of;
  const [ask, person, policy] = [await findAsk(tx, of.person, of.policy), await findPerson(tx, of.person, place.today), (await policiesToSign(tx, place.vocabulary)).get(of.policy)];
  if (!ask?.open || !person || !policy) return null;
  const speakers = await speakersOf(tx, person, { countersign: ask.countersign, place });
  if (speakers.length === 0) return null;
  const capacity = speakers[0]!.id === person.id ? 'self' : 'guardian';
  const sheet = await wholeSheetFor(tx, ask, capacity, place.vocabulary);
  if (!sheet) return null;
  const staff = await listPeople(tx, { day: place.today, kinds: STAFF, limit: MOST_STAFF });
  return {
    slug: place.school.slug, person: person.id, name: fullName(person), sheet, says: ticksOn(sheet, capacity), questions: capacity === 'guardian' ? askedOn(sheet, place.vocabulary) : [], today: place.today, reader: of.reader.person!, speakers: speakers.map(one => ({ id: one.id, name: fullName(one) })),
    staff: staff.filter(one => !speakers.some(speaker => speaker.id === one.id)).map(one => ({ id: one.id, name: fullName(one) })),
  };
}

async function rowsOf(tx: Tx, entries: readonly Entry[], place: Place): Promise<EntryRow[]> {
  const names = await namesOf(tx, [...new Set(entries.flatMap(one => [one.person, one.by, one.heardBy, one.enteredBy, ...(one.witness ? [one.witness] : [])]))]);
  const policies = await policiesToSign(tx, place.vocabulary);
  const name = (id: string) => names.get(id) ?? 'somebody who has left';
  return entries.map(entry => ({
    entry, title: policies.get(entry.policy)?.title ?? entry.policy, person: name(entry.person), by: name(entry.by), heardBy: name(entry.heardBy), witness: entry.witness ? name(entry.witness) : null, enteredBy: name(entry.enteredBy), answers: [],
  }));
}

export async function entryView(tx: Tx, id: string, place: Place): Promise<EntryRow | null> {
  const entry = await findEntry(tx, id);
  const row = entry && (await rowsOf(tx, [entry], place))[0]!;
  const agreement = entry?.agreement ? await findAgreement(tx, entry.agreement) : null;
  if (!row || !agreement) return row;
  return { ...row, answers: await givenBeside(tx, agreement.id, { document: await documentOf(tx, agreement.editionId, place.vocabulary), vocabulary: place.vocabulary }) };
}

export async function listView(tx: Tx, of: { place: Place; page: number }): Promise<{ rows: EntryRow[]; page: number; pages: number }> {
  const entries = await listEntries(tx, { limit: PAGE + 1, offset: (of.page - 1) * PAGE });
  return { rows: await rowsOf(tx, entries.slice(0, PAGE), of.place), page: of.page, pages: entries.length > PAGE ? of.page + 1 : of.page };
}

export async function entriesCsv(tx: Tx, place: Place): Promise<Reply> {
  const rows = await rowsOf(tx, await listEntries(tx, { limit: MOST_LINES, offset: 0 }), place);
  return csv(`answers-by-hand-${place.today}.csv`, [['Given on', 'Rules', 'About', 'Who answered', 'Answer', 'How', 'Taken by', 'Witness', 'Entered by', 'Told by', 'Undone'], ...rows.map(row => [
    row.entry.givenOn, row.title, row.person, row.by, row.entry.agreement ? 'agreed' : 'said no', row.entry.channel, row.heardBy, row.witness, row.enteredBy, row.entry.told, row.entry.undone ? 'undone' : '',
  ])]);
}
