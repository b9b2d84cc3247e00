/** What the forms of posters take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';
import { AUDIENCES, MOST_CLAUSES } from './words.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

export const posterForm = formOf(z.object({
  policy: z.string('Choose a policy').min(1, 'Choose a policy').max(80),
  audience: z.enum(AUDIENCES, 'Choose for whom it is'),
  title: z.string('Give it a title').min(3, 'Give it a title').max(80, 'Use a shorter title'),
  clauses: several.refine(ids => ids.length > 0, 'Choose at least one rule').refine(ids => ids.length <= MOST_CLAUSES, `Choose ${MOST_CLAUSES} rules at most, or nobody will read it`),
}));

export const placeForm = formOf(z.object({ place: z.string('Say where it hangs').min(2, 'Say where it hangs').max(120, 'Use fewer words') }));
