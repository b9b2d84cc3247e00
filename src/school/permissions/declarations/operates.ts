/** The clauses that declarations keep. */
import type { Operates } from '../../feature.ts';

const KEPT: readonly (readonly [clause: string, by: string, test: string])[] = [
  ['village-primary/staff-code#data-off-site', 'declare', 'school data leaves the village school only with the head’s yes, and the entry says by when it is back'],
  ['village-primary/staff-code#memory-sticks', 'weigh', 'an unencrypted stick is a no at the village school and at the trust, whoever says yes'],
  ['academy-trust/acceptable-use#memory-sticks', 'weigh', 'an unencrypted stick is a no at the village school and at the trust, whoever says yes'],
  ['town-school/staff-code#work-at-home', 'declare', 'at the town school work goes home where the job needs it, and is noted with its day'],
  ['day-school/files-code#no-data-on-sticks', 'weigh', 'a stick carries people’s data at the day school only for a task, and is wiped by a day'],
  ['day-school/applications-code#nothing-saved-outside', 'weigh', 'a stick carries people’s data at the day school only for a task, and is wiped by a day'],
  ['academy-trust/acceptable-use#shred-paper', 'weigh', 'at the trust a printed report is noted, and shredded when its use is over'],
  ['day-school/files-code#wipe-after-use', 'chaseDeclarations', 'who is due is reminded on four school days, then the office that looks after the clause is told'],
  ['day-school/applications-code#exports', 'weigh', 'people’s data comes out of a system at the day school only for a task'],
  ['day-school/applications-code#records-exports', 'weigh', 'people’s data comes out of a system at the day school only for a task'],
  ['day-school/applications-code#destroy-paper', 'confirmGone', 'a printed report is shredded by its day, or kept with an open case'],
  ['day-school/applications-code#behaviour-reports', 'confirmGone', 'a printed report is shredded by its day, or kept with an open case'],
  ['day-school/applications-code#safeguarding-reports', 'weigh', 'a report of one system cites that system’s own clause'],
  ['prep-school/staff-code#data-off-site', 'declare', 'the prep school’s off-site log says what, why, on what and by when it is back'],
  ['prep-school/e-safety#password-on-sticks', 'weigh', 'a stick without a password is a no at the prep school, and so is sensitive data on any stick'],
  ['prep-school/staff-code#sensitive-data-stays-in', 'weigh', 'a stick without a password is a no at the prep school, and so is sensitive data on any stick'],
];

export const operates: readonly Operates[] = KEPT.map(([clause, by, test]) => ({ clause, by, test }));
