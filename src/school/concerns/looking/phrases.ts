/** What systems, purposes and states of a look are called. */
import type { LookState, Purpose, System } from './words.ts';

export const SYSTEM: Readonly<Record<System, string>> = {
  countersign: 'What they did in Countersign', 'web-filter': 'The web filter', mail: 'School e-mail', network: 'The school network and its computers', cctv: 'Cameras', 'learning-platform': 'The learning platform',
};
export const PURPOSE: Readonly<Record<Purpose, string>> = { 'find-out-who': 'To find out who it was', disciplinary: 'For a disciplinary matter', safety: 'To keep somebody safe' };
export const STATE: Readonly<Record<LookState, string>> = { asked: 'Waits for a yes', agreed: 'May be read', done: 'Done', refused: 'Refused', withdrawn: 'Taken back' };
export const TONE = { asked: 'ask', agreed: 'yes', done: 'plain', refused: 'no', withdrawn: 'plain' } as const;
