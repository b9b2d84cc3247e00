/** What the forms of consultation take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';
import { needsWords } from './decisions.ts';
import { OPINIONS } from './words.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

export const openForm = formOf(z.object({
  summary: z.string('Say in a few sentences what it is about').min(10, 'Say in a few sentences what it is about').max(3000, 'Use 3,000 letters or fewer'),
  offices: several, kinds: several,
  answerBy: z.string('Give the last day to answer').refine(isDay, 'Give the last day to answer'),
  once: z.string('Open the page again').refine(isId, 'Open the page again'),
}).superRefine((form, context) => {
  if (form.offices.length + form.kinds.length === 0) context.addIssue({ code: 'custom', path: ['offices'], message: 'Choose whom to ask' });
}));

export const answerForm = formOf(z.object({
  opinion: z.enum(OPINIONS, 'Choose what you think'),
  words: z.string().max(3000, 'Use 3,000 letters or fewer').default(''),
}).superRefine((form, context) => {
  if (needsWords(form.opinion) && form.words.length < 3) context.addIssue({ code: 'custom', path: ['words'], message: 'Say what should be different' });
}));
