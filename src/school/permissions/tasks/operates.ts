/** The clauses that tasks keep. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'day-school/applications-code#vpn-set-up', by: 'carriedOutBy', test: 'a way in from outside counts at the day school once the network manager has set it up, with device and day' },
  { clause: 'day-school/applications-code#ask-for-vpn', by: 'finishTask', test: 'a way in from outside counts at the day school once the network manager has set it up, with device and day' },
  { clause: 'prep-school/staff-code#it-installs', by: 'askIt', test: 'at the prep school a program is asked of IT in plain words, and IT answers there' },
];
