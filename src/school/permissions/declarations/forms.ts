/** What the forms of declarations take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Body } from '../../../platform/web/index.ts';
import { ENDS, type Facts } from './words.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);
const line = (missing: string) => z.string(missing).trim().min(3, missing).max(200, 'Use fewer words');

/** What the rules ask comes as `fact.media=memory-stick`. */
export const declareForm = formOf(z.looseObject({
  task: line('Say which task needs it').refine(text => /\s/.test(text), 'Say it in more than one word'),
  what: line('Say what it is'), goesTo: line('Say where it goes'), goneBy: day('Give the last day'), use: z.string().max(60).optional(),
}).transform(form => ({ use: form.use, task: form.task, what: form.what, goesTo: form.goesTo, goneBy: form.goneBy, facts: factsIn(form as unknown as Body) })));

export interface DeclareGiven { readonly task: string; readonly what: string; readonly goesTo: string; readonly goneBy: string; readonly facts: Facts; readonly use?: string | undefined }

const factsIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith('fact.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value.slice(0, 60)]] : [])));

export const goneForm = formOf(z.object({ how: z.enum(ENDS, 'Say what became of it'), on: day('Give the day') }));

export const buttonForm = formOf(z.object({}));
