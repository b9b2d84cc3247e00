/** The forms of paper. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const text = z.string().max(80).default('');

export const printForm = formOf(z.object({ policy: z.string('Choose a policy').min(1, 'Choose a policy').max(100), class: text, kind: text, whom: z.enum(['open', 'no-mail']).default('open') }));
export const takeForm = formOf(z.object({ signer: z.string().refine(isId, 'Choose who signed').optional(), seen: z.literal('yes', 'Tick that you have looked') }));
export const putForm = formOf(z.object({ how: z.enum(['given-back', 'aside', 'said-no']) }));
export const whoseForm = formOf(z.object({ code: z.string().max(40).optional(), ask: z.string().max(160).optional() }));
export const findForm = formOf(z.object({ search: z.string('Type at least two letters of the name').min(2, 'Type at least two letters of the name').max(80) }));
export const policyForm = formOf(z.object({ policy: z.string().min(1).max(100) }));
export const noForm = formOf(z.object({}));
export const receivedForm = formOf(z.object({ person: z.string().refine(isId), policy: z.string().max(100), back: z.enum(['yes', 'no']) }));
