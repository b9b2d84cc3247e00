/** What images keep of the rules, each with the test that shows it. */
import type { Operates } from '../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'prep-school/mobile-devices#agree-to-recording', by: 'askPeople', test: 'until each person listed has said yes nobody is recorded, and one no leaves that person out' },
  { clause: 'prep-school/mobile-devices#say-yes-clearly', by: 'personState', test: 'to say nothing is not to agree: whoever has not answered keeps a recording from being made' },
  { clause: 'prep-school/e-safety#picture-worry', by: 'holdPictures', test: 'a worry about a picture suspends every picture of that child at once, and shows nothing of what was told' },
];
