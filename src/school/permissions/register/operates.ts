/** The clauses that the register, what groups may do and the list for the gate keep. */
import type { Operates } from '../../feature.ts';

const LIVES = 'evidence that is too old suspends a permission by itself, and new evidence brings it back';
const ENDS = 'a permission is said to end before it does, ends by itself and is never made longer in silence';
const REGISTER = 'the register shows deciders and the head all of it, with filters, order and a file; governors see counts and no pupil’s name';
const GATE = 'the head says yes to a phone, and its name, class, device and end stand on the list at the gate';

export const registerOperates: readonly Operates[] = [
  { clause: 'day-school/files-code#must-be-encrypted', by: 'suspendForEvidence', test: LIVES },
  ...['stick-or-drive', 'own-laptop', 'own-phone'].map(clause => ({ clause: `day-school/files-code#${clause}`, by: 'registerPart', test: REGISTER })),
  { clause: 'village-primary/staff-code#own-device-for-work', by: 'noteEnd', test: ENDS },
  { clause: 'village-primary/staff-code#not-in-classrooms', by: 'noteEnd', test: ENDS },
  { clause: 'town-school/staff-code#own-equipment', by: 'withdrawPermission', test: 'whoever decides withdraws it with a reason, the holder is told and May I says no more than the rule' },
  { clause: 'village-primary/staff-code#other-uses', by: 'grantStanding', test: 'the head grants a use to the staff: dated, attributed, on the list, on their start page and known to May I' },
  { clause: 'village-primary/staff-code#agreed-uses-of-data', by: 'grantStanding', test: 'an agreed use of data stands in the register with its purpose, its group, who agreed and until when' },
  { clause: 'prep-school/mobile-devices#bring-phone-leave', by: 'gateLines', test: GATE },
  { clause: 'prep-school/e-safety#approach-leave', by: 'gateLines', test: 'a guest with leave to go up to pupils stands on the list of the day, and of no other' },
];
