/** The clauses that openings keep. */
import type { Operates } from '../../feature.ts';

const KEPT: readonly (readonly [clause: string, test: string])[] = [
  ['prep-school/middle-senior-code#ask-for-games', 'a class may play a game until the bell, and not a minute longer'],
  ['prep-school/mobile-devices#headphones', 'headphones and devices are open in a lesson for the pupils named, and for nobody else'],
  ['prep-school/mobile-devices#device-in-lessons', 'headphones and devices are open in a lesson for the pupils named, and for nobody else'],
  ['prep-school/middle-senior-code#ask-to-print', 'a class may print until the lesson ends, the oldest and the youngest'],
  ['prep-school/early-years-ks1-code#ask-to-print', 'a class may print until the lesson ends, the oldest and the youngest'],
  ['prep-school/mobile-devices#music-out-loud', 'music out loud is opened by the deputy head alone'],
];

export const operates: readonly Operates[] = [
  ...KEPT.map(([clause, test]) => ({ clause, by: 'openForLesson', test })),
  { clause: 'prep-school/staff-code#offensive-for-teaching', by: 'lessonRequests', test: 'a site that the head decides about becomes a request, and no teacher opens it' },
];
