/** What sanctions and their states are called. */
import type { Facility, SanctionKind, SanctionState } from './words.ts';

export const KIND: Readonly<Record<SanctionKind, string>> = {
  warning: 'A warning', behaviour: 'What the behaviour policy provides', confiscation: 'A device is taken away', 'looked-into': 'The account is off while it is looked into',
  'switch-off': 'Something is switched off for a time', withdrawal: 'Access is taken away', disciplinary: 'The disciplinary procedure', legal: 'Legal steps',
};
export const FACILITY: Readonly<Record<Facility, string>> = { internet: 'the internet at school', network: 'the school network', email: 'school e-mail', 'learning-platform': 'the learning platform', all: 'all ICT of the school' };
export const STATE: Readonly<Record<SanctionState, string>> = {
  proposed: 'Waits for those who decide', refused: 'Refused', decided: 'Decided; they have to be told', told: 'Told', 'in-force': 'In force', ended: 'Ended by itself', lifted: 'Lifted',
};
