/** The form of a quiz; the answers are read from what else is sent. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const id = z.string('Open the page again').refine(isId, 'Open the page again');

export const quizForm = formOf(z.looseObject({ edition: id, once: id }));
