/** What the form of a school's settings takes. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

const number = (sentence: string, most: number) => z.string(sentence).regex(/^\d{1,6}$/, sentence).transform(Number).refine(value => value >= 1 && value <= most, sentence);
const between = (sentence: string, least: number, most: number) => number(sentence, most).refine(value => value >= least, sentence).optional();
const MOST_MINUTES = 10_080;
const MOST_HOURS = 720;

/** Offices, one on each line, as people write them. */
const offices = (text: string): string[] => text.split(/[\n,]/).map(line => line.trim().toLowerCase().replaceAll(' ', '-')).filter(Boolean);

export const settingsForm = formOf(z.object({
  safeguarding: number('Give minutes, from 1 to 10080', MOST_MINUTES),
  other: number('Give minutes, from 1 to 10080', MOST_MINUTES),
  openingHours: number('Give hours, from 1 to 720', MOST_HOURS),
  openedHours: number('Give hours, from 1 to 720', MOST_HOURS),
  figuresHideBelow: between('Give a number from 3 to 50', 3, 50),
  figuresDelayDays: between('Give days, from 7 to 365', 7, 365),
  lookOpenDays: between('Give days, from 1 to 90', 1, 90),
  lookFindingDays: between('Give days, from 1 to 365', 1, 365),
  lookedAtTold: z.enum(['yes', 'no'], 'Say whether they are told').optional().transform(value => (value === undefined ? undefined : value === 'yes')),
  holdReviewDays: between('Give days, from 7 to 730', 7, 730),
  childFileDays: between('Give school days, from 1 to 5', 1, 5),
  actionDays: between('Give school days, from 1 to 60', 1, 60),
  lateTo: z.string().transform(offices).refine(list => list.length <= 5, 'Name at most five offices').optional(),
  next: z.string('Name at least one office').transform(offices).refine(list => list.length > 0 && list.length <= 20, 'Name at least one office'),
  headIsProprietor: z.string().optional().transform(value => value === 'yes'),
  officerName: z.string().max(100, 'Use fewer words').default(''),
  officerNumber: z.string().max(40, 'Use fewer words').default(''),
  officerHours: z.string().max(100, 'Use fewer words').default(''),
  careNumber: z.string().max(40, 'Use fewer words').optional(),
  careHours: z.string().max(100, 'Use fewer words').optional(),
  careNight: z.string().max(40, 'Use fewer words').optional(),
}));
