/** The language chooser at the foot of every page. */
import * as z from 'zod';
import { isLanguage } from '../../../platform/languages/index.ts';
import { formOf } from '../../../platform/web/index.ts';

export const languageForm = formOf(z.object({ language: z.string('Choose a language').refine(isLanguage, 'Choose a language') }));
