/** What the office's list is drawn from. */
import type { Tx } from '../../../../platform/database/index.ts';
import { csv, type Reply } from '../../../../platform/web/index.ts';
import { policiesToSign, type Place } from '../../reads.ts';
import { countHanded, listHanded } from '../reads.ts';
import type { OfficeProps } from './pages.tsx';

const PAGE = 50;
const MOST_LINES = 20_000;

const titlesOf = async (tx: Tx, place: Place): Promise<Record<string, string>> =>
  Object.fromEntries([...await policiesToSign(tx, place.vocabulary)].map(([id, policy]) => [id, policy.title]));

export async function officeView(tx: Tx, of: { place: Place; page: number }): Promise<OfficeProps> {
  const pages = Math.max(1, Math.ceil(await countHanded(tx) / PAGE));
  const page = Math.min(of.page, pages);
  return { slug: of.place.school.slug, rows: await listHanded(tx, { limit: PAGE, offset: (page - 1) * PAGE }), titles: await titlesOf(tx, of.place), page, pages };
}

export async function officeCsv(tx: Tx, place: Place): Promise<Reply> {
  const titles = await titlesOf(tx, place);
  const rows = await listHanded(tx, { limit: MOST_LINES, offset: 0 });
  const kind = (id: string) => place.vocabulary.kinds.get(id)?.title ?? id;
  return csv(`for-the-office-${place.today}.csv`, [['Name', 'Who', 'Class', 'Policy', 'Sign by', 'Reminders', 'Why', 'With the office since'],
    ...rows.map(row => [row.name, kind(row.kind), row.class, titles[row.policy] ?? row.policy, row.due, row.number, row.why === 'unreached' ? 'mail comes back' : 'all reminders given', row.handedOn])]);
}
