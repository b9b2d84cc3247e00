/** What the forms of looks take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Form } from '../../../platform/web/index.ts';
import { PURPOSES, SYSTEMS, type LookAsked, type Purpose, type System } from './words.ts';

const MOST = 4000;
const text = (missing: string) => z.string(missing).min(3, missing).max(MOST, 'Use fewer words');
const maybe = z.string().max(MOST, 'Use fewer words').default('');
const day = (missing: string) => z.string(missing).refine(isDay, missing);

export const askForm: Form<LookAsked> = formOf(z.object({
  person: z.union([z.literal('nobody'), z.uuid()], 'Say whose activity it is, or that nobody knows').transform(value => (value === 'nobody' ? null : value)),
  system: z.enum(SYSTEMS as unknown as [System, ...System[]], 'Choose where to look'),
  purpose: z.enum(PURPOSES as unknown as [Purpose, ...Purpose[]], 'Say what it is for'),
  from: day('Give the first day'), to: day('Give the last day'), why: text('Say why it is needed, and what to look for'),
}));

export interface DecideGiven { readonly says: 'agree' | 'refuse'; readonly reader: string; readonly reason: string }
export const decideForm: Form<DecideGiven> = formOf(z.object({ says: z.enum(['agree', 'refuse'], 'Choose whether it may be read'), reader: z.string().max(40).default(''), reason: text('Give the reason') })
  .superRefine((form, context) => { if (form.says === 'agree' && form.reader === '') context.addIssue({ code: 'custom', path: ['reader'], message: 'Choose who reads it' }); }));

export interface FindingGiven { readonly found: 'yes' | 'no'; readonly text: string; readonly quiet: string }
export const findingForm: Form<FindingGiven> = formOf(z.object({ found: z.enum(['yes', 'no'], 'Say whether anything was found'), text: maybe, quiet: maybe })
  .superRefine((form, context) => { if (form.found === 'yes' && form.text.length < 3) context.addIssue({ code: 'custom', path: ['text'], message: 'Write down what was found' }); }));

export interface UseGiven { readonly as: 'here' | 'new'; readonly kind: string; readonly because: string }
export const useForm: Form<UseGiven> = formOf(z.object({ as: z.enum(['here', 'new'], 'Choose what is done with it'), kind: z.string().max(60).default(''), because: text('Say why') }));

export const quietForm = formOf(z.object({ reason: text('Say why they are not told') }));
export const buttonForm = formOf(z.object({}));
