/** Addresses of policies for those who read them. The writers' are in `writing.ts`, the approvers' in `approving.ts`. */
import { EVERYONE, get, NOT_FOUND, page, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { compareView, editionView, historyView, sourceOf } from '../history.ts';
import { ComparePage, HistoryPage } from '../pages/history.tsx';
import { isUnopened, openIssue } from '../issues/index.ts';
import { policyPdf } from '../pdf/index.ts';
import { KidPage } from '../pages/kid.tsx';
import { ListPage } from '../pages/list.tsx';
import { ReaderPage, type ReaderView } from '../pages/reader.tsx';
import { baseOf, listView, readerView } from '../views.ts';

/** Signed out, every policy that is not public leads to sign-in, and so does every name that is no policy: hidden and absent look alike. */
export const hiddenFrom = ({ reader, school, url }: Asked<Body>): Reply =>
  reader.person === null ? { kind: 'redirect', to: `/${school.slug}/sign-in?next=${encodeURIComponent(url)}` } : NOT_FOUND;

export const trailOf = (asked: Asked<Body>): readonly (readonly [string, string])[] => [['Rules of this school', baseOf(asked)]];

/** The page of a document: for the youngest with pictures, for everybody else with margins. */
export const readingPage = (asked: Asked<Body>, view: ReaderView): Reply =>
  view.document.front.readers === 'early-years'
    ? page(view.document.front.title, KidPage(view), { look: 'kid', trail: trailOf(asked) })
    : page(view.document.front.title, ReaderPage(view), { look: 'wide', trail: trailOf(asked) });

/** The first time somebody opens an edition that they were given. */
async function noteOpened(asked: Asked<Body>, editionId: string): Promise<void> {
  const { person } = asked.reader;
  if (person === null) return;
  const first = await asked.remembered({ key: `unopened ${person} ${editionId}`, work: tx => isUnopened(tx, { person, editionId }) });
  if (first) await asked.change(tx => openIssue(tx, { school: asked.school.id, person, editionId, at: asked.now }));
}

export const readingRoutes = ({ vocabulary }: Shared): Route[] => [
  get('/:school/policies', { who: EVERYONE, page: async asked => page('Rules of this school', ListPage(await listView(asked, vocabulary, asked.reader.person === null)), { look: 'wide' }) }),
  get('/:school/rules', { who: EVERYONE, page: async asked => page('Rules of this school', ListPage(await listView(asked, vocabulary, true)), { look: 'wide' }) }),
  get('/:school/policies/:policy', { who: EVERYONE, page: async asked => {
    const view = await readerView(asked, vocabulary, asked.params['policy'] ?? '');
    if (view) await noteOpened(asked, view.edition.id);
    return view ? readingPage(asked, view) : hiddenFrom(asked);
  } }),
  get('/:school/policies/:policy/pdf', { who: EVERYONE, perMinute: 30, page: async asked => pdfOf(asked, await readerView(asked, vocabulary, asked.params['policy'] ?? '')) }),
  get('/:school/policies/:policy/source', { who: EVERYONE, page: async asked => {
    const edition = await sourceOf(asked, vocabulary);
    return edition ? { kind: 'file', type: 'text/markdown; charset=utf-8', name: `${edition.policy}.md`, body: edition.markdown } : hiddenFrom(asked);
  } }),
  get('/:school/policies/:policy/editions', { who: EVERYONE, page: async asked => {
    const view = await historyView(asked, vocabulary);
    return view ? page(`Editions of ${view.title}`, HistoryPage(view), { look: 'wide', trail: underPolicy(asked, view.title) }) : hiddenFrom(asked);
  } }),
  get('/:school/policies/:policy/editions/:number', { who: EVERYONE, page: async asked => {
    const view = await editionView(asked, vocabulary);
    return view ? readingPage(asked, view) : hiddenFrom(asked);
  } }),
  get('/:school/policies/:policy/editions/:number/pdf', { who: EVERYONE, perMinute: 30, page: async asked => pdfOf(asked, await editionView(asked, vocabulary)) }),
  get('/:school/policies/:policy/compare/:from/:to', { who: EVERYONE, page: async asked => {
    const view = await compareView(asked, vocabulary);
    return view ? page(`What changed in ${view.to.document.front.title}`, ComparePage(view), { look: 'wide', trail: underPolicy(asked, view.to.document.front.title) }) : hiddenFrom(asked);
  } }),
];

const underPolicy = (asked: Asked<Body>, title: string): readonly (readonly [string, string])[] => [...trailOf(asked), [title, `${baseOf(asked)}/${asked.params['policy']}`]];

async function pdfOf(asked: Asked<Body>, view: ReaderView | null): Promise<Reply> {
  if (!view) return hiddenFrom(asked);
  const { document, edition, vocabulary } = view;
  const body = await policyPdf({ school: asked.school.name, edition, document, vocabulary });
  return { kind: 'file', type: 'application/pdf', name: `${document.id}-edition-${edition.number}.pdf`, body };
}
