/** What the form of a school's settings takes. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

const number = (sentence: string, most: number) => z.string(sentence).regex(/^\d{1,6}$/, sentence).transform(Number).refine(value => value >= 1 && value <= most, sentence);
const between = (sentence: string, least: number, most: number) => number(sentence, most).refine(value => value >= least, sentence).optional();
const MOST_MINUTES = 10_080;
const MOST_HOURS = 720;

export const settingsForm = formOf(z.object({
  safeguarding: number('Give minutes, from 1 to 10080', MOST_MINUTES),
  other: number('Give minutes, from 1 to 10080', MOST_MINUTES),
  openingHours: number('Give hours, from 1 to 720', MOST_HOURS),
  openedHours: number('Give hours, from 1 to 720', MOST_HOURS),
  figuresHideBelow: between('Give a number from 3 to 50', 3, 50),
  figuresDelayDays: between('Give days, from 7 to 365', 7, 365),
  next: z.string('Name at least one office').transform(text => text.split(/[\n,]/).map(line => line.trim().toLowerCase().replaceAll(' ', '-')).filter(Boolean)).refine(list => list.length > 0 && list.length <= 20, 'Name at least one office'),
  headIsProprietor: z.string().optional().transform(value => value === 'yes'),
  officerName: z.string().max(100, 'Use fewer words').default(''),
  officerNumber: z.string().max(40, 'Use fewer words').default(''),
  officerHours: z.string().max(100, 'Use fewer words').default(''),
}));
