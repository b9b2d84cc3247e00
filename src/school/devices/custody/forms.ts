/** What the forms of custody take. */
import * as z from 'zod';
import { formOf, type Body } from '../../../platform/web/index.ts';
import type { CustodySettings } from './words.ts';

const text = (most: number) => z.string().max(most, 'Use fewer words').default('');
const optionalId = z.union([z.literal(''), z.uuid()]).optional().transform(value => value || null);
const tick = z.string().optional().transform(value => value === 'yes');

export interface TakeGiven {
  readonly whose: string;
  readonly pupil: string | null;
  readonly kind: string;
  readonly place: string;
  readonly why: string;
  readonly marks: string;
  readonly condition: string;
  readonly off: 'yes' | 'no' | '';
  readonly keptIn: string | null;
  readonly despite: string;
  readonly another: boolean;
  readonly awaited: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

const factsIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith('fact.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value.slice(0, 60)]] : [])));

/** Facts that the rules asked for come as `fact.phase=senior`. */
export const takeForm = formOf(z.looseObject({
  whose: z.string().max(100, 'Use fewer words').default(''),
  pupil: optionalId,
  kind: z.string('Choose what it is').min(1, 'Choose what it is').max(60),
  place: z.string('Choose where it was').min(1, 'Choose where it was').max(60),
  why: z.string('Say why it is taken').min(3, 'Say why it is taken').max(300, 'Use fewer words'),
  marks: text(200), condition: text(200), despite: text(300),
  off: z.enum(['yes', 'no', '']).default(''),
  keptIn: optionalId, awaited: optionalId, another: tick,
}).superRefine((form, context) => {
  if (form.whose === '' && form.pupil === null && form.awaited === null) context.addIssue({ code: 'custom', path: ['whose'], message: 'Write whose it is' });
}).transform(({ whose, pupil, kind, place, why, marks, condition, despite, off, keptIn, awaited, another, ...rest }): TakeGiven => ({ whose, pupil, kind, place, why, marks, condition, despite, off, keptIn, awaited, another, facts: factsIn(rest as Body) })));

export const overForm = formOf(z.object({ to: z.uuid('Choose who looks after it now'), keptIn: optionalId, text: text(200) }));

export const backForm = formOf(z.object({
  to: z.enum(['pupil', 'parent'], 'Choose who took it back'),
  name: z.string('Write the name of whoever took it').min(3, 'Write the name of whoever took it').max(100, 'Use fewer words'),
  text: text(200),
}));

export const onForm = formOf(z.object({
  to: z.enum(['police', 'dsl'], 'Choose to whom it goes'),
  name: z.string('Write the name of whoever took it').min(3, 'Write the name of whoever took it').max(100, 'Use fewer words'),
  text: text(100),
}));

export const buttonForm = formOf(z.object({}));
export const homeForm = formOf(z.object({ keptIn: optionalId }));
export const strikeForm = formOf(z.object({ text: z.string('Say what is wrong with it').min(3, 'Say what is wrong with it').max(200, 'Use fewer words') }));

const number = (sentence: string, most: number) => z.string(sentence).regex(/^\d{1,4}$/, sentence).transform(Number).refine(value => value >= 1 && value <= most, sentence);

export const settingsForm = formOf(z.object({
  back: z.enum(['same-day', 'week', 'school-days'], 'Choose when it goes back'),
  schoolDays: number('Give school days, from 1 to 20', 20),
  to: z.enum(['pupil', 'parent'], 'Choose who gets it back'),
  strikeMinutes: number('Give minutes, from 1 to 60', 60),
  keepMonths: number('Give months, from 1 to 84', 84),
}).transform((form): CustodySettings => form));

export const placeForm = formOf(z.object({ name: z.string('Name the place').min(2, 'Name the place').max(80, 'Use fewer words') }));
export const closeForm = formOf(z.object({ closed: z.enum(['yes', 'no']) }));
