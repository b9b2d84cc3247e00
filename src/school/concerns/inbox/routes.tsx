/** The addresses of the list of concerns. It is there for everybody who is signed in: an empty list tells nobody anything. */
import { page, SIGNED_IN, type Asked, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type ListAsk, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { ALL_KINDS, groupOf, kindWords } from '../kinds.ts';
import { shutAmong } from '../keys/reads.ts';
import { isShownLate } from '../late/index.ts';
import { SAFEGUARDING_OFFICE } from '../routing.ts';
import type { ConcernState } from '../words.ts';
import { inboxColumns, inboxFields, InboxPage } from './pages.tsx';
import { aboutChildren, pupilsOn, readable, type InboxAsk, type InboxRow, type Mine } from './reads.ts';

/** The reader as the list looks for them. */
export const mineOf = async ({ reader, school, now }: Asked<unknown>, shared: Shared): Promise<Mine> => ({ person: reader.person!, key: (await lockFor(shared, school)).keyOf(reader.person!), offices: reader.offices, now });

export const inboxRoutes = (shared: Shared): Route[] => registerRoutes(inbox(shared));

function asked(mine: Mine, { chosen, search, limit, offset }: ListAsk, { vocabulary }: Shared): InboxAsk {
  const state = chosen['state'] === '' ? 'open' : chosen['state'] === 'all' ? null : chosen['state'] as ConcernState;
  const kinds = chosen['group'] === '' ? null : ALL_KINDS.filter(kind => groupOf(kind) === chosen['group']);
  const words = search.toLowerCase();
  return { ...mine, state, kinds, search, found: search === '' ? [] : ALL_KINDS.filter(kind => kindWords(kind, vocabulary).toLowerCase().includes(words)), limit, offset };
}

async function elsewhereOf(of: Asked<unknown>, shared: Shared, mine: Mine) {
  const { keyOf } = await lockFor(shared, of.school);
  const pupils = await of.remembered({ key: `pupils ${of.today}`, work: tx => pupilsOn(tx, { vocabulary: shared.vocabulary, today: of.today }) });
  return of.read(tx => aboutChildren(tx, mine, { pupils, keyOf }));
}

const inbox = (shared: Shared): Register<InboxRow> => ({
  path: '/concerns', who: SIGNED_IN, file: 'concerns',
  fields: inboxFields,
  find: async (of, ask) => { const mine = await mineOf(of, shared); return of.read(tx => readable(tx, asked(mine, ask, shared))); },
  columns: of => inboxColumns(`/${of.school.slug}/concerns`, shared.vocabulary),
  page: async (of, list) => {
    const mine = await mineOf(of, shared);
    const lock = await lockFor(shared, of.school);
    const elsewhere = of.reader.offices.includes(SAFEGUARDING_OFFICE) ? await elsewhereOf(of, shared, mine) : null;
    const { late, shut } = await of.read(async tx => ({ late: await isShownLate(tx, of), shut: list.rows.length === 0 ? [] : (await shutAmong(tx, lock, list.rows.map(row => row.id))).shut }));
    return page('Concerns', <InboxPage list={list} slug={of.school.slug} vocabulary={shared.vocabulary} elsewhere={elsewhere} late={late} shut={shut} />, { look: 'wide', headers: { 'cache-control': 'no-store' } });
  },
});
