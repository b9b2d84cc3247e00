/** The form of an answer that the office enters. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const id = (words: string) => z.string(words).refine(isId, words);

/** The answers to what the form asks a parent beside the signature are read from what else is sent. */
export const answerForm = formOf(z.looseObject({
  by: id('Say who answered'),
  answer: z.enum(['agreed', 'no'], 'Say what the answer was'),
  channel: z.enum(['phone', 'paper'], 'Say how the answer came'),
  heardBy: id('Say who took the answer'),
  witness: z.union([z.literal(''), z.string().refine(isId)], 'Choose a person').default(''),
  givenOn: z.string('Enter the day').refine(isDay, 'Enter a day like 2026-11-23'),
  note: z.string().max(2000, 'Use 2,000 letters or fewer').default(''),
  edition: id('Open the page again'),
  hash: z.string('Open the page again').regex(/^[0-9a-f]{64}$/, 'Open the page again'),
  once: id('Open the page again'),
}));

export const noForm = formOf(z.object({}));
