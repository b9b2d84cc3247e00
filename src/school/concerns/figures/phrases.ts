/** What stands in the cells of figures, on the page and in the file. */
import type { Band, Cell } from './words.ts';

const ANSWERED: Readonly<Record<Band, string>> = { day: 'Within a day', week: 'Within a week', month: 'Within a month', longer: 'After more than a month', 'not-yet': 'Most had no answer yet' };

/** Where the concerns of a term stood. */
export const STOOD = { closed: 'Closed', open: 'Still open' } as const;

export function cellWords(cell: Cell, below: number): string {
  if (cell === 'few') return `Fewer than ${below}`;
  return cell === 'hidden' ? 'Not shown' : String(cell);
}

export const answeredWords = (band: Band | null): string => (band === null ? 'Not shown' : ANSWERED[band]);
