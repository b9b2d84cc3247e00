/** Addresses of policies for those who read them. The writers' are in `writing/routes.ts`. */
import { EVERYONE, get, NOT_FOUND, page, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import type { Shared } from '../feature.ts';
import { KidPage } from './pages/kid.tsx';
import { ListPage } from './pages/list.tsx';
import { ReaderPage, type ReaderView } from './pages/reader.tsx';
import { baseOf, listView, readerView } from './views.ts';

/** Signed out, every policy that is not public leads to sign-in, and so does every name that is no policy: hidden and absent look alike. */
export const hiddenFrom = ({ reader, school, url }: Asked<Body>): Reply =>
  reader.person === null ? { kind: 'redirect', to: `/${school.slug}/sign-in?next=${encodeURIComponent(url)}` } : NOT_FOUND;

export const trailOf = (asked: Asked<Body>): readonly (readonly [string, string])[] => [['Rules of this school', baseOf(asked)]];

/** The page of a document: for the youngest with pictures, for everybody else with margins. */
export const readingPage = (asked: Asked<Body>, view: ReaderView): Reply =>
  view.document.front.readers === 'early-years'
    ? page(view.document.front.title, KidPage(view), { look: 'kid', trail: trailOf(asked) })
    : page(view.document.front.title, ReaderPage(view), { look: 'wide', trail: trailOf(asked) });

export const readingRoutes = ({ vocabulary }: Shared): Route[] => [
  get('/:school/policies', { who: EVERYONE, page: async asked => page('Rules of this school', ListPage(await listView(asked, vocabulary, asked.reader.person === null)), { look: 'wide' }) }),
  get('/:school/rules', { who: EVERYONE, page: async asked => page('Rules of this school', ListPage(await listView(asked, vocabulary, true)), { look: 'wide' }) }),
  get('/:school/policies/:policy', { who: EVERYONE, page: async asked => {
    const view = await readerView(asked, vocabulary, asked.params['policy'] ?? '');
    return view ? readingPage(asked, view) : hiddenFrom(asked);
  } }),
];
