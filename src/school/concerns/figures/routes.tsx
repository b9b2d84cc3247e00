/** The addresses of the figures. What is shown hangs on nobody: each reader gets the same. */
import { csv, either, get, kinds, offices, page, type Asked, type Body, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { doingOf } from '../asking.ts';
import { GROUP } from '../inbox/pages.tsx';
import { KIND } from '../sanctions/phrases.ts';
import { releaseDue } from './deeds.ts';
import { FiguresPage } from './pages.tsx';
import { answeredWords, cellWords, STOOD } from './phrases.ts';
import { released, type Released } from './reads.ts';
import { READER_KINDS, READER_OFFICES, type Release } from './words.ts';

const READERS: Who = either(kinds(...READER_KINDS), offices(...READER_OFFICES));

export const figureNav: readonly NavEntry[] = [
  { text: 'Concerns in figures', path: '/concern-figures', who: READERS, order: 88, under: 'school', says: 'How many concerns there were in a term, how soon they were answered, and what followed. No names.' },
];

export const figureRoutes = (shared: Shared): Route[] => [
  get('/:school/concern-figures', { who: READERS, page: asked => show(asked, shared) }),
  get('/:school/concern-figures.csv', { who: READERS, page: asked => send(asked, shared) }),
];

async function found(asked: Asked<Body>, shared: Shared): Promise<Released> {
  const doing = await doingOf(asked, shared);
  return asked.change(async tx => {
    await releaseDue(tx, doing);
    return released(tx, asked.today);
  });
}

async function show(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const { releases, next } = await found(asked, shared);
  const shown = releases.find(release => release.from === asked.query['term']) ?? releases[0] ?? null;
  return page('Concerns in figures', <FiguresPage here={`/${asked.school.slug}/concern-figures`} releases={releases} shown={shown} next={next} />, { headers: { 'cache-control': 'no-store' } });
}

async function send(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const { releases } = await found(asked, shared);
  return csv('concerns-in-figures.csv', [['Term', 'First day', 'Last day', 'Part', 'What', 'How many', 'Half of them had an answer'], ...releases.flatMap(linesOf)]);
}

function linesOf({ term, from, to, figures }: Release): string[][] {
  const line = (part: string, what: string, n: Parameters<typeof cellWords>[0], answered = '') => [term, from, to, part, what, cellWords(n, figures.hiddenBelow), answered];
  return [
    ...figures.told.map(({ group, n, answered }) => line('What was told', GROUP[group], n, answeredWords(answered))),
    line('What was told', 'Everything together', figures.everything.n, answeredWords(figures.everything.answered)),
    line('Where they stood', STOOD.closed, figures.closed), line('Where they stood', STOOD.open, figures.open),
    ...figures.outcomes.map(({ kind, n }) => line('What followed', KIND[kind], n)), line('What followed', 'Everything together', figures.outcomesTogether),
  ];
}
