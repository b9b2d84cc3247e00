import type { Counts, Edition } from '../words.ts';

/** "24 of 30 have signed"; of a later edition, which one. */
export const signedWords = ({ signed, bound }: Counts, { number }: Edition): string => `${signed} of ${bound} have signed${number > 1 ? ` edition ${number}` : ''}`;
