/** What the forms without a name take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';
import { MOST_WORDS } from '../tell-someone/forms.ts';
import { tellingOf } from '../tell-someone/words.ts';
import { MAY_BE_ABOUT } from './words.ts';

const words = z.string('Write what happened').min(3, 'Write what happened').max(MOST_WORDS, 'Please use fewer words');

export const unnamedForm = formOf(z.object({
  about: z.string('Choose what it is about').refine(id => tellingOf(id) !== undefined, 'Choose what it is about'),
  words,
  'about-office': z.enum(['', ...MAY_BE_ABOUT], 'Choose somebody from the list').default(''),
}));
/** Why so long: a code is read with whatever stands between its words. */
export const codeForm = formOf(z.object({ code: z.string('Write your code').min(1, 'Write your code').max(120, 'That is not a code') }));
export const moreForm = formOf(z.object({ code: z.string('Write your code').min(1, 'Write your code').max(120, 'That is not a code'), report: z.string().max(60).default(''), words }));
