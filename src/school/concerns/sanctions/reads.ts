/** What the pages of sanctions are drawn from: who may see one first, then the rows. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { SHUT, type Lock } from '../../../platform/seal/index.ts';
import type { Asked } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { findPerson, listGuardians, namesOf, readerOf } from '../../people/index.ts';
import type { CaseView } from '../case/reads.ts';
import { bearsPenalty } from '../kinds.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { decidersOf, openAppeal, providedFor, switchDue } from './decisions.ts';
import * as store from './store.ts';
import type { Provided, Sanction, SanctionTurn, SanctionWords } from './words.ts';

/** A sanction with its words and everything that befell it. */
export interface SanctionView extends Sanction {
  readonly words: SanctionWords;
  readonly turns: readonly SanctionTurn[];
}

const APPEAL_OFFICES = ['chair-of-governors', 'governing-body', 'board-of-trustees', 'head', 'deputy-head'];

type Of = Pick<Asked<unknown>, 'reader' | 'today'>;

async function opened(tx: Tx, lock: Lock, rows: readonly store.SanctionRow[]): Promise<SanctionView[]> {
  const turns = (await store.turnsOf(tx, rows.map(row => row.id))).map(({ locked, ...row }): SanctionTurn => ({ ...row, text: locked ? lock.openOr(locked, row.id, { text: SHUT }).text : '' }));
  return rows.map(({ locked, ...row }) => ({ ...row, words: lock.openOr<SanctionWords>(locked, row.id, { reason: SHUT, reasons: SHUT, fits: '', intent: 'unknown' }), turns: turns.filter(one => one.sanction === row.id) }));
}

/** The sanctions of a case. */
export const ofCase = async (tx: Tx, lock: Lock, concern: string): Promise<SanctionView[]> => opened(tx, lock, await store.sanctionsOf(tx, concern));

/** One sanction, held for a change; null where there is none. */
export async function oneHeld(tx: Tx, lock: Lock, id: string): Promise<SanctionView | null> {
  const row = await store.holdSanction(tx, id);
  return row ? (await opened(tx, lock, [row]))[0]! : null;
}

export interface Somebody { readonly id: string; readonly name: string; readonly kinds: readonly string[]; readonly provided: readonly Provided[] }

/** The people of a case for whom something may follow, and what the rules provide for each; nobody where no penalty comes of such a thing. */
export async function whoAndWhat(tx: Tx, { vocabulary, today }: { readonly vocabulary: Vocabulary; readonly today: string }, view: CaseView): Promise<Somebody[]> {
  if (!bearsPenalty(view.opened.concern.kind)) return [];
  const named = view.steps.filter(step => step.sort === 'person' && step.state !== 'mistaken' && step.words['part'] === 'harmed-others').flatMap(step => (typeof step.words['person'] === 'string' && step.words['person'] !== '' ? [step.words['person']] : []));
  const ids = [...new Set([...view.opened.report.about, ...named])];
  const names = await namesOf(tx, ids);
  const people: Somebody[] = [];
  for (const id of ids) {
    const reader = await readerOf(tx, { person: id, today, vocabulary });
    const name = names.get(id);
    if (reader && name !== undefined) people.push({ id, name, kinds: reader.kinds, provided: providedFor({ rulebook: view.rulebook, kinds: reader.kinds, severity: view.opened.concern.severity, today }) });
  }
  return people;
}

/** The offices that decide, round everybody the concern is about. */
export async function decidersNow(tx: Tx, today: string, of: { readonly offices: Provided['offices']; readonly permanent: boolean; readonly about: readonly string[] }): Promise<string[][]> {
  return decidersOf({ ...of, holders: await holdersOn(tx, today), settings: await settingsNow(tx, today) });
}

/** The offices that may hear an appeal: held by somebody, and by nobody it is about. */
export async function hearersNow(tx: Tx, today: string, about: readonly string[]): Promise<string[]> {
  const holders = await holdersOn(tx, today);
  return APPEAL_OFFICES.filter(office => { const people = holders.get(office) ?? []; return people.length > 0 && !people.some(person => about.includes(person)); });
}

