/** Rows of the figures for governors. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const readers: Person[] = ['head', 'chair', 'dsl', 'governor'];

export const FIGURES: readonly Row[] = [
  { route: 'GET /:school/concern-figures', at: '/prep-school/concern-figures', who: readers, meets: 200 },
  { route: 'GET /:school/concern-figures.csv', at: '/prep-school/concern-figures.csv', who: readers, meets: 200 },
];
