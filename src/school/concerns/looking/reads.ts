/** What the pages of looks are drawn from: whose it is to see first, then the rows. */
import { readDoneBy } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { endOfDay, startOfDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import type { Rulebook } from '../../../rulebook/index.ts';
import { listGuardians, listHolders, listPeople, namesOf } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { factsOf } from '../case/decisions.ts';
import { factsTold, openStep, triageIn } from '../case/deeds.ts';
import { stepsOf } from '../case/store.ts';
import { mayHandle } from '../decisions.ts';
import { openEntry } from '../deeds/open.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { entriesOfSorts, eyesOn, findConcern, findReport } from '../store.ts';
import type { Asking, Concern } from '../words.ts';
import { agreersFor, agreesAs, isOver, lookRule, mayReadLog, readingOffices } from './decisions.ts';
import * as store from './store.ts';
import type { Finding, Look, LookRule, LookWords, Purpose, System } from './words.ts';

export { exportLooks } from './store.ts';

/** The case of a look, without a word of it but who is in it. */
export interface CaseOfLook {
  readonly concern: Concern;
  /** Everybody whose activity may be asked about: whom it is about, and whoever was named in it. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Those it is about, by id: never among those who agree or read. */
  readonly about: readonly string[];
  readonly triggers: readonly string[];
  readonly rulebook: Rulebook;
}

/** Who is in a case, and what is known of it for the rules. */
export async function caseFor(tx: Tx, asking: Asking, id: string): Promise<CaseOfLook | null> {
  const { lock, shared, school, today } = asking;
  const concern = await findConcern(tx, id);
  const row = concern && await findReport(tx, concern.report);
  if (!concern || !row) return null;
  const report = lock.open<ReportWords>(row.locked, row.id);
  const steps = (await stepsOf(tx, id)).map(step => openStep(step, lock)).filter(step => step.state !== 'mistaken');
  const entries = (await entriesOfSorts(tx, [id], ['report', 'triage'])).map(entry => openEntry(entry, lock));
  const people = steps.filter(step => step.sort === 'person' && typeof step.words['person'] === 'string' && step.words['person'] !== '').map(step => ({ id: String(step.words['person']), harmed: step.words['part'] === 'harmed-others' }));
  const about = [...new Set([...report.about, ...people.filter(one => one.harmed).map(one => one.id)])];
  const names = await namesOf(tx, [...new Set([...about, ...people.map(one => one.id)])]);
  const facts = factsOf({ kind: concern.kind, severity: concern.severity, told: { facts: factsTold({ entries }) }, triage: triageIn({ entries }), steps });
  return { concern, about, people: [...names].map(([person, name]) => ({ id: person, name })), triggers: facts['trigger'] ?? [], rulebook: (await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today })).rulebook };
}

/** What the rules say of such a look in this case, and the offices that may agree to it now. */
export async function ruleAndOffices(tx: Tx, asking: Asking, of: { readonly case: CaseOfLook; readonly system: System; readonly purpose: Purpose; readonly person: string | null; readonly asker: string }): Promise<{ rule: LookRule; offices: string[] }> {
  const rule = lookRule({ rulebook: of.case.rulebook, system: of.system, purpose: of.purpose, triggers: of.case.triggers, today: asking.today });
  const about = [...of.case.about, ...(of.person === null ? [] : [of.person])];
  return { rule, offices: agreersFor(rule, { holders: await holdersOn(tx, asking.today), settings: await settingsNow(tx, asking.today), about, asker: of.asker }) };
}

/** What somebody is to a look. */
export interface Part {
  /** In which office they may agree or refuse now. */
  readonly agreesAs: string | null;
  readonly asked: boolean;
  /** They may read the record now. */
  readonly reads: boolean;
  /** They are, or were, the one who reads. */
  readonly reader: boolean;
  /** They deal with the case. */
  readonly handles: boolean;
}

export interface LookView {
  readonly look: Look;
  readonly words: LookWords;
  readonly decided: string;
  readonly quiet: string;
  readonly findings: readonly Finding[];
  readonly part: Part;
  readonly names: ReadonlyMap<string, string>;
}

/** A look, for somebody whom it has a part for; null where it is absent, about them, or none of their business, which look alike. */
export async function openLook(tx: Tx, asking: Asking, id: string, hold = false): Promise<LookView | null> {
  const { reader, lock, now, today } = asking;
  if (reader.person === null || !isId(id)) return null;
  const row = await (hold ? store.holdLook : store.findLook)(tx, id);
  if (!row || isOver(row, lock.keyOf(reader.person))) return null;
  const concern = (await findConcern(tx, row.concern))!;
  const part: Part = {
    agreesAs: agreesAs(row, reader, lock.keyOf), asked: row.askedBy === reader.person, reads: mayReadLog(row, { person: reader.person, key: lock.keyOf(reader.person), today }), reader: row.reader === reader.person,
    handles: mayHandle(reader, concern, await eyesOn(tx, [row.concern]), { keyOf: lock.keyOf, now }),
  };
  if (part.agreesAs === null && !part.asked && !part.reader && !part.handles && row.decidedBy !== reader.person) return null;
  return viewOf(tx, asking, row, part);
}

const textIn = (lock: Asking['lock'], locked: Uint8Array | null, id: string): string => (locked === null ? '' : lock.openOr(locked, id, { text: SHUT }).text);

