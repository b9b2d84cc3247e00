/** What the tables of custody hold of a person. */
import { rows, sql, type Tx } from '../../../../platform/database/index.ts';

/** Everything kept of a person: what was taken from them, and what went through their hands. Nothing of what was decided elsewhere. */
export async function exportCustody(tx: Tx, person: string): Promise<unknown> {
  return {
    taken: await rows(tx, sql<object>`select e.label, e.device_kind as kind, e.place, e.clause, e.taken_at as "takenAt", e.due_on as "dueOn", e.state, e.ended_at as "endedAt", w.words from custody_entry e left join custody_words w on w.about_id = e.id where e.person_id = ${person} order by e.taken_at limit 1000`),
    handled: await rows(tx, sql<object>`select m.move, m.at, e.label from custody_move m join custody_entry e on e.id = m.entry_id where ${person}::uuid in (m.from_id, m.to_id, m.by_id) order by m.at limit 5000`),
  };
}

/** Forgets a person, but in what stands on one of the decisions `kept`. Of a pupil's things the number and the kind stay, so that what still lies in a drawer is not lost. */
export async function forgetInCustody(tx: Tx, person: string, kept: readonly string[]): Promise<void> {
  const keys = sql`${[...kept]}::uuid[]`;
  const stays = sql`select k.id from custody_entry k join custody_awaited a on a.id = k.awaited_id where a.key = any(${keys})`;
  await sql`delete from custody_words where entry_id in (select id from custody_entry where person_id = ${person}) and entry_id not in (${stays})`.execute(tx);
  await sql`delete from custody_words where about_id in (select id from custody_move where ${person}::uuid in (from_id, to_id, by_id)) and entry_id not in (${stays})`.execute(tx);
  await sql`update custody_entry set person_id = nullif(person_id, ${person}::uuid), taken_by = nullif(taken_by, ${person}::uuid), holder_id = nullif(holder_id, ${person}::uuid) where ${person}::uuid in (person_id, taken_by, holder_id) and id not in (${stays})`.execute(tx);
  await sql`update custody_move set from_id = nullif(from_id, ${person}::uuid), to_id = nullif(to_id, ${person}::uuid), by_id = nullif(by_id, ${person}::uuid) where ${person}::uuid in (from_id, to_id, by_id) and entry_id not in (${stays})`.execute(tx);
  await sql`update custody_awaited set person_id = null where person_id = ${person} and key <> all(${keys})`.execute(tx);
  await sql`update custody_place set by_id = null where by_id = ${person}`.execute(tx);
}
