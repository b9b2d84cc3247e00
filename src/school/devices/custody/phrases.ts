/** Kinds of device and places as people say them. Pure. */
import type { Vocabulary } from '../../../rulebook/index.ts';

/** "a phone". */
export const thingWords = (kind: string, vocabulary: Vocabulary): string => vocabulary.facts.get('device-kind')?.values.get(kind)?.plain ?? kind;

/** "in a classroom". */
export const whereWords = (place: string, vocabulary: Vocabulary): string => vocabulary.facts.get('place')?.values.get(place)?.plain ?? place;
