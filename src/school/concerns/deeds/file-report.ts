/** Takes in a report: one thing or several, each to its own readers. */
import { randomInt } from 'node:crypto';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { startClocks } from '../clocks/start.ts';
import { handOnAt, type Route } from '../routing.ts';
import * as store from '../store.ts';
import type { Doing, Filed, KindTold, ReportGiven, ToldWords, WentTo } from '../words.ts';
import { note } from './note.ts';
import { findRoute, follow, settingsNow } from './route.ts';

/** What a report keeps, locked. */
export interface ReportWords {
  readonly reporter: string | null;
  readonly narrative: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly about: readonly string[];
  readonly children: readonly string[];
  readonly kinds: readonly KindTold[];
}

/** Neither I nor 1, neither O nor 0: it is read out on the telephone. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const drawCode = (): string => Array.from({ length: 8 }, (_, at) => `${at === 4 ? '-' : ''}${LETTERS[randomInt(LETTERS.length)]}`).join('');

/** Files a report: each kind becomes a concern of its own, goes where the rules say, and its readers are told. */
export async function fileReport(tx: Tx, doing: Doing, given: ReportGiven): Promise<Filed> {
  if (given.kinds.length === 0) throw new Error('a report is at least one kind of thing');
  const report = newId();
  const { reporter, narrative, answers, about, children, kinds } = given;
  const kept: ReportWords = { reporter, narrative, answers, about, children, kinds };
  await store.addReport(tx, { school: doing.school.id, id: report, reporterKey: reporter === null ? null : doing.lock.keyOf(reporter), returnCodeHash: given.returnCode ?? null, channel: given.channel, locked: doing.lock.lock(kept, report), at: doing.at });
  const told: WentTo[] = [];
  for (const [at, kind] of kinds.entries()) told.push(await fileOne(tx, doing, { given, report, kind, at }));
  return { report, concerns: told.map(one => one.concern), told };
}

/** What a report turns out to be besides: another concern of it, for the readers whom the rules name. Throws where there is no such report. */
export async function fileAlso(tx: Tx, doing: Doing, also: { readonly report: string; readonly told: KindTold }): Promise<WentTo> {
  const row = await store.findReport(tx, also.report);
  if (!row) throw new Error('there is no such report');
  const { reporter, narrative, answers, about, children } = doing.lock.open<ReportWords>(row.locked, row.id);
  return fileOne(tx, doing, { given: { reporter, narrative, answers, about, children, channel: row.channel, kinds: [also.told] }, report: row.id, kind: also.told, at: 0, told: row.reportedAt });
}

interface One { readonly given: ReportGiven; readonly report: string; readonly kind: KindTold; readonly at: number; /** When it was told, where that was before. */ readonly told?: Date }

async function fileOne(tx: Tx, doing: Doing, one: One): Promise<WentTo> {
  const { given, kind } = one;
  const route = await findRoute(tx, doing, { told: kind, who: given.who ?? [], about: given.about });
  const { id, code } = await addConcern(tx, doing, one, route);
  await note(tx, doing, id);
  const entry = newId();
  const words: ToldWords = { narrative: kind.narrative ?? given.narrative, facts: kind.facts, answers: given.answers };
  // Why nobody's name beside it: who told stands in the locked report alone.
  await store.addEntry(tx, { school: doing.school.id, id: entry, concern: id, sort: 'report', by: null, locked: doing.lock.lock(words, entry), at: doing.at, happenedAt: null });
  for (const file of (given.files ?? []).filter(file => (file.kind ?? 0) === one.at)) await keepFile(tx, doing, { ...file, concern: id, entry });
  await follow(tx, { ...doing, by: null }, { concern: id, route });
  await startClocks(tx, doing, { concern: id, kind: kind.kind, openedAt: one.told ?? doing.at });
  return { concern: id, code, kind: kind.kind, offices: route.eyes.flatMap(eye => eye.office ?? []), rulesSilent: route.rulesSilent, vacant: route.vacant, nobodyLeft: route.nobodyLeft };
}

async function addConcern(tx: Tx, doing: Doing, { given, report, kind }: One, route: Route): Promise<{ id: string; code: string }> {
  const { lock, at, school } = doing;
  // Also where nobody is left: somebody may hold an office by then.
  const handOn = handOnAt({ kind: kind.kind, children: given.children.length > 0, at, settings: await settingsNow(tx, doing.today) });
  const id = newId();
  for (;;) {
    const code = drawCode();
    const added = await store.addConcern(tx, { school: school.id, id, report, code, kind: kind.kind, clauses: route.clauses, aboutKeys: given.about.map(lock.keyOf), childKeys: given.children.map(lock.keyOf), openedAt: at, handOnAt: handOn });
    if (added) return { id, code };
  }
}

/** Keeps a file with an entry, locked. The caller has looked at what it is. */
export async function keepFile(tx: Tx, { school, lock, at }: Doing, file: { readonly concern: string; readonly entry: string; readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Promise<string> {
  const id = newId();
  await store.addFile(tx, { school: school.id, id, concern: file.concern, entry: file.entry, lockedName: lock.lock({ name: file.name, type: file.type }, id), locked: lock.lockBytes(file.bytes, id), size: file.bytes.length, at });
  return id;
}
