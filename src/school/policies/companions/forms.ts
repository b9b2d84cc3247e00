/** What the forms of companion documents take. */
import * as z from 'zod';
import { isWebAddress } from '../../../platform/links/index.ts';
import { formOf } from '../../../platform/web/index.ts';

const blank = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);
const tick = z.string().optional().transform(value => value === 'yes');

export const companionForm = formOf(z.object({
  kind: z.enum(['companion', 'publication'], 'Choose what it is'),
  title: z.string('Give its title').min(3, 'Give its title').max(150, 'Use a shorter title'),
  owner: z.string('Choose who looks after it').min(1, 'Choose who looks after it').max(60),
  address: z.string().max(1000, 'Use a shorter address').optional().transform(blank),
  ownPolicy: z.string().max(80).optional().transform(blank),
  clause: z.string().max(80).optional().transform(blank),
  openFirst: tick,
  stopsPublishing: tick,
}).superRefine((form, context) => {
  const { address, ownPolicy } = form;
  if (address !== null && !isWebAddress(address)) context.addIssue({ code: 'custom', path: ['address'], message: 'Give an address of the web that begins with https:// or http://' });
  if (address !== null && ownPolicy !== null) context.addIssue({ code: 'custom', path: ['ownPolicy'], message: 'Give an address or a policy of this school, not both' });
  if (form.kind === 'publication' && ownPolicy !== null) context.addIssue({ code: 'custom', path: ['ownPolicy'], message: 'A policy cannot be published as another policy: give an address' });
}));
