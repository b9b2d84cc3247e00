/** What the forms of legal steps and holds take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Form } from '../../../platform/web/index.ts';

const MOST = 4000;
const text = (missing: string) => z.string(missing).min(3, missing).max(MOST, 'Use fewer words');
const day = (missing: string) => z.string(missing).refine(isDay, missing);

export interface LegalGiven { readonly decider: string; readonly reasons: string; readonly reviewOn: string }
export const legalForm: Form<LegalGiven> = formOf(z.object({ decider: z.string('Say who decided').min(1, 'Say who decided').max(120), reasons: text('Give the reasons'), reviewOn: day('Give the day on which it is looked at again') }));
export interface ReviewGiven { readonly reviewOn: string; readonly reasons: string }
export const reviewForm: Form<ReviewGiven> = formOf(z.object({ reviewOn: day('Give the next day to look again'), reasons: text('Say why it stays') }));
export const liftForm = formOf(z.object({ lifting: text('Say why it is to be lifted') }));
export interface SecondGiven { readonly says: 'lift' | 'keep'; readonly why: string }
export const secondForm: Form<SecondGiven> = formOf(z.object({ says: z.enum(['lift', 'keep'], 'Choose whether it is lifted'), why: z.string().max(MOST, 'Use fewer words').default('') })
  .superRefine((form, context) => { if (form.says === 'keep' && form.why.length < 3) context.addIssue({ code: 'custom', path: ['why'], message: 'Say why it stays' }); }));
