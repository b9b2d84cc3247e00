/** Clauses that sanctions keep, and the tests that show it. */
import type { Operates } from '../../feature.ts';

const PUPILS = 'for a pupil of the prep school the rules provide a warning, the behaviour policy, the internet off and a ban';
const STAFF = 'for staff they provide the disciplinary procedure and limits of the network, and nothing of what is for pupils';
const ON_PURPOSE = 'where a clause speaks of what was done on purpose, somebody says whether it was, before anything follows';
const DISCIPLINE = 'a breach of the code may be classed as disciplinary in the village, the town and the trust';
const DAY_SCHOOL = 'at the day school an account may be off while it is looked into, and the law is for what is serious';
const prep = (clause: string) => `prep-school/${clause}`;

export const operates: readonly Operates[] = [
  { clause: 'village-primary/staff-code#misuse-and-discipline', by: 'providedFor', test: DISCIPLINE },
  { clause: 'town-school/staff-code#may-be-a-crime', by: 'providedFor', test: DISCIPLINE },
  { clause: 'academy-trust/acceptable-use#misuse-and-discipline', by: 'providedFor', test: DISCIPLINE },
  { clause: 'day-school/staff-ict-code#switch-off-account', by: 'providedFor', test: DAY_SCHOOL },
  { clause: 'day-school/staff-ict-code#discipline', by: 'providedFor', test: DAY_SCHOOL },
  { clause: prep('cyberbullying#penalty-fits'), by: 'faultsIn', test: 'a penalty that does not fit how serious the matter is needs a reason' },
  { clause: prep('cyberbullying#penalty-explained'), by: 'tellThem', test: 'the head decides, and it does not begin before the pupil was told why' },
  { clause: prep('cyberbullying#internet-switched-off'), by: 'runSanctions', test: 'on the day after its last day it ends by itself, and IT is asked to switch it on again' },
  { clause: prep('middle-senior-code#loss-of-ict'), by: 'beginSanction', test: 'it needs a day on which it is looked at again, and two who agree' },
  { clause: prep('middle-senior-code#how-long'), by: 'decidersOf', test: 'it needs a day on which it is looked at again, and two who agree' },
  { clause: prep('mobile-devices#penalty-for-staff'), by: 'decidersOf', test: 'who break the code face the disciplinary procedure under its clause, decided by the head and for the head by the chair of governors' },
  ...['cyberbullying#broken-on-purpose', 'staff-code#deliberate-access'].map(clause => ({ clause: prep(clause), by: 'faultsIn', test: ON_PURPOSE })),
  ...['staff-code#breach-of-confidence', 'staff-code#limited-access', 'staff-code#rights-withdrawn'].map(clause => ({ clause: prep(clause), by: 'providedFor', test: STAFF })),
  ...['mobile-devices#penalty-for-messages', 'mobile-devices#harm-to-others-things', 'mobile-devices#penalty-for-devices', 'e-safety#picture-complaint-outcome', 'middle-senior-code#posts-from-home-count',
    'middle-senior-code#treated-like-other-behaviour', 'middle-senior-code#things-not-listed', 'middle-senior-code#behaviour-rules-apply'].map(clause => ({ clause: prep(clause), by: 'providedFor', test: PUPILS })),
];
