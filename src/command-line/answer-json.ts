/**
 * Questions and answers as one line of JSON each: the form in which other programs ask.
 */
import * as z from 'zod';
import { isDay } from '../rulebook/index.ts';
import type { Answer, Day, Question } from '../rulebook/index.ts';

const word = z.string('must be a text').trim().min(1, 'must not be empty');
/** Values are texts ("yes", "25", "20 days"); a bare true, false or number can mean only one of them. */
const value = z.union([word, z.boolean(), z.number()], 'must be a text').transform((given) => (typeof given === 'boolean' ? (given ? 'yes' : 'no') : String(given)));
/** Other programs write null for what they do not know; here that is simply not said. */
const said = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(given => (typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null)) : given), schema);
const facts = z.record(z.string(), z.union([value, z.array(value).min(1, 'must not be empty')], 'must be a text or a list of texts'), 'must be an object');
/** Why its facts must be said: one that was given for some situation nobody knows would count in every situation. */
const permission = said(z.object({ act: word, office: word.optional(), live: z.boolean('must be true or false'), facts: facts.optional() }, 'must be an object'));
const question = said(z.object({
  who: z.union([word, z.array(word).min(1, 'must not be empty')], 'must be a kind of person, an office or a list'),
  act: word,
  facts: said(facts).optional(),
  permissions: z.array(permission, 'must be a list').optional(),
  on: z.string('must be a day').refine(isDay, 'must be a day such as 2026-09-01').optional(),
}, 'must be an object'));

/** Reads one line. The error is a sentence for the person who wrote it. */
export function readQuestionLine(line: string, today: Day): { question: Question } | { error: string } {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (fault) {
    return { error: `This line is not JSON: ${(fault as Error).message}` };
  }
  const read = question.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { error: `${issue!.path.join('.') || 'The question'} ${issue!.message}.` };
  }
  return { question: { ...read.data, on: read.data.on ?? today } as Question };
}

/** An answer as one line, its parts always in the same order. */
export function toAnswerLine(answer: Answer): string {
  const { says, because, sources, ask, askGroups, tell, tellGroups, duties, missing, instead, considered } = answer;
  return JSON.stringify({ says, because, sources, ask, askGroups, tell, tellGroups, duties, missing, instead, considered });
}

/** An unreadable question, or one whose answer failed, as one line. */
export function toErrorLine(error: string): string {
  return JSON.stringify({ says: 'error', error });
}
