/** The addresses of "who was given it". Names are searched by a form that is posted, so that none stands in an address. */
import * as z from 'zod';
import { csv, formOf, get, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { listClasses } from '../../people/index.ts';
import { rulesInForce } from '../reads.ts';
import type { Edition } from '../words.ts';
import { IssuesPage } from './pages.tsx';
import { issuesView, type Which } from './reads.ts';

export const ISSUE_READERS = ['head', 'deputy-head', 'deputy-head-academic', 'office', 'dsl', 'ict-lead'] as const;
const READERS = offices(...ISSUE_READERS);
const PAGE = 50;
const MOST_IN_A_FILE = 100_000;
const searchForm = formOf(z.object({ search: z.string().max(100).default(''), which: z.enum(['all', 'opened', 'not-opened']).default('not-opened') }));

export const issueRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/given', { who: READERS, page: asked => show(asked, shared, '', whichOf(asked.query['which'])) }),
  post('/:school/policies/:policy/given', { who: READERS, form: searchForm, deed: asked => show(asked, shared, asked.form.search, asked.form.which), again: async () => NOT_FOUND }),
  get('/:school/policies/:policy/given.csv', { who: READERS, page: asked => file(asked, shared) }),
];

const whichOf = (text: string | undefined): Which => (text === 'opened' || text === 'all' ? text : 'not-opened');

async function editionOf(asked: Asked<unknown>, { vocabulary }: Shared): Promise<Edition | null> {
  const { editions } = await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today }));
  return editions.get(asked.params['policy'] ?? '') ?? null;
}

async function show(asked: Asked<unknown>, shared: Shared, search: string, which: Which): Promise<Reply> {
  const edition = await editionOf(asked, shared);
  if (!edition) return NOT_FOUND;
  const room = (asked.query['class'] ?? '').slice(0, 80);
  const { view, classes } = await asked.read(async tx => ({
    view: await issuesView(tx, { today: asked.today, editionId: edition.id, which, search, class: room, limit: PAGE, page: Math.floor(Number(asked.query['page'])) || 1 }),
    classes: await listClasses(tx, asked.today),
  }));
  const here = `/${asked.school.slug}/policies/${edition.policy}/given`;
  const query = new URLSearchParams({ which, ...(room ? { class: room } : {}) }).toString();
  return page(`Who was given ${edition.title}`, <IssuesPage {...view} here={here} title={edition.title} edition={edition.number} which={which} class={room} classes={classes} search={search} query={query} />, {
    look: 'wide', trail: [['Rules of this school', `/${asked.school.slug}/policies`], [edition.title, `/${asked.school.slug}/policies/${edition.policy}`]],
  });
}

async function file(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const edition = await editionOf(asked, shared);
  if (!edition) return NOT_FOUND;
  const { rows } = await asked.read(tx => issuesView(tx, { today: asked.today, editionId: edition.id, which: whichOf(asked.query['which']), search: '', class: (asked.query['class'] ?? '').slice(0, 80), limit: MOST_IN_A_FILE, page: 1 }));
  return csv(`given-${edition.policy}-${asked.today}.csv`, [['Name', 'Class', 'Edition', 'Given on', 'Opened on'], ...rows.map(one => [one.name, one.class, one.edition, one.issuedOn, one.openedOn])]);
}
