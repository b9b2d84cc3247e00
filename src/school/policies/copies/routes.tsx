/** The addresses of copies on request: anybody who may read a policy may ask; the office gives. */
import { isId } from '../../../platform/ids.ts';
import { csv, EVERYONE, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { namesOf } from '../../people/index.ts';
import type { By } from '../deeds.ts';
import { publishedPolicies } from '../reads.ts';
import { askForCopy, closeAddress, copyDone, openAddress } from './deeds.ts';
import { copyForm, doneForm } from './forms.ts';
import { AskPage, CopiesPage, wayWords, type CopiesView } from './pages.tsx';
import { countRequests, findRequest, listRequests } from './reads.ts';
import type { CopyRequest, Way } from './words.ts';

export const GIVERS = offices('office', 'head', 'deputy-head', 'deputy-head-academic');
const PAGE = 50;
const MOST_IN_A_FILE = 2000;

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/copies`;
const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });

/** Signed out, what is hidden and what is absent lead to sign-in alike. */
const hidden = ({ reader, school, url }: Asked<unknown>, method: 'GET' | 'POST'): Reply =>
  (reader.person === null && method === 'GET' ? { kind: 'redirect', to: `/${school.slug}/sign-in?next=${encodeURIComponent(url)}` } : NOT_FOUND);

export const copyRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/copy', { who: EVERYONE, page: asked => showAsk(asked, shared, {}, {}) }),
  post('/:school/policies/:policy/copy', { who: EVERYONE, form: copyForm, perMinute: 6, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showAsk(asked, shared, raw, errors, 'POST') }),
  get('/:school/copies', { who: GIVERS, page: asked => showList(asked, shared) }),
  get('/:school/copies.csv', { who: GIVERS, page: asked => listCsv(asked, shared) }),
  post('/:school/copies/:request/done', { who: GIVERS, form: doneForm, deed: asked => done(asked, shared), again: async () => NOT_FOUND }),
];

const titleOf = async (asked: Asked<unknown>, { vocabulary }: Shared): Promise<string | null> => {
  const published = await asked.read(tx => publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today, publicOnly: asked.reader.person === null }));
  return published.find(one => one.document.id === asked.params['policy'])?.document.front.title ?? null;
};

async function showAsk(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Readonly<Record<string, string>>, method: 'GET' | 'POST' = 'GET'): Promise<Reply> {
  const title = await titleOf(asked, shared);
  if (title === null) return hidden(asked, method);
  const here = `/${asked.school.slug}/policies/${asked.params['policy'] ?? ''}`;
  return page('Ask for a copy', <AskPage here={here} title={title} signedIn={asked.reader.person !== null} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Rules of this school', `/${asked.school.slug}/policies`], [title, here]] });
}

async function ask(asked: Asked<{ how: Way; language: string; name: string; address: string }>, shared: Shared): Promise<Reply> {
  const title = await titleOf(asked, shared);
  if (title === null) return hidden(asked, 'POST');
  const { form } = asked;
  const signedIn = asked.reader.person !== null;
  if (!signedIn && (form.name === '' || form.address.length < 5)) {
    const errors = { ...(form.name === '' ? { name: 'Give your name' } : {}), ...(form.address.length < 5 ? { address: 'Say where the copy should go' } : {}) };
    return showAsk(asked, shared, { how: form.how, language: form.language, name: form.name, address: form.address }, errors, 'POST');
  }
  const closed = signedIn ? null : await closeAddress(shared.sealFolder, { name: form.name, address: form.address });
  await asked.change(tx => askForCopy(tx, byOf(asked, shared), { policy: asked.params['policy']!, how: form.how, language: form.how === 'language' ? form.language : '', closed }));
  return goTo(`/${asked.school.slug}/policies/${asked.params['policy']}`, 'The school office has your request.');
}

async function rowsOf(asked: Asked<unknown>, shared: Shared, of: { open: boolean; limit: number; offset: number }): Promise<CopiesView['rows']> {
  const { requests, names, titles } = await asked.read(async tx => {
    const found: CopyRequest[] = await listRequests(tx, of);
    const published = await publishedPolicies(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today });
    return { requests: found, names: await namesOf(tx, [...new Set(found.flatMap(one => [one.person, one.doneBy].filter(id => id !== null)))]), titles: new Map(published.map(one => [one.document.id, one.document.front.title])) };
  });
  return Promise.all(requests.map(async one => {
    const to = await openAddress(shared.sealFolder, one);
    return { ...one, title: titles.get(one.policy) ?? one.policy, to: to ? `${to.name}, ${to.address}` : one.person === null ? '' : names.get(one.person) ?? '', doneName: one.doneBy === null ? '' : names.get(one.doneBy) ?? '' };
  }));
}

async function showList(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const open = asked.query['done'] !== 'yes';
  const total = await asked.read(tx => countRequests(tx, open));
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const at = Math.min(pages, Math.max(1, Math.floor(Number(asked.query['page'])) || 1));
  const rows = await rowsOf(asked, shared, { open, limit: PAGE, offset: (at - 1) * PAGE });
  return page('Copies of policies', <CopiesPage base={baseOf(asked)} open={open} rows={rows} total={total} page={at} pages={pages} />, { look: 'wide' });
}

async function listCsv(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const rows = await rowsOf(asked, shared, { open: asked.query['done'] !== 'yes', limit: MOST_IN_A_FILE, offset: 0 });
  return csv(`copies-${asked.today}.csv`, [['Policy', 'What', 'Asked at', 'For', 'Done on', 'By', 'Outcome'], ...rows.map(one => [one.title, wayWords(one), one.askedAt.toISOString(), one.to, one.doneOn, one.doneName, one.outcome])]);
}

async function done(asked: Asked<{ outcome: 'given' | 'not-given' }>, shared: Shared): Promise<Reply> {
  const id = asked.params['request'] ?? '';
  const request = isId(id) ? await asked.read(tx => findRequest(tx, id)) : null;
  if (!request) return NOT_FOUND;
  await asked.change(tx => copyDone(tx, byOf(asked, shared), request, asked.form.outcome));
  return goTo(baseOf(asked), asked.form.outcome === 'given' ? 'Noted that the copy is out.' : 'Noted that it could not be given.');
}
