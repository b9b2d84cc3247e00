/** What the forms of pictures on hold take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { PLACE_STATES } from './words.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

export const placeForm = formOf(z.object({
  place: z.string('Choose the place').min(1, 'Choose the place').max(100),
  state: z.enum(PLACE_STATES, 'Say what was done'),
  whom: z.string().max(150, 'Use fewer words').default(''),
  askedOn: z.union([z.literal(''), z.string().refine(isDay, 'Give the day')]).optional().transform(value => value || null),
}).superRefine((form, context) => {
  if (form.state === 'asked' && form.whom === '') context.addIssue({ code: 'custom', path: ['whom'], message: 'Say whom you asked' });
  if (form.state === 'asked' && form.askedOn === null) context.addIssue({ code: 'custom', path: ['askedOn'], message: 'Give the day on which you asked' });
}));

export const liftForm = formOf(z.object({
  outcome: z.enum(['again', 'never'], 'Choose what holds from now on'),
  reason: z.string('Say why').min(3, 'Say why').max(2000, 'Use fewer words'),
}));

const MOST_PLACES = 40;

export const settingForm = formOf(z.object({
  since: z.string('Give the day from which it holds').refine(isDay, 'Give the day from which it holds'),
  places: z.string('Name at least one place').max(4000, 'Use fewer words').transform(text => [...new Set(text.split(/\r?\n/).map(line => line.trim().slice(0, 100)).filter(line => line !== ''))]),
  days: z.string().default('').refine(text => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 365), 'Give a number from 0 to 365, or leave it empty').transform(text => (text === '' ? null : Number(text))),
}).superRefine((form, context) => {
  if (form.places.length === 0) context.addIssue({ code: 'custom', path: ['places'], message: 'Name at least one place' });
  if (form.places.length > MOST_PLACES) context.addIssue({ code: 'custom', path: ['places'], message: 'Name 40 places at most' });
}));

/** Children to look up; or `find`, which looks for names alone. */
export const lookForm = formOf(z.object({
  group: z.string().max(80).default(''), children: several.transform(all => all.slice(0, 60)), find: z.string().optional().transform(value => value === 'yes'),
  search: z.string().max(100, 'Use fewer words').default(''),
}));
