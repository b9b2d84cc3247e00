/** What this week means for one reader: rules that are new or changed for them, and what begins or ends. */
import type { WeekLine } from '../../../page-parts/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { changesBetween, findEditions, listEditions, listMarks, marginOf, measuresOf, publishedPolicies, readEdition, type Published } from '../../policies/index.ts';
import type { Place } from '../reads.ts';

/** Who reads: kinds with every wider one. */
export interface WeekReader {
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
}

const DAYS = 7;
const MOST_LINES = 20;

/** The week that ends today, and for measures the one that begins. Newest first, `MOST_LINES` at most. */
export async function weekOf(tx: Tx, of: { reader: WeekReader; place: Place }): Promise<WeekLine[]> {
  const lines: WeekLine[] = [];
  for (const published of await publishedPolicies(tx, of.place)) {
    const day = published.edition.inForce;
    if (day !== null && day > addDays(of.place.today, -DAYS)) lines.push(...await newIn(tx, published, { ...of, day }));
    lines.push(...measuresFor(published, of));
  }
  return lines.sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MOST_LINES);
}

const bindsAnything = ({ document }: Published, { reader, place }: { reader: WeekReader; place: Place }): boolean =>
  document.clauses.some(clause => marginOf(clause, { front: document.front, reader, vocabulary: place.vocabulary }).bindsReader);

async function newIn(tx: Tx, { edition, document }: Published, of: { reader: WeekReader; place: Place; day: string }): Promise<WeekLine[]> {
  const { place, reader, day } = of;
  const href = `/${place.school.slug}/policies/${document.id}`;
  const title = document.front.title;
  const before = (await listEditions(tx, edition.policy)).filter(one => one.state === 'approved' && one.number < edition.number).sort((a, b) => b.number - a.number)[0];
  if (!before) return bindsAnything({ edition, document }, of) ? [{ kind: 'policy', day, title, number: '', href, means: [] }] : [];
  const marks = await listMarks(tx, edition.id);
  const old = (await findEditions(tx, [before.id]))[0];
  const changed = changesBetween(old ? readEdition(old, place.vocabulary).document : null, document);
  return changed.flatMap((change): WeekLine[] => {
    const clause = document.clauses.find(one => one.id === change.clause);
    const margin = clause && marginOf(clause, { front: document.front, reader, vocabulary: place.vocabulary });
    if (!margin?.bindsReader) return [];
    return [{ kind: marks.get(change.clause) === 'new-duty' ? 'duty' : 'change', day, title, number: change.number, href: `${href}#${change.clause}`, means: margin.lines.map(line => `${line.says} ${line.when}`.trim()) }];
  });
}

function measuresFor(published: Published, of: { reader: WeekReader; place: Place }): WeekLine[] {
  const { today, school } = of.place;
  const isNear = (day: string | undefined): day is string => day !== undefined && day > addDays(today, -DAYS) && day <= addDays(today, DAYS);
  const measures = measuresOf(published.document, today).filter(one => isNear(one.from) || isNear(one.until));
  if (measures.length === 0 || !bindsAnything(published, of)) return [];
  const line = (kind: 'begins' | 'ends', day: string): WeekLine => ({ kind, day, title: published.document.front.title, number: '', href: `/${school.slug}/policies/${published.document.id}`, means: [] });
  return measures.flatMap(one => [...(isNear(one.from) ? [line('begins', one.from)] : []), ...(isNear(one.until) ? [line('ends', one.until)] : [])]);
}
