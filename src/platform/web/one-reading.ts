import { remember } from '../database/index.ts';
import type { Asked } from './words.ts';

/**
 * `work` with an `asked` whose readings all share one transaction: one picture of the school, and one connection however
 * much a page gathers. Inside, ask one thing after the other and change nothing.
 */
export const inOneReading = <T, Form>(asked: Asked<Form>, work: (asked: Asked<Form>) => Promise<T>): Promise<T> =>
  asked.read(tx => work({ ...asked, read: ask => ask(tx), remembered: ({ key, work: look }) => remember(tx, key, () => look(tx)) }));
