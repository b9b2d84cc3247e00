/** What the forms of trips take. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { formOf, type Body } from '../../platform/web/index.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

export const tripForm = formOf(z.object({
  title: z.string('Give the trip a name').min(3, 'Give the trip a name').max(100, 'Use a shorter name'),
  place: z.string('Say where it goes').min(2, 'Say where it goes').max(150, 'Use fewer words'),
  from: day('Give its first day'), until: day('Give its last day'), eraseOn: day('Give the day on which its lists are erased'),
  leader: z.uuid('Choose who leads it'),
}).superRefine((form, context) => {
  if (form.until < form.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day is the first day or a later one' });
  if (form.eraseOn <= form.until) context.addIssue({ code: 'custom', path: ['eraseOn'], message: 'Choose a day after the trip' });
}));

export const goersForm = formOf(z.object({ group: z.string('Choose a class').max(80), people: several, whole: z.string().optional().transform(value => value === 'yes') }));

/** Facts that the rules asked for come as `fact.moment=break`. */
export const carrierForm = formOf(z.looseObject({
  person: z.uuid('Choose who carries it'),
  device: z.enum(['phone', 'camera'], 'Choose what it is'),
  owner: z.enum(['school', 'personal'], 'Choose whose it is'),
  purpose: z.string('Choose what it is for').min(1, 'Choose what it is for').max(60),
  picturesGoneBy: z.union([z.literal(''), day('Give the day by which the pictures are gone')]).optional().transform(value => value || null),
}).superRefine((form, context) => {
  if (form.device === 'camera' && form.picturesGoneBy === null) context.addIssue({ code: 'custom', path: ['picturesGoneBy'], message: 'Give the day by which the pictures are off the camera' });
}).transform(form => ({ person: form.person, device: form.device, owner: form.owner, purpose: form.purpose, picturesGoneBy: form.picturesGoneBy, facts: factsIn(form as Body) })));

export interface CarrierGiven {
  readonly person: string;
  readonly device: 'phone' | 'camera';
  readonly owner: 'school' | 'personal';
  readonly purpose: string;
  readonly picturesGoneBy: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

const factsIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith('fact.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value.slice(0, 60)]] : [])));

export const decisionForm = formOf(z.object({
  says: z.enum(['yes', 'no'], 'Say yes or no'),
  words: z.string().max(300, 'Use fewer words').default(''),
}));

export const buttonForm = formOf(z.object({}));
