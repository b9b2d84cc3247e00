/** Concerns that are there from the start, for an invented school: told, opened and answered by the deeds of the pages. */
import { dayOf } from '../../platform/days.ts';
import type { Tx } from '../../platform/database/index.ts';
import { comeBack, tellUnnamed } from './anonymous/deeds.ts';
import { askingAs, doingAs, readerIn, type By, type Place } from './case/take-in.ts';
import { acknowledge, complain, setProcedure, type ComplaintGiven } from './complaints/deeds.ts';
import { findComplaint } from './complaints/store.ts';
import type { Procedure } from './complaints/words.ts';
import { fileReport } from './deeds/file-report.ts';
import { openConcern } from './deeds/open.ts';
import { noteNeutrally, type NoteGiven } from './neutral/deeds.ts';
import { setSettings } from './school-settings/deeds.ts';
import { settingsOn, type ConcernSettings } from './settings.ts';
import { concernsOfReports, settingsOf } from './store.ts';
import { setHours, tellSomeone } from './tell-someone/deeds.ts';
import { BUTTON } from './tell-someone/parts.tsx';
import { tellingOf } from './tell-someone/words.ts';
import type { KindTold } from './words.ts';

export { fillWork, type Place, type Work } from './case/take-in.ts';

/** The numbers outside the school. */
export interface Numbers {
  readonly officer: NonNullable<ConcernSettings['designatedOfficer']>;
  readonly care: NonNullable<ConcernSettings['socialCare']>;
}

/** What somebody told the school. */
export interface Told extends By {
  readonly kinds: readonly KindTold[];
  readonly narrative: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly about?: readonly string[];
  readonly children?: readonly string[];
}

/** Files what somebody told. Returns its concerns, one for each kind. */
export async function fillReport(tx: Tx, place: Place, told: Told): Promise<readonly string[]> {
  const { kinds, offices } = await readerIn(tx, place, told.by);
  return (await fileReport(tx, doingAs(place, told.by, told.at), {
    reporter: told.by, channel: 'screen', narrative: told.narrative, answers: told.answers ?? {}, about: told.about ?? [], children: told.children ?? [], kinds: told.kinds, who: [...kinds, ...offices],
  })).concerns;
}

/** What a pupil told by one of the buttons for pupils. Returns the concern. */
export async function fillTelling(tx: Tx, place: Place, of: By & { readonly telling: string; readonly words: string }): Promise<string> {
  const { kinds } = await readerIn(tx, place, of.by);
  const filed = await tellSomeone(tx, { ...doingAs(place, of.by, of.at), by: of.by }, { telling: tellingOf(of.telling)!, words: of.words, button: BUTTON[of.telling]!.text, adult: null, about: null, takeDown: false, who: kinds });
  return filed.concerns[0]!;
}

/** What a pupil told without a name. Returns the concern; the code is nobody's but the pupil's, and is not kept. */
export async function fillUnnamed(tx: Tx, place: Place, of: { readonly at: Date; readonly telling: string; readonly words: string }): Promise<string | undefined> {
  const doing = doingAs(place, null, of.at);
  const { report } = await comeBack(tx, doing, await tellUnnamed(tx, doing, { telling: tellingOf(of.telling)!, words: of.words, button: BUTTON[of.telling]!.text }));
  return report === null ? undefined : (await concernsOfReports(tx, [report.id]))[0]?.id;
}

/** When somebody reads what pupils tell, from a day on. */
export const fillHours = (tx: Tx, place: Place, of: By & { readonly from: string; readonly until: string }): Promise<void> =>
  setHours(tx, { ...doingAs(place, of.by, of.at), by: of.by }, { hours: { from: of.from, until: of.until }, since: dayOf(of.at) });

/** Whom to ring outside the school, from a day on: the designated officer and children's social care. All else stays as it is set. */
export async function fillNumbers(tx: Tx, place: Place, of: By & Numbers): Promise<void> {
  const today = dayOf(of.at);
  const { handOnMinutes, ...held } = settingsOn(await settingsOf(tx), today);
  const { officer, care } = of;
  await setSettings(tx, { school: place.school.id, by: of.by, at: of.at, today }, {
    ...held, ...handOnMinutes, officerName: officer.name, officerNumber: officer.number, officerHours: officer.hours, careNumber: care.number, careHours: care.hours, careNight: care.night,
  });
}

/** A neutral notification. Returns its concern. */
export async function fillNote(tx: Tx, place: Place, of: By & Omit<NoteGiven, 'who'>): Promise<string> {
  const { kinds, offices } = await readerIn(tx, place, of.by);
  return (await noteNeutrally(tx, { ...doingAs(place, of.by, of.at), by: of.by }, { ...of, who: [...kinds, ...offices] })).concerns[0]!;
}

/** The stages of complaints, from a day on. */
export const fillProcedure = (tx: Tx, place: Place, of: By & { readonly procedure: Procedure }): Promise<void> => setProcedure(tx, { ...doingAs(place, of.by, of.at), by: of.by }, of.procedure);

/** A complaint; whoever looks into it has read it and said that it arrived. */
export async function fillComplaint(tx: Tx, place: Place, of: By & Omit<ComplaintGiven, 'who'> & { readonly acknowledged: By }): Promise<void> {
  const { kinds } = await readerIn(tx, place, of.by);
  const id = await complain(tx, { ...doingAs(place, of.by, of.at), by: of.by }, { ...of, who: kinds });
  const complaint = (await findComplaint(tx, id))!;
  const { by, at } = of.acknowledged;
  const opened = await openConcern(tx, askingAs(place, await readerIn(tx, place, by), at), complaint.concern);
  if (opened) await acknowledge(tx, { ...doingAs(place, by, at), by }, opened, complaint);
}
