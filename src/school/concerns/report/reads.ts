/** What the form is drawn from, and what a reporter may see of what they told. */
import type { Tx } from '../../../platform/database/index.ts';
import { fullName, listHolders, listPeople, namesOf } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { findRoute, settingsNow } from '../deeds/route.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { openEntry } from '../deeds/open.ts';
import { kindsOf, kindWords, takesFiles } from '../kinds.ts';
import { choiceOf } from '../routing.ts';
import * as store from '../store.ts';
import type { DecidedWords } from '../block-list/words.ts';
import type { Asking, Concern, Entry } from '../words.ts';
import { fieldsOf } from './fields.ts';
import { mayMean, named, type Known } from './names.ts';
import { OF_SCHOOL, type KindForm, type Story } from './words.ts';

type Of = Pick<Asking, 'school' | 'today' | 'shared'>;
const rulesOf = async (tx: Tx, { school, today, shared }: Of) => (await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today })).rulebook;

/** Kinds that are told on a page of their own, below the school's address. */
export const OWN_PAGES: Readonly<Record<string, string>> = { 'submit-neutral-notification': 'neutral-notification', 'complain-image-misuse': 'complaints/new', 'complain-data': 'complaints/new', 'report-account-compromise': 'my-account-is-used' };

/** Of these the pages of their own are the only ones; an account may be somebody else's too, so that it is told here as well. */
const HAS_OWN_FORM = new Set(['submit-neutral-notification', 'complain-image-misuse']);

/** The kinds that are offered in this school, as people say them. */
export const offeredKinds = async (tx: Tx, of: Of): Promise<{ value: string; text: string }[]> =>
  kindsOf(await rulesOf(tx, of)).filter(kind => !HAS_OWN_FORM.has(kind)).map(kind => ({ value: kind, text: kindWords(kind, of.shared.vocabulary) }));

/** Those who hold an office, each once, with all of theirs: for "is it about one of these?". */
export async function officeHolders(tx: Tx, today: string): Promise<{ person: string; name: string; offices: string[] }[]> {
  const people = new Map<string, { person: string; name: string; offices: string[] }>();
  for (const { person, name, office } of await listHolders(tx, today)) {
    const known = people.get(person) ?? { person, name, offices: [] };
    people.set(person, { ...known, offices: [...known.offices, office] });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

const MOST_NAMES = 30;

export { settingsNow };

/** A name that was typed and is nobody's whole name, with those whom it may mean. */
export interface Unclear {
  readonly typed: string;
  readonly choices: readonly Known[];
}

export interface PeopleNamed {
  readonly about: readonly string[];
  readonly children: readonly string[];
  /** Only for whoever may look people up: to everybody else a name is a name, and says nothing of who is here. */
  readonly unclear: readonly Unclear[];
}

const MOST_PEOPLE = 5000;

/** The people of the school whom these names mean: children apart, for their safety is somebody's task. `chosen` are ids picked among those whom an unclear name may mean. */
export async function peopleNamed(tx: Tx, of: { readonly names: string; readonly today: string; readonly mayLookUp: boolean; readonly chosen: readonly string[] }): Promise<PeopleNamed> {
  const typed = [...new Set(of.names.split(/[\n,;]/).map(name => name.trim()).filter(Boolean))].slice(0, MOST_NAMES);
  if (typed.length === 0) return { about: [], children: [], unclear: [] };
  const people = await listPeople(tx, { day: of.today, limit: MOST_PEOPLE });
  const known = people.map((one): Known => ({ id: one.id, name: fullName(one), class: one.place?.class ?? null }));
  const whole = typed.map(name => ({ name, found: named(name, known) }));
  const unclear = of.mayLookUp ? whole.filter(one => one.found.length !== 1).map(one => ({ typed: one.name, choices: one.found.length > 1 ? one.found : mayMean(one.name, known) })).filter(one => one.choices.length > 0) : [];
  const offered = unclear.flatMap(one => one.choices.map(choice => choice.id)).filter(id => of.chosen.includes(id));
  // Why all of one name where nobody chose: it goes round each of them, and none of them is told.
  const ids = new Set([...whole.filter(one => !one.found.some(found => offered.includes(found.id))).flatMap(one => one.found.map(found => found.id)), ...offered]);
  const found = people.filter(person => ids.has(person.id));
  const isChild = (kinds: readonly string[]): boolean => kinds.some(kind => kind.startsWith('pupil'));
  return { unclear, about: found.filter(person => !isChild(person.kinds)).map(person => person.id), children: found.filter(person => isChild(person.kinds)).map(person => person.id) };
}

/** The second page: what is asked about each kind, and where it goes. */
export async function kindForms(tx: Tx, of: Of, ask: { readonly kinds: readonly string[]; readonly who: readonly string[]; readonly about: readonly string[] }): Promise<KindForm[]> {
  const rulebook = await rulesOf(tx, of);
  const forms: KindForm[] = [];
  for (const kind of ask.kinds) {
    const told = { kind, facts: {} };
    const route = await findRoute(tx, of, { told, who: ask.who, about: ask.about });
    forms.push({ kind, words: kindWords(kind, of.shared.vocabulary), fields: fieldsOf(kind, rulebook, ask.who), route, choice: choiceOf({ rulebook, told, who: ask.who, today: of.today }), silent: !rulebook.rules.some(rule => rule.subject === kind), cited: route.clauses.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) })) });
  }
  return forms;
}

