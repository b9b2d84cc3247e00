/** The form of the school's provider. */
import * as z from 'zod';
import { formOf } from '../../platform/web/index.ts';
import { buttonWords } from './words.ts';

const tick = z.enum(['yes', '']).optional().transform(value => value === 'yes');

export const providerForm = formOf(z.object({
  issuer: z.string('Enter the provider’s address').min(1, 'Enter the provider’s address').max(300, 'That address is too long'),
  clientId: z.string('Enter the client id').min(1, 'Enter the client id').max(300, 'That client id is too long'),
  secret: z.string().max(500, 'That secret is too long').default(''),
  label: z.string().max(60, 'Use 60 letters or fewer').default('').transform(text => text || buttonWords()),
  trustsMail: tick, asksSecondFactor: tick, inUse: tick,
}));
