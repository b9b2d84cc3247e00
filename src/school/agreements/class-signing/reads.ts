/** What the pages of signing with a class are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import { inOrder } from '../../../platform/order.ts';
import { fullName, listClasses, listPeople, namesOf } from '../../people/index.ts';
import { classTeachers } from '../chasing/reads.ts';
import { choicesFor, languagesAtHome, sheetIn } from '../in-language/reads.ts';
import { agreementsByIds, findAsk, listAsks, policiesToSign, wholeSheetFor, type Place } from '../reads.ts';
import { keepsRegister } from '../views.ts';
import type { Agreement, AskRow } from '../words.ts';
import { shortNames, standingOf, teachesOn } from './decisions.ts';
import { childrenAsked, classLines, listTeachings } from './store.ts';
import type { TeachersProps } from './teachers-page.tsx';
import type { ClassLine, ClassSitting } from './words.ts';

export { listTeachings } from './store.ts';

const MOST_CHILDREN = 120;
const YOUNG = 'pupil-ks1';

/** The classes somebody teaches today: those they are told about each week, and those noted with dates. */
export async function classesTaughtBy(tx: Tx, person: string, today: string): Promise<string[]> {
  const told = [...await classTeachers(tx)].filter(([, teacher]) => teacher === person).map(([name]) => name);
  const noted = (await listTeachings(tx, { day: today, person })).filter(span => span.from <= today).map(span => span.class);
  return [...new Set([...told, ...noted])].sort(inOrder);
}

/** Whether this reader runs the signing of a class: whoever teaches it today, and those who keep the register. */
export async function mayRunClass(tx: Tx, reader: Reader, of: { class: string; today: string }): Promise<boolean> {
  if (keepsRegister(reader)) return true;
  if (reader.person === null || !reader.kinds.includes('staff')) return false;
  if ((await classTeachers(tx)).get(of.class) === reader.person) return true;
  return teachesOn(await listTeachings(tx, { day: of.today, class: of.class }), { person: reader.person, class: of.class, day: of.today });
}

/** How far a reader's classes are, with every set of rules that children promise. */
export async function linesFor(tx: Tx, of: { reader: Reader; place: Place }): Promise<ClassLine[]> {
  const rules = [...(await policiesToSign(tx, of.place.vocabulary)).values()].filter(policy => policy.document.front.readers !== 'adults');
  if (rules.length === 0) return [];
  const classes = keepsRegister(of.reader) ? undefined : await classesTaughtBy(tx, of.reader.person!, of.place.today);
  const titles = new Map(rules.map(policy => [policy.policy, policy.title]));
  return (await classLines(tx, { policies: [...titles.keys()], classes })).map(line => ({ ...line, title: titles.get(line.policy) ?? line.policy })).sort((a, b) => inOrder(a.class, b.class));
}

/** A reader's classes with children who are young enough for a card. */
export async function youngClasses(tx: Tx, of: { reader: Reader; place: Place }): Promise<string[]> {
  const young = await listClasses(tx, of.place.today, YOUNG);
  if (keepsRegister(of.reader)) return young;
  const own = await classesTaughtBy(tx, of.reader.person!, of.place.today);
  return young.filter(one => own.includes(one));
}

export interface SittingAsk {
  readonly class: string;
  readonly policy: string;
  readonly reader: Reader;
  readonly place: Place;
  /** The language the rules are shown in; English where left out. */
  readonly language?: string | undefined;
}

/** One set of rules with one class, or null: no such class, rules that no child promises, or not this reader's. */
export async function sittingOf(tx: Tx, of: SittingAsk): Promise<ClassSitting | null> {
  const { place } = of;
  const policy = (await policiesToSign(tx, place.vocabulary)).get(of.policy);
  if (!policy || policy.document.front.readers === 'adults' || !(await mayRunClass(tx, of.reader, { class: of.class, today: place.today }))) return null;
  const ids = await childrenAsked(tx, of);
  if (ids.length === 0) return null;
  const asks = new Map((await listAsks(tx, ids)).filter(ask => ask.policy === of.policy).map(ask => [ask.person, ask]));
  const english = await wholeSheetFor(tx, asks.get(ids[0]!)!, 'self', place.vocabulary);
  if (!english) return null;
  const sheet = await sheetIn(tx, english, of.language, place.vocabulary);
  const languages = await choicesFor(tx, of.policy);
  const known = languages.length > 0 ? await languagesAtHome(tx, ids, place.today) : new Map<string, string>();
  const people = await listPeople(tx, { day: place.today, ids, limit: MOST_CHILDREN });
  const names = shortNames(people);
  const signed = new Map((await agreementsByIds(tx, [...asks.values()].flatMap(ask => ask.agreementId ?? []))).map(one => [one.id, one]));
  const children = ids.filter(id => names.has(id)).map(id => {
    const ask = asks.get(id)!;
    const language = languages.find(one => one.code === known.get(id))?.code ?? null;
    return { id, name: names.get(id)!, standing: standingOf(ask), language, mayUndo: mayUndo(ask.agreementId ? signed.get(ask.agreementId) : undefined, of) };
  });
  return { slug: place.school.slug, class: of.class, sheet, languages, children, young: policy.childMayLeaveOut };
}

/** A mark that was made in class today is undone by whoever saw it made, and by those who keep the register. */
export const mayUndo = (agreement: Agreement | undefined, of: Pick<SittingAsk, 'reader' | 'place'>): boolean =>
  agreement !== undefined && agreement.channel === 'class' && agreement.withdrawnOn === null && agreement.signedOn === of.place.today && (agreement.witness === of.reader.person || keepsRegister(of.reader));

/** A child of this class who is asked about these rules. */
export async function askInClass(tx: Tx, of: { child: string; class: string; policy: string }): Promise<AskRow | null> {
  const ask = await findAsk(tx, of.child, of.policy);
  return ask && ask.class === of.class ? ask : null;
}

const STAFF = ['teacher', 'support-staff', 'supply', 'ict'];
const MOST_STAFF = 500;

/** Who teaches which class, today and later. */
export async function teachersView(tx: Tx, place: Place): Promise<Omit<TeachersProps, 'values' | 'errors'>> {
  const staff = await listPeople(tx, { day: place.today, kinds: STAFF, limit: MOST_STAFF });
  const [told, noted] = [await classTeachers(tx), await listTeachings(tx, { day: place.today })];
  const names = await namesOf(tx, [...told.values(), ...noted.map(span => span.person)]);
  const name = (person: string) => names.get(person) ?? 'somebody who has left';
  const rows = [
    ...[...told].map(([group, person]) => ({ id: null, class: group, name: name(person), from: null, until: null })),
    ...noted.map(span => ({ id: span.id, class: span.class, name: name(span.person), from: span.from, until: span.until })),
  ].sort((a, b) => inOrder(a.class, b.class));
  return { slug: place.school.slug, rows, classes: await listClasses(tx, place.today), staff: staff.map(one => ({ id: one.id, name: fullName(one) })), today: place.today };
}

/** The spans somebody teaches or taught, for a subject access request. */
export const teachingsOf = (tx: Tx, person: string): Promise<unknown[]> => listTeachings(tx, { day: '1900-01-01', person });