/** A report as its reporter sees it on a list. */
export interface MyReport {
  readonly id: string;
  readonly at: Date;
  readonly concerns: readonly Concern[];
  /** A question of the school that waits for an answer. */
  readonly asked: boolean;
  /** The last word is the school’s. */
  readonly answered: boolean;
}

/** Entries that pass between whoever told it and whoever deals with it. */
export const BETWEEN = ['question', 'answer', 'added', 'reply', 'to-reporter'] as const;

export async function myReports(tx: Tx, { reader, lock }: Pick<Asking, 'reader' | 'lock'>, ask: { readonly limit: number; readonly offset: number }): Promise<{ rows: MyReport[]; total: number }> {
  const key = lock.keyOf(reader.person!);
  const reports = await store.reportsBy(tx, key, ask);
  const concerns = await store.concernsOfReports(tx, reports.map(report => report.id));
  const talk = await store.entriesOfSorts(tx, concerns.map(concern => concern.id), BETWEEN);
  const lastWord = (concern: Concern): string => talk.filter(entry => entry.concern === concern.id).at(-1)?.sort ?? '';
  const rows = reports.map(report => { const own = concerns.filter(concern => concern.report === report.id); return { id: report.id, at: report.reportedAt, concerns: own, asked: own.some(one => lastWord(one) === 'question'), answered: own.some(one => OF_SCHOOL.has(lastWord(one))) }; });
  return { rows, total: await store.countReportsBy(tx, key) };
}

/** One concern of a report, as its reporter sees it: where it stands, and what passed between them and those who deal with it. */
export interface MyConcern {
  readonly concern: Concern;
  readonly offices: readonly string[];
  /** Those whom the reporter picked to read it, by name. */
  readonly picked: readonly string[];
  /** Nobody of the school may read it. */
  readonly nobody: boolean;
  /** Whether a file may be added: never by a pupil, and never where it would be a copy of what must not be copied. */
  readonly files: boolean;
  readonly talk: readonly Entry[];
  /** What IT decided about an address that they told of. */
  readonly decided: readonly Entry<DecidedWords>[];
  /** What is still needed before it can be closed. */
  readonly later: readonly string[];
}

export interface MyReportView {
  readonly id: string;
  readonly at: Date;
  readonly told: ReportWords;
  readonly concerns: readonly MyConcern[];
}

/** A report of this reader; null where it is absent or somebody else's. */
export async function myReport(tx: Tx, asking: Asking, { id, pupil }: { readonly id: string; readonly pupil: boolean }): Promise<MyReportView | null> {
  const { reader, lock } = asking;
  const row = await store.findReport(tx, id);
  if (!row || reader.person === null || row.reporterKey !== lock.keyOf(reader.person)) return null;
  const told = lock.open<ReportWords>(row.locked, row.id);
  const concerns = await store.concernsOfReports(tx, [id]);
  const ids = concerns.map(concern => concern.id);
  const [eyes, talk] = [await store.eyesOn(tx, ids), await store.entriesOfSorts(tx, ids, [...BETWEEN, 'site-decided'])];
  const rulebook = await rulesOf(tx, asking);
  const names = await namesOf(tx, eyes.flatMap(eye => eye.person ?? []));
  return { id, at: row.reportedAt, told, concerns: concerns.map(concern => {
    const all = talk.filter(entry => entry.concern === concern.id).map(entry => openEntry(entry, lock));
    const [own, decided] = [all.filter(entry => entry.sort !== 'site-decided'), all.filter(entry => entry.sort === 'site-decided') as unknown as Entry<DecidedWords>[]];
    const facts = told.kinds.find(kind => kind.kind === concern.kind)?.facts ?? {};
    const later = own.some(entry => entry.sort === 'added') ? [] : fieldsOf(concern.kind, rulebook, []).filter(field => field.later && !facts[field.name]).map(field => field.label);
    const readers = eyes.filter(eye => eye.concern === concern.id && eye.why !== 'shared');
    const picked = readers.flatMap(eye => (eye.why === 'routed' && eye.person !== null ? names.get(eye.person) ?? [] : []));
    return { concern, offices: readers.flatMap(eye => eye.office ?? []), picked, nobody: readers.length === 0, files: takesFiles(concern.kind) && !pupil, talk: own, decided, later };
  }) };
}

/** The answers that every reader of the report is told; whom it is about goes to those who read all of it. */
export const answersOf = ({ danger, when, where }: Story): Record<string, string> =>
  Object.fromEntries(Object.entries({ danger: danger === 'yes' ? 'Yes' : '', when, where }).filter(([, value]) => value !== ''));
