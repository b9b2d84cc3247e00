/** Whether the files of a case are held for the police. Pure. */
import type { Entry } from '../words.ts';

/** Told as something that may be against the law. */
const UNLAWFUL = 'report-unlawful-material';

/** Held once it was told as unlawful, or once anybody found that it may be against the law: nobody takes that back alone. */
export const areHeld = (kind: string, entries: readonly Pick<Entry, 'sort' | 'words'>[]): boolean =>
  kind === UNLAWFUL || entries.some(entry => entry.sort === 'triage' && entry.words['illegal'] === 'yes');
