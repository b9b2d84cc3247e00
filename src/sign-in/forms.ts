/** The forms of signing in. */
import * as z from 'zod';
import { formOf } from '../platform/web/index.ts';

export const passwordForm = formOf(z.object({
  name: z.string('Enter your e-mail address or sign-in name').min(2, 'Enter your e-mail address or sign-in name').max(200, 'That name is too long'),
  password: z.string('Enter your password').min(1, 'Enter your password').max(500, 'That password is too long'),
  next: z.string().max(500).optional(),
}));

/** Length is what counts (NCSC: three random words); no rule about symbols. */
export const newPasswordForm = formOf(z.object({
  password: z.string('Enter a password').min(12, 'Use at least 12 letters: three random words make a good password').max(500, 'Use fewer than 500 letters'),
  again: z.string('Enter the password again'),
}).refine(form => form.password === form.again, { path: ['again'], message: 'The two passwords are not the same. Enter it again' }));

export const noForm = formOf(z.object({}));

export const removePasskeyForm = formOf(z.object({ credential: z.string('Choose a passkey').min(1).max(500) }));

export const passkeyBeginForm = formOf(z.object({}));

export const passkeyFinishForm = formOf(z.object({
  challenge: z.uuid('The passkey did not answer. Try again'),
  response: z.looseObject({ id: z.string() }),
  label: z.string().trim().max(60).optional(),
}));