/** `theirs` holds the words of an appeal where the reader wrote it: what one parent wrote is not for the other, nor for the child. */
export interface Mine { readonly sanction: SanctionView; readonly name: string | null; readonly theirs: string | null }

/** What somebody was told of, about themselves and their children. A name where it is a child’s. */
export async function toldOf(tx: Tx, lock: Lock, { reader, today }: Of): Promise<Mine[]> {
  const children = (await listGuardians(tx, { parents: [reader.person!], day: today })).filter(tie => !tie.noContact).map(tie => tie.childId);
  const names = await namesOf(tx, children);
  const views = await opened(tx, lock, await store.toldTo(tx, [reader.person!, ...children]));
  return views.map(sanction => ({ sanction, name: sanction.person === reader.person ? null : names.get(sanction.person!) ?? null, theirs: sanction.turns.find(turn => turn.turn === 'appealed' && turn.by === reader.person)?.text ?? null }));
}

/** One of those. */
export const toldOne = async (tx: Tx, lock: Lock, of: Of, id: string): Promise<Mine | null> => (await toldOf(tx, lock, of)).find(one => one.sanction.id === id) ?? null;

export interface SwitchLine { readonly id: string; readonly name: string; readonly facility: string; readonly from: string | null; readonly until: string | null; readonly due: 'off' | 'on' | null; readonly inForce: boolean }
const SWITCHERS = ['network-manager', 'ict-lead', 'it-support', 'system-manager'];
const REMEMBERED_DAYS = 30;

export const mayswitch = (offices: readonly string[]): boolean => offices.some(office => SWITCHERS.includes(office));

/** What is switched off for whom, without a word of why: all of it for those who switch, and of the own class for its teachers. Never one's own. */
export async function switchedOff(tx: Tx, of: Of): Promise<SwitchLine[]> {
  const rows = (await store.switching(tx, addDays(of.today, -REMEMBERED_DAYS))).filter(row => row.person !== null && row.person !== of.reader.person);
  const turns = await store.turnsOf(tx, rows.map(row => row.id));
  const names = await namesOf(tx, [...new Set(rows.map(row => row.person!))]);
  const all = mayswitch(of.reader.offices);
  const lines: SwitchLine[] = [];
  for (const row of rows) {
    const due = switchDue(row, turns.filter(turn => turn.sanction === row.id));
    if (all ? row.state !== 'in-force' && due === null : row.state !== 'in-force' || !(await teaches(tx, of, row.person!))) continue;
    lines.push({ id: row.id, name: names.get(row.person!) ?? '', facility: row.facility!, from: row.startsOn, until: row.endsOn, due: all ? due : null, inForce: row.state === 'in-force' });
  }
  return lines;
}

async function teaches(tx: Tx, { reader, today }: Of, pupil: string): Promise<boolean> {
  const found = await findPerson(tx, pupil, today);
  return found?.place ? (await askFeature('teachersOf', tx, found.place.class, today)).includes(reader.person!) : false;
}

/** How many wait for this reader's word, and in which cases. */
export async function waiting(tx: Tx, of: Of): Promise<{ readonly concern: string; readonly id: string; readonly appeal: boolean }[]> {
  const rows = (await store.waitingFor(tx, of.reader.offices)).filter(row => row.person !== of.reader.person);
  const turns = await store.turnsOf(tx, rows.map(row => row.id));
  return rows.flatMap(row => {
    const own = turns.filter(turn => turn.sanction === row.id);
    if (row.state === 'proposed' && own.some(turn => turn.turn === 'agreed' && turn.by === of.reader.person)) return [];
    return [{ concern: row.concern, id: row.id, appeal: openAppeal(own) }];
  });
}

/** Earlier ones of the same person, for those who decide: what, when and whether it was lifted. */
export const earlier = async (tx: Tx, person: string, but: readonly string[]): Promise<Sanction[]> => (await store.decidedAbout(tx, person)).filter(row => !but.includes(row.id));
