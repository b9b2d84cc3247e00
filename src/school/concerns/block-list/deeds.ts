/** What is done with addresses for the block list. Each deed is one change with its logbook line. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { rulesInForce } from '../../policies/index.ts';
import { addEntry } from '../deeds/case.ts';
import type { ReportWords } from '../deeds/file-report.ts';
import { mailTo, note, tellReporter } from '../deeds/note.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { findConcern, findReport } from '../store.ts';
import type { Concern, Doing } from '../words.ts';
import { deciding, freeOffices } from './decisions.ts';
import { moved } from './states.ts';
import * as store from './store.ts';
import type { DecidedWords, ProposedWords, Site, SiteGiven, SiteTurn, Turn } from './words.ts';

/** Proposes an address. From a concern it is kept from those it is about; where the address stands already, the concern waits with it for what is decided. Returns its id, and whether it stood there. */
export async function proposeSite(tx: Tx, doing: Doing, of: { readonly given: SiteGiven; readonly concern: Concern | null }): Promise<{ readonly id: string; readonly stood: boolean }> {
  const { given, concern } = of;
  const standing = await store.siteAt(tx, { address: given.address, key: doing.lock.keyOf(doing.by!) });
  const stood = standing !== null && standing.state !== 'left';
  const id = stood ? standing.id : await add(tx, doing, given, concern?.aboutKeys ?? []);
  if (concern) {
    const told = newId();
    await store.addTold(tx, { school: doing.school.id, id: told, site: id, locked: doing.lock.lock({ concern: concern.id }, told) });
    const words: ProposedWords = { site: id, address: given.address };
    await addEntry(tx, doing, { concern: concern.id, sort: 'site-proposed', words });
    const last = stood && standing.state !== 'proposed' ? (await store.lastDecisions(tx, [id]))[0] : undefined;
    if (last) await tellOne(tx, doing, concern.id, { says: standing!.state === 'blocked' ? 'done' : last.turn, address: given.address, from: standing!.fromDay, text: last.reason });
  }
  return { id, stood };
}

async function add(tx: Tx, doing: Doing, given: SiteGiven, keptFrom: readonly string[]): Promise<string> {
  const { school, today, shared } = doing;
  const { rulebook } = await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today });
  const { offices: named, clause } = deciding(rulebook, today);
  const holders = await holdersOn(tx, today);
  const mayKnow = (person: string): boolean => !keptFrom.includes(doing.lock.keyOf(person));
  const offices = freeOffices({ offices: named, next: (await settingsNow(tx, today)).next, holders, mayKnow });
  const id = await store.addSite(tx, { ...given, school: school.id, offices, clause, keptFrom, proposedBy: doing.by, proposedAt: doing.at });
  await log(tx, doing, { id, keptFrom, clause }, 'propose-block');
  const people = offices.flatMap(office => holders.get(office) ?? []).filter(person => person !== doing.by && mayKnow(person));
  await mailTo(tx, doing, [...new Set(people)], `site ${id}`);
  return id;
}

/** What comes of a concern about somebody leaves no line that they could read. */
const log = (tx: Tx, doing: Doing, site: Pick<Site, 'id' | 'keptFrom' | 'clause'>, deed: string): Promise<unknown> =>
  (site.keptFrom.length > 0 ? note(tx, doing, site.id) : write(tx, { school: doing.school.id, by: doing.by!, at: doing.at, deed, about: site.id, ...(site.clause === null ? {} : { clause: site.clause }) }));

const DEEDS: Readonly<Record<Turn, string>> = { block: 'decide-to-block', leave: 'decide-not-to-block', done: 'set-filter-by-hand' };

/** Decides about an address, or says that the filter was set by hand. Whoever told of it hears. False where that turn is not to be taken now. */
export async function turnSite(tx: Tx, doing: Doing, of: { readonly site: string; readonly turn: Turn; readonly office: string; readonly reason: string; readonly fromDay: string | null }): Promise<boolean> {
  const site = await store.holdSite(tx, of.site);
  const state = site && moved(site.state, of.turn);
  if (!site || !state) return false;
  const fromDay = of.fromDay ?? site.fromDay;
  const turn: SiteTurn = { turn: of.turn, office: of.office, reason: of.reason, fromDay: of.turn === 'block' ? fromDay : null, by: doing.by, at: doing.at };
  await store.addTurn(tx, { ...turn, school: doing.school.id, site: site.id });
  await store.setSite(tx, site.id, { state, fromDay });
  await log(tx, doing, site, DEEDS[of.turn]);
  if (of.turn !== 'done' || state === 'blocked') await tellBack(tx, doing, site, { says: of.turn, address: site.address, from: fromDay, text: of.reason });
  return true;
}

/** Says it in each concern from which the address came. One whose key is missing hears nothing. */
async function tellBack(tx: Tx, doing: Doing, site: Site, words: DecidedWords): Promise<void> {
  for (const told of await store.toldOf(tx, site.id)) {
    const { concern } = doing.lock.openOr<{ concern: string | null }>(told.locked, told.id, { concern: null });
    if (concern !== null) await tellOne(tx, doing, concern, words);
  }
}

async function tellOne(tx: Tx, doing: Doing, id: string, words: DecidedWords): Promise<void> {
  const concern = await findConcern(tx, id);
  const report = concern && await findReport(tx, concern.report);
  if (!concern || !report) return;
  const entry = await addEntry(tx, doing, { concern: id, sort: 'site-decided', words });
  const { reporter } = doing.lock.openOr<Pick<ReportWords, 'reporter'>>(report.locked, report.id, { reporter: null });
  await tellReporter(tx, doing, { reporter, once: entry });
}
