/** What the forms of case work take: one for each sort of step, and one for how each goes on. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Body, type Form } from '../../../platform/web/index.ts';
import { SEVERITIES, type Severity } from '../words.ts';
import { PARTS, POST_RESULTS, type StepSort, type StepWords } from './words.ts';

const text = (missing: string, most = 4000) => z.string(missing).min(1, missing).max(most, 'Use fewer words');
const line = (missing: string) => text(missing, 200);
const maybe = (most = 4000) => z.string().max(most, 'Use fewer words').default('');
const day = (missing: string) => z.string(missing).refine(isDay, missing);
const maybeDay = (wrong: string) => z.union([z.literal(''), day(wrong)]).default('');
const id = (missing: string) => z.uuid(missing);
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

/** What somebody can write down. A note goes into the chronology alone. */
export type AddSort = Exclude<StepSort, 'claim' | 'notification'> | 'note';
export const ADD_SORTS: readonly AddSort[] = ['person', 'support', 'talk', 'amends', 'post', 'provider', 'referral', 'told', 'action', 'check', 'pass', 'high-risk', 'note'];

/** The forms for each sort: what comes out are the words of the step; `due` and `owner` go beside it. */
export const ADD_FORMS: Readonly<Record<AddSort, Form<StepWords>>> = {
  person: formOf(z.object({ part: z.enum(PARTS as [string, ...string[]], 'Say what part they had'), name: line('Write their name'), person: z.string().max(40).default(''), note: maybe() })),
  support: formOf(z.object({ for: id('Choose who it is for'), adult: line('Name the adult who looks after them'), plan: text('Say what will be done for them'), due: day('Give the day to look again') })),
  talk: formOf(z.object({ with: several.refine(list => list.length > 0, 'Choose who was spoken to'), speaker: line('Say who spoke to them'), on: day('Give the day'), words: text('Say in short what was said') })),
  amends: formOf(z.object({ who: id('Choose who makes amends'), amends: text('Say what was agreed'), adult: line('Name the adult who agreed it with them'), on: day('Give the day') })),
  post: formOf(z.object({ what: text('Say what it is and where it stands', 500), by: z.string().max(40).default(''), asked: day('Give the day on which it was asked for'), result: z.string().default('asked') })),
  provider: formOf(z.object({ provider: line('Name the service provider'), request: text('Say what you asked for'), asked: day('Give the day') })),
  referral: formOf(z.object({
    to: line('Choose who it is'), referred: z.enum(['yes', 'no'], 'Say whether they were brought in'), decider: line('Say who decided'), on: day('Give the day'), reference: maybe(200), reasons: maybe(),
  }).superRefine((form, context) => { if (form.referred === 'no' && form.reasons === '') context.addIssue({ code: 'custom', path: ['reasons'], message: 'Say why they were not brought in' }); })),
  told: formOf(z.object({ whom: line('Say who was told: a role or an agency'), on: day('Give the day'), words: maybe() })),
  action: formOf(z.object({ what: text('Say what is to be done', 1000), owner: z.union([z.literal(''), id('Choose who does it')]).default(''), ownerName: maybe(200), due: day('Give the day by which it is done') })
    .superRefine((form, context) => { if (form.owner === '' && form.ownerName === '') context.addIssue({ code: 'custom', path: ['owner'], message: 'Choose who does it, or write the name' }); })),
  check: formOf(z.object({ check: line('Choose what it is about'), did: z.enum(['done', 'not-needed', 'failed'], 'Say how it went'), on: day('Give the day'), words: text('Say in short what was done, or why not') })),
  pass: formOf(z.object({ to: line('Choose who it goes to'), note: text('Say what they need to know') })),
  'high-risk': formOf(z.object({ high: z.enum(['yes', 'no'], 'Say whether the risk to people is high'), reasons: text('Give the reasons'), told: maybeDay('Give the day'), how: maybe() })
    .superRefine((form, context) => {
      if (form.high === 'yes' && form.told === '') context.addIssue({ code: 'custom', path: ['told'], message: 'Give the day on which the people concerned were told' });
      if (form.high === 'yes' && form.how === '') context.addIssue({ code: 'custom', path: ['how'], message: 'Say how they were told, and what' });
    })),
  note: formOf(z.object({ text: text('Write the note', 10_000), for: several })),
};

/** How a step goes on. */
export const MOVE_FORMS: Readonly<Partial<Record<StepSort, Form<StepWords>>>> = {
  support: formOf(z.object({ outcome: text('Say how they are'), due: maybeDay('Give the next day to look again') })),
  amends: formOf(z.object({ understood: text('Say how they showed that they understand'), understoodOn: day('Give the day') })),
  post: formOf(z.object({ result: z.enum(POST_RESULTS.slice(1) as [string, ...string[]], 'Say how it stands'), resultOn: day('Give the day'), note: maybe() })
    .superRefine((form, context) => { if (form.result.startsWith('provider') && form.note === '') context.addIssue({ code: 'custom', path: ['note'], message: 'Name the service provider, and say what came of it' }); })),
  provider: formOf(z.object({ answer: text('Say what they answered'), answeredOn: day('Give the day') })),
  action: formOf(z.object({ outcome: text('Say what was done') })),
  pass: formOf(z.object({ decision: text('Write the decision'), decider: line('Say who decided'), reasons: text('Give the reasons') })),
};

/** It was written down by mistake. */
export const mistakeForm = formOf(z.object({ mistake: text('Say what was wrong', 1000) }));

const yesNo = (missing: string) => z.enum(['yes', 'no', 'unknown'], missing);
export interface TriageGiven { readonly severity: Severity; readonly kind: string; readonly also: readonly string[]; readonly harm: 'yes' | 'no' | 'unknown'; readonly illegal: 'yes' | 'no' | 'unknown'; readonly intent: 'deliberate' | 'accidental' | 'unknown'; readonly reasons: string }
export const triageForm: Form<TriageGiven> = formOf(z.object({
  kind: line('Choose what it is'), also: several, severity: z.enum(SEVERITIES as [Severity, ...Severity[]], 'Say how serious it is'),
  harm: yesNo('Say whether a child may come to harm'), illegal: yesNo('Say whether it may be against the law'), intent: z.enum(['deliberate', 'accidental', 'unknown'], 'Say whether it was on purpose'), reasons: text('Give the reasons'),
}));

export const closeForm = formOf(z.object({ decision: text('Write the decision'), reasons: text('Give the reasons') }));
export const reasonsForm = formOf(z.object({ reasons: text('Give the reasons') }));
export const linkForm = formOf(z.object({ code: line('Write the code of the other concern'), reasons: text('Say what they have to do with each other', 1000) }));
export const buttonForm = formOf(z.object({}));
/** Takes whatever comes; the deed reads it by its sort. */
export const anyForm: Form<Body> = { read: body => ({ ok: true, value: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])) }) };
