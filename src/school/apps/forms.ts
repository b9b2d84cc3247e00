/** What the forms of applications take. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { formOf } from '../../platform/web/index.ts';
import { parted } from './sheet.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()).slice(0, 100));
const text = (most: number) => z.string().trim().max(most, 'Use fewer words').default('');
const day = (missing: string) => z.string(missing).refine(isDay, missing);

export const appForm = formOf(z.object({
  name: z.string('Give its name').trim().min(2, 'Give its name').max(100, 'Use a shorter name'),
  otherNames: text(300).transform(parted),
  address: text(300).refine(value => value === '' || /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(value), 'Write a web address, such as www.example.org, or leave it empty'),
  purpose: z.string('Say what it is for').trim().min(3, 'Say what it is for').max(300, 'Use fewer words'),
  kinds: several, years: several, data: several,
  conditions: text(1000), note: text(1000),
  reviewOn: day('Give the day by which somebody looks again'),
  from: z.string().max(60).optional(),
}));

export const reviewForm = formOf(z.object({ reviewOn: day('Give the day by which somebody looks again'), words: text(300) }));
export const widenForm = formOf(z.object({ kinds: several.refine(kinds => kinds.length > 0, 'Choose whom it is open to'), reviewOn: day('Give the day by which somebody looks again') }));
export const withdrawForm = formOf(z.object({ reason: z.string('Say why').trim().min(3, 'Say why').max(500, 'Use fewer words') }));
export const restoreForm = formOf(z.object({ reviewOn: day('Give the day by which somebody looks again') }));
export const userForm = formOf(z.object({ person: z.uuid('Choose a person'), until: z.union([z.literal(''), day('Give the last day, or leave it empty')]).optional().transform(value => value || null) }));
export const buttonForm = formOf(z.object({}));
export const settingForm = formOf(z.object({
  office: z.string('Choose an office').min(1, 'Choose an office').max(60),
  remindDays: z.string('Write a number of days').regex(/^\d{1,2}$/, 'Write a number of days, at most 90').transform(Number).refine(days => days <= 90, 'Write a number of days, at most 90'),
}));
/** The text of a file that was looked at, to be taken in. */
export const applyForm = formOf(z.object({ table: z.string().min(1).max(400_000) }));
