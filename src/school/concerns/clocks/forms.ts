/** What the forms of clocks take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Form } from '../../../platform/web/index.ts';

const text = (missing: string, most = 4000) => z.string(missing).min(1, missing).max(most, 'Use fewer words');
const maybe = (most = 4000) => z.string().max(most, 'Use fewer words').default('');
const day = z.string('Give the day').refine(isDay, 'Give the day');
const time = z.string('Give the time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time like 14:30');

export interface ClockGiven { readonly as: 'met' | 'not-needed' | 'aware'; readonly day: string; readonly time: string; readonly words: string; readonly reference: string; readonly late: string }
/** How a clock ended, or when it truly began. */
export const clockForm: Form<ClockGiven> = formOf(z.object({ as: z.enum(['met', 'not-needed', 'aware'], 'Say how it stands'), day, time, words: text('Say what was done, or why'), reference: maybe(200), late: maybe() }));

export interface NewClockGiven { readonly clock: string; readonly what: string; readonly due: string }
/** Another clock: a limit of the law, or a day of the case's own. */
export const newClockForm: Form<NewClockGiven> = formOf(z.object({ clock: z.string('Choose which').min(1, 'Choose which').max(60), what: maybe(300), due: z.union([z.literal(''), day]).default('') }).superRefine((form, context) => {
  if (form.clock !== 'own') return;
  if (form.what === '') context.addIssue({ code: 'custom', path: ['what'], message: 'Say what is to be done by then' });
  if (form.due === '') context.addIssue({ code: 'custom', path: ['due'], message: 'Give the day' });
}));

export const NOTIFICATION_FIELDS = ['nature', 'people', 'records', 'consequences', 'measures', 'contact', 'happened', 'delay'] as const;
export type NotificationGiven = Readonly<Record<(typeof NOTIFICATION_FIELDS)[number], string>>;
/** What the regulator asks for; what nobody knows yet is said in those words. */
export const notificationForm: Form<NotificationGiven> = formOf(z.object({
  nature: text('Say what happened'), people: text('Say which people and how many, or that it is not known yet', 1000), records: text('Say which records and how many, or that it is not known yet', 1000),
  consequences: text('Say what may follow for them'), measures: text('Say what was done and what will be'), contact: text('Say whom they can ask', 500), happened: maybe(500), delay: maybe(),
}));