async function viewOf(tx: Tx, { lock }: Asking, row: store.LookRow, part: Part): Promise<LookView> {
  const { locked, decidedLocked, quietLocked, ...look } = row;
  const words = lock.open<LookWords>(locked, row.id);
  // Why nothing of what was found for whoever only agreed: they did not ask to know it.
  const findings = part.handles || part.reader ? await findingsOf(tx, lock, row.id) : [];
  const names = await namesOf(tx, [...new Set([words.person, look.askedBy, look.decidedBy, look.reader, ...findings.map(one => one.by)].filter(id => id !== null))]);
  return { look, words, decided: textIn(lock, decidedLocked, row.id), quiet: textIn(lock, quietLocked, row.id), findings, part, names };
}

async function findingsOf(tx: Tx, lock: Asking['lock'], look: string): Promise<Finding[]> {
  const found = await store.findingsOf(tx, [look]);
  const files = await store.filesOf(tx, found.map(one => one.id));
  return found.map(({ locked, ...one }) => ({
    ...one, text: locked === null ? null : lock.openOr(locked, one.id, { text: SHUT }).text,
    files: files.filter(file => file.finding === one.id).map(file => ({ id: file.id, size: file.size, ...lock.openOr(file.lockedName, file.id, { name: SHUT, type: '' }) })),
  }));
}

/** The looks of a case, for those who deal with it. */
export async function looksIn(tx: Tx, lock: Asking['lock'], concern: string): Promise<{ look: Look; person: string | null; findings: readonly Finding[] }[]> {
  const lines = [];
  for (const { locked, decidedLocked: _decidedLocked, quietLocked: _quietLocked, ...look } of await store.looksOf(tx, concern)) {
    const { person } = lock.openOr<Pick<LookWords, 'person'>>(locked, look.id, { person: null });
    lines.push({ look, person: person === null ? null : (await namesOf(tx, [person])).get(person) ?? null, findings: await findingsOf(tx, lock, look.id) });
  }
  return lines;
}

const MOST_OF_A_KIND = 50;

/** Who may be named as the one who reads: whom the rules let read it; where they say nothing, whoever asked or agrees. Never anybody it is about. */
export async function readersFor(tx: Tx, asking: Asking, { look, words }: LookView): Promise<{ id: string; name: string }[]> {
  const of = await caseFor(tx, asking, look.concern);
  if (!of) return [];
  const about = [...of.about, ...(words.person === null ? [] : [words.person])];
  const rule = lookRule({ rulebook: of.rulebook, system: look.system, purpose: look.purpose, triggers: of.triggers, today: asking.today });
  const offices = readingOffices(rule, { holders: await holdersOn(tx, asking.today), settings: await settingsNow(tx, asking.today), about });
  const held = (await listHolders(tx, asking.today)).filter(holder => offices.includes(holder.office)).map(holder => holder.person);
  const ofKind = rule.read.kinds.length === 0 ? [] : (await listPeople(tx, { day: asking.today, kinds: rule.read.kinds, limit: MOST_OF_A_KIND })).map(person => person.id);
  const named = [...held, ...ofKind];
  const all = [...new Set(named.length > 0 ? named : [look.askedBy, asking.reader.person].filter(id => id !== null))].filter(id => !about.includes(id) && !isOver(look, asking.lock.keyOf(id)));
  const names = await namesOf(tx, all);
  return all.flatMap(id => { const name = names.get(id); return name === undefined ? [] : [{ id, name }]; }).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** What Countersign's own logbook holds of what the person did on those days: deeds and moments, sign-ins among them; nothing of what anybody told. */
export const logOf = (tx: Tx, { look, words }: LookView, of: { readonly limit: number; readonly offset: number }) =>
  readDoneBy(tx, { by: words.person!, from: startOfDay(look.from), before: endOfDay(look.to), ...of });

export interface LookLine { readonly look: Look; readonly asker: string; readonly reader: string }

/** The looks that are somebody's to see: asked, agreed to or read by them, waiting for them, or of their cases. Never one about them. */
export async function listed(tx: Tx, ask: store.ListAsk): Promise<{ rows: LookLine[]; total: number }> {
  const found = await store.listLooks(tx, ask);
  const names = await namesOf(tx, [...new Set(found.flatMap(look => [look.askedBy, look.reader]).filter(id => id !== null))]);
  const nameOf = (id: string | null): string => (id === null ? '' : names.get(id) ?? '');
  return { rows: found.map(look => ({ look, asker: nameOf(look.askedBy), reader: nameOf(look.reader) })), total: await store.countLooks(tx, ask) };
}

export { waitingFor } from './store.ts';

export interface ToldLine { readonly look: Look; readonly name: string | null }

/** What a reader was told of: looks into their own record and into their children’s. */
export async function toldOf(tx: Tx, of: { readonly person: string; readonly today: string }): Promise<ToldLine[]> {
  const children = (await listGuardians(tx, { parents: [of.person], day: of.today })).filter(tie => !tie.noContact).map(tie => tie.childId);
  const names = await namesOf(tx, children);
  return (await store.toldTo(tx, [of.person, ...children])).map(look => ({ look, name: look.person === of.person ? null : names.get(look.person) ?? null }));
}

/** A file of what was found, for whoever sees the finding. */
export async function fileOf(tx: Tx, lock: Asking['lock'], view: LookView, id: string): Promise<{ name: string; type: string; bytes: Uint8Array } | null> {
  const file = view.findings.flatMap(finding => finding.files).find(one => one.id === id);
  const locked = file && await store.bytesOf(tx, { look: view.look.id, file: file.id });
  return file && locked ? { name: file.name, type: file.type, bytes: lock.openBytes(locked, file.id) } : null;
}
