/** What the forms of account alarms take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

const text = (most: number) => z.string().max(most, 'Please use fewer words').default('');

/** Signed out. */
export const alarmForm = formOf(z.object({ account: z.string('Say whose account it is').min(2, 'Say whose account it is').max(200, 'Please use fewer words'), noticed: text(3000), reach: text(200) }));
/** Signed in: one press. */
export const pressForm = formOf(z.object({ noticed: text(3000) }));
export const findForm = formOf(z.object({ name: z.string('Write a name').min(2, 'Write a name').max(120, 'Write a shorter name') }));
export const confirmForm = formOf(z.object({ person: z.uuid('Choose whose account it is'), mailbox: z.enum(['theirs', 'unsure'], 'Say whether only they read their mailbox') }));
export const wordsForm = formOf(z.object({ words: z.string('Say how you know').min(3, 'Say how you know').max(2000, 'Please use fewer words') }));
export const noForm = formOf(z.object({}));
