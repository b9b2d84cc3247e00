/** Making the figures of the terms that are due. Whoever asks first makes them for everybody; after that they never change. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { endOfDay, startOfDay } from '../../../platform/days.ts';
import { askFeature } from '../../answers.ts';
import { listHolders, listKindsSince } from '../../people/index.ts';
import { settingsNow } from '../deeds/route.ts';
import { groupOf } from '../kinds.ts';
import type { Doing } from '../words.ts';
import { due, figuresOf } from './decisions.ts';
import * as store from './store.ts';
import { BANDS, GROUPS, OUTCOMES, READER_KINDS, READER_OFFICES, type Band, type Counts, type Period } from './words.ts';

/** Releases every term whose day has come. Returns how many. */
export async function releaseDue(tx: Tx, doing: Doing): Promise<number> {
  const { figuresDelayDays: delay, figuresHideBelow: below } = await settingsNow(tx, doing.today);
  const terms = await askFeature('terms', tx);
  const look = async () => due({ terms, released: await store.lastCovered(tx), today: doing.today, delay });
  if ((await look()).length === 0) return 0;
  await store.holdFigures(tx, doing.school.id);
  const periods = await look();
  const readers = await readersOn(tx, doing.today);
  for (const period of periods) {
    const figures = figuresOf(await countsOf(tx, doing, { period, readers }), below);
    const id = await store.addRelease(tx, { school: doing.school.id, ...period, figures, releasedOn: doing.today });
    await write(tx, { school: doing.school.id, deed: 'release-figures', by: 'countersign', about: id, at: doing.at, words: { term: period.term } });
  }
  return periods.length;
}

/** Everybody who may read the figures on a day. */
async function readersOn(tx: Tx, today: string): Promise<string[]> {
  const holders = (await listHolders(tx, today)).filter(holder => READER_OFFICES.some(office => office === holder.office));
  const spans = (await listKindsSince(tx, { day: today })).filter(span => READER_KINDS.some(kind => kind === span.kind));
  return [...new Set([...holders, ...spans].map(one => one.person))];
}

async function countsOf(tx: Tx, doing: Doing, of: { readonly period: Period; readonly readers: readonly string[] }): Promise<Counts> {
  const counted = { from: startOfDay(of.period.from), until: endOfDay(of.period.to), notKeys: of.readers.map(doing.lock.keyOf), notPersons: of.readers };
  const told = await store.countTold(tx, counted);
  const outcomes = await store.countOutcomes(tx, counted);
  const sum = (lines: readonly { readonly n: number }[]) => lines.reduce((all, { n }) => all + n, 0);
  return {
    told: GROUPS.map(group => ({ group, bands: Object.fromEntries(BANDS.map(band => [band, sum(told.filter(line => groupOf(line.kind) === group && line.band === band))])) as Record<Band, number> })),
    closed: sum(told.filter(line => line.closed)),
    outcomes: OUTCOMES.map(kind => ({ kind, n: sum(outcomes.filter(line => line.kind === kind)) })),
  };
}
