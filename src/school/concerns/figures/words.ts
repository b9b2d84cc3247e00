/** The words of figures: a term's concerns as numbers that give nobody away. A release is made once and never changes. */
import type { KindGroup } from '../kinds.ts';
import type { SanctionKind } from '../sanctions/words.ts';

/** How long it took until somebody answered. */
export const BANDS = ['day', 'week', 'month', 'longer', 'not-yet'] as const;
export type Band = (typeof BANDS)[number];

export const GROUPS: readonly KindGroup[] = ['safeguarding', 'data', 'technology', 'conduct', 'records'];
export const OUTCOMES: readonly SanctionKind[] = ['warning', 'behaviour', 'confiscation', 'looked-into', 'switch-off', 'withdrawal', 'disciplinary', 'legal'];

/** Who reads the figures. What is about one of them is in no figure. */
export const READER_KINDS = ['governor', 'trustee'] as const;
export const READER_OFFICES = ['head', 'chair-of-governors', 'board-of-trustees', 'dsl'] as const;

/** A number as it is shown: `few` is anything from none to one less than the threshold, `hidden` is any number. */
export type Cell = number | 'few' | 'hidden';

/** Days that are counted together: a term with the holiday before it. */
export interface Period {
  readonly term: string;
  readonly from: string;
  readonly to: string;
}

/** What is counted, before anything is hidden. */
export interface Counts {
  readonly told: readonly { readonly group: KindGroup; readonly bands: Readonly<Record<Band, number>> }[];
  readonly closed: number;
  readonly outcomes: readonly { readonly kind: SanctionKind; readonly n: number }[];
}

/** What is shown. */
export interface Figures {
  readonly hiddenBelow: number;
  readonly told: readonly { readonly group: KindGroup; readonly n: Cell; readonly answered: Band | null }[];
  readonly everything: { readonly n: Cell; readonly answered: Band | null };
  readonly closed: Cell;
  readonly open: Cell;
  readonly outcomes: readonly { readonly kind: SanctionKind; readonly n: Cell }[];
  readonly outcomesTogether: Cell;
}

export interface Release extends Period {
  readonly releasedOn: string;
  readonly figures: Figures;
}
