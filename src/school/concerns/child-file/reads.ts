/** The children who left and whose file is owed, and what may go along in one. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { askFeature } from '../../answers.ts';
import { fullName, listLeavers } from '../../people/index.ts';
import { openStep } from '../case/deeds.ts';
import { stepsOf } from '../case/store.ts';
import { eyesOf } from '../decisions.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { settingsNow } from '../deeds/route.ts';
import { eyesOn, findConcern, findReport } from '../store.ts';
import { BUTTON } from '../tell-someone/parts.tsx';
import type { Asking } from '../words.ts';
import { lastSaid, toldOfAnother } from './decisions.ts';
import { childrenWithConcerns, concernsOfChild, filesOfChildren } from './store.ts';
import type { FileWords, Leaver, MayGo } from './words.ts';

/** How long somebody who left is looked at. */
const LOOK_BACK_DAYS = 400;
const MOST = 2000;

/**
 * Children who left and about whom somebody told something, whoever left last at the head. The days run from the day
 * they leave and count while school is on: five days of a child who leaves in July end in September (Keeping children
 * safe in education, part two: within five days in the year, within the first five days of a new term).
 */
export async function leavers(tx: Tx, { reader, lock, today }: Pick<Asking, 'reader' | 'lock' | 'today'>): Promise<Leaver[]> {
  const gone = (await listLeavers(tx, { from: addDays(today, -LOOK_BACK_DAYS), until: today, limit: MOST })).filter(person => person.kinds.some(kind => kind.startsWith('pupil')));
  if (gone.length === 0) return [];
  const keys = new Map(gone.map(person => [person.id, lock.keyOf(person.id)]));
  const known = new Set(await childrenWithConcerns(tx, { children: [...keys.values()], reader: lock.keyOf(reader.person!) }));
  const { childFileDays } = await settingsNow(tx, today);
  const said = await filesOfChildren(tx, [...known]);
  const due = new Map<string, string>();
  for (const day of new Set(gone.filter(one => known.has(keys.get(one.id)!)).map(one => one.leftOn!))) due.set(day, await askFeature('afterSchoolDays', tx, day, childFileDays));
  const lines: Leaver[] = [];
  for (const person of gone.filter(one => known.has(keys.get(one.id)!))) {
    const leftOn = person.leftOn!;
    const last = lastSaid(said.filter(row => row.childKey === keys.get(person.id)), leftOn);
    lines.push({
      id: person.id, name: fullName(person), leftOn, dueOn: due.get(leftOn)!,
      last: last && { state: last.state, day: last.day, text: lock.openOr<FileWords>(last.locked, last.id, { text: SHUT }).text },
    });
  }
  return lines;
}

/** The concerns about a child that the reader may read whole, oldest first. Nothing of what was told is shown, so it is no reading. */
export async function mayGo(tx: Tx, { reader, lock, now }: Pick<Asking, 'reader' | 'lock' | 'now'>, child: string): Promise<MayGo[]> {
  const lines: MayGo[] = [];
  for (const id of await concernsOfChild(tx, lock.keyOf(child))) {
    const concern = (await findConcern(tx, id))!;
    if (!eyesOf(reader, concern, await eyesOn(tx, [id]), { keyOf: lock.keyOf, now }).some(eye => eye.parts === null)) continue;
    const { code, kind, openedAt, report } = concern;
    lines.push({ id, code, kind, openedAt, ofAnother: await isOfAnother(tx, lock, { concern: id, report, child }) });
  }
  return lines;
}

async function isOfAnother(tx: Tx, lock: Asking['lock'], of: { readonly concern: string; readonly report: string; readonly child: string }): Promise<boolean> {
  const row = (await findReport(tx, of.report))!;
  const { reporter, answers } = lock.openOr<Pick<ReportWords, 'reporter' | 'answers'>>(row.locked, row.id, { reporter: null, answers: {} });
  if (reporter !== of.child) return false;
  const people = (await stepsOf(tx, of.concern)).filter(row => row.sort === 'person' && row.state !== 'mistaken').map(row => openStep(row, lock).words);
  return toldOfAnother({ child: of.child, reporter, harmed: people.filter(words => words['part'] === 'harmed').map(words => String(words['person'] ?? '')), ofFriend: answers['pressed'] === BUTTON['friend']?.text });
}
