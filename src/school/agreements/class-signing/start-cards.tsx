/** What a teacher's start page shows of their classes. */
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { inStepRemembered, placeOf } from '../in-step.ts';
import { keepsRegister } from '../views.ts';
import { LineCard } from './pages.tsx';
import { linesFor } from './reads.ts';

const MOST_CARDS = 3;

/** On a teacher's start page: their classes whose children have still to promise. */
export const classCards = ({ vocabulary }: { readonly vocabulary: Vocabulary }) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null || !reader.kinds.includes('staff') || keepsRegister(reader)) return [];
  const lines = await inStepRemembered(asked, vocabulary, { key: `class cards ${reader.person}`, work: tx => linesFor(tx, { reader, place: placeOf(asked, vocabulary) }) });
  return lines.filter(line => line.promised < line.bound).slice(0, MOST_CARDS).map(line => ({ order: 12, card: <LineCard slug={school.slug} line={line} /> }));
};
