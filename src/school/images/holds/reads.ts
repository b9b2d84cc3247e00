/** What the pages of pictures on hold are drawn from. Each reader is asked against every hold: those who may not know of one find nothing of it. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT, type Lock } from '../../../platform/seal/index.ts';
import type { Reader, School } from '../../../platform/web/index.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { fullName, listClasses, listPeople, namesOf, type Person } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { holdState, isKeptFrom, liftsHold, pictureOffice, placesOfRules, seesHold, worryClause } from './decisions.ts';
import * as store from './store.ts';
import type { Hold, HoldPlace, HoldState } from './words.ts';

export { listSettings, settingOn } from './store.ts';

interface Ask { readonly school: School; readonly vocabulary: Vocabulary; readonly today: string; readonly reader: Reader; readonly lock: Lock }
export interface Quoted { readonly id: string; readonly cite: string; readonly words: string; readonly href: string }

export interface HoldRow {
  readonly hold: Hold;
  readonly state: HoldState;
  readonly name: string;
  readonly class: string;
  readonly places: readonly HoldPlace[];
  /** Places that are still to be seen to. */
  readonly left: number;
}

const rowsOf = async (tx: Tx, holds: readonly Hold[], today: string): Promise<HoldRow[]> => {
  const places = await store.placesOf(tx, holds.map(hold => hold.id));
  const people = new Map((await listPeople(tx, { day: today, ids: [...new Set(holds.map(hold => hold.child))], left: true, limit: 5000 })).map(one => [one.id, one]));
  return holds.map(hold => {
    const own = places.filter(place => place.hold === hold.id);
    const child = people.get(hold.child);
    return { hold, state: holdState(hold, own), name: child ? fullName(child) : '', class: child?.place?.class ?? '', places: own, left: own.filter(place => place.state === 'open' || place.state === 'asked').length };
  });
};

/** The holds this reader sees to. Null where there is no such list for them: they hold no office that sees to pictures, and none came to theirs. */
export async function holdRows(tx: Tx, ask: Ask): Promise<HoldRow[] | null> {
  if (ask.reader.offices.length === 0) return null;
  const seen = (await store.listHolds(tx)).filter(hold => seesHold(hold, ask.reader, ask.lock.keysOf));
  if (seen.length === 0 && !(await keepsPictures(tx, ask))) return null;
  return rowsOf(tx, seen, ask.today);
}

/** Whether a reader holds the office that sees to pictures by the rules, or is the safeguarding lead. */
export async function keepsPictures(tx: Tx, ask: Pick<Ask, 'school' | 'vocabulary' | 'today' | 'reader'>): Promise<boolean> {
  const { offices } = ask.reader;
  return offices.includes('dsl') || offices.length > 0 && offices.includes(pictureOffice((await rulesInForce(tx, ask)).rulebook));
}

export interface HoldView extends HoldRow {
  readonly clause: Quoted | null;
  readonly lifts: boolean;
  /** Whether what stands here is kept because the school goes to law; for whoever may lift it. */
  readonly keptForLaw: boolean;
  /** Why it was lifted; for whoever may lift it. */
  readonly reason: string;
}

/** One hold as this reader may see it, or null. */
export async function holdView(tx: Tx, ask: Ask, id: string): Promise<HoldView | null> {
  const hold = await store.findHold(tx, id);
  if (!hold || !seesHold(hold, ask.reader, ask.lock.keysOf)) return null;
  const [row] = await rowsOf(tx, [hold], ask.today);
  const { rulebook } = await rulesInForce(tx, ask);
  const lifts = liftsHold(hold, ask.reader, ask.lock.keysOf);
  const locked = lifts ? await store.reasonOf(tx, id) : null;
  const cases = lifts ? await store.casesOf(tx, id) : [];
  const keptForLaw = cases.length > 0 && (await askFeature('heldForLaw', tx, cases)).size > 0;
  return { ...row!, clause: quoted(rulebook, hold.clause), lifts, keptForLaw, reason: locked ? ask.lock.openOr<string>(locked, id, SHUT) : '' };
}

const quoted = (rulebook: Rulebook, id: string): Quoted | null => {
  const clause = rulebook.clauses.get(id as never);
  return clause ? { id, cite: cite(rulebook, id), words: clause.text, href: clauseHref(id) } : null;
};

/** Where pictures may be: as the school has said, and otherwise as its rules name them. */
export async function placesNow(tx: Tx, ask: Pick<Ask, 'school' | 'vocabulary' | 'today'>): Promise<{ places: readonly string[]; days: number | null; said: boolean }> {
  const setting = await store.settingOn(tx, ask.today);
  if (setting && setting.places.length > 0) return { places: setting.places, days: setting.days, said: true };
  return { places: placesOfRules((await rulesInForce(tx, ask)).rulebook), days: setting?.days ?? null, said: setting !== null };
}

export interface Looked { readonly held: readonly string[]; readonly free: readonly string[]; readonly clause: Quoted | null }

/** Of these children, whose pictures are held back and whose are not, as far as this reader may know. */
export async function lookUp(tx: Tx, ask: Ask, children: readonly string[]): Promise<Looked> {
  const people = await listPeople(tx, { day: ask.today, ids: children, limit: 100 });
  const held = new Set((await store.holdsOf(tx, people.map(one => one.id))).filter(hold => !isKeptFrom(hold, ask.reader, ask.lock.keysOf)).map(hold => hold.child));
  const { rulebook } = await rulesInForce(tx, ask);
  const names = (which: boolean) => people.filter(one => held.has(one.id) === which).map(fullName);
  return { held: names(true), free: names(false), clause: quoted(rulebook, worryClause(rulebook)) };
}

/** Pupils to look up: a class, or by name. */
export async function pupilsToLookUp(tx: Tx, of: { readonly group: string; readonly search: string; readonly today: string; readonly vocabulary: Vocabulary }): Promise<{ classes: string[]; people: Person[] }> {
  const classes = await listClasses(tx, of.today);
  const kinds = [...of.vocabulary.kinds.values()].filter(kind => kind.name === 'pupil' || kind.within.includes('pupil')).map(kind => kind.name);
  if (of.search !== '') return { classes, people: await listPeople(tx, { day: of.today, kinds, search: of.search, limit: 50 }) };
  return { classes, people: classes.includes(of.group) ? await listPeople(tx, { day: of.today, class: of.group, limit: 500 }) : [] };
}

/** How many children's pictures are held back, as far as this reader may know. */
export async function countHeld(tx: Tx, ask: Pick<Ask, 'reader' | 'lock'>): Promise<number> {
  return new Set((await store.standingHolds(tx)).filter(hold => !isKeptFrom(hold, ask.reader, ask.lock.keysOf)).map(hold => hold.child)).size;
}

/** What was set, with who set it. */
export async function settingsWithNames(tx: Tx): Promise<{ since: string; places: readonly string[]; days: number | null; byName: string }[]> {
  const settings = await store.listSettings(tx);
  const names = await namesOf(tx, [...new Set(settings.flatMap(one => one.by ?? []))]);
  return settings.map(one => ({ ...one, byName: names.get(one.by ?? '') ?? '' }));
}

