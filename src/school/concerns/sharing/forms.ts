/** What the forms of sharing take. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => [value ?? ''].flat().filter(isId));

/** `to` is `person <id>`, `office <name>` or `outside`. */
export const shareForm = formOf(z.object({
  to: z.string('Choose who gets it').regex(/^(person [0-9a-f-]{36}|office [a-z-]{2,40}|outside)$/, 'Choose who gets it'),
  outside: z.string().max(200, 'Use fewer words').default(''),
  parts: several,
  reason: z.string('Say why they need it').min(5, 'Say why they need it').max(2000, 'Use fewer words'),
}).superRefine((form, context) => {
  if (form.parts.length === 0) context.addIssue({ code: 'custom', path: ['parts'], message: 'Tick what they get' });
  if (form.to === 'outside' && form.outside.length < 3) context.addIssue({ code: 'custom', path: ['outside'], message: 'Say who gets it: the service, and the person' });
}));

export const talkForm = formOf(z.object({
  text: z.string('Write what you want to say').min(1, 'Write what you want to say').max(10_000, 'Use fewer words'),
  sort: z.enum(['question', 'reply']).default('reply'),
}));

export const endForm = formOf(z.object({ eye: z.uuid('Choose whose') }));
