/** What is kept of the schools' rules about giving policies out, showing them and what goes with them; and the test that shows each. */
import type { Operates } from '../feature.ts';

const LOOKED = 'each address is looked at once a week, and a dead link becomes a task of whoever looks after it';
const SHOWN = 'the place on the website is compared with the edition in force';
const GIVEN = 'everybody is given the edition in force once, with the day; parents the code of their child';
const OPENED = 'opening it is noted once, and so is signing it; the list shows who has not';
const AGAIN = 'whoever joins is given it that day, and a new edition goes to everybody again';
const STALE = 'a new edition marks each copy, and whoever put it up is told to take it down';
const IN_DOUBT = 'who is in doubt asks beside the rule that says so, and the office that it names is among those who answer';

export const operates: readonly Operates[] = [
  { clause: 'academy-trust/acceptable-use#three-policies', by: 'companionsOf', test: 'the trust’s three companion policies stand beside its own, are looked at each week, and whoever signs has opened them' },
  { clause: 'academy-trust/acceptable-use#approval', by: 'approve', test: 'only the body that the edition in force names approves, whatever the draft says' },
  { clause: 'day-school/staff-ict-code#on-the-platform', by: 'checkLinks', test: LOOKED },
  { clause: 'day-school/staff-ict-code#on-the-website', by: 'checkLinks', test: SHOWN },
  { clause: 'prep-school/e-safety#on-the-website', by: 'checkLinks', test: SHOWN },
  { clause: 'prep-school/e-safety#privacy-notice', by: 'approve', test: 'a broken link to the privacy notice stops the policy from being approved, until it is put right' },
  { clause: 'prep-school/e-safety#other-documents', by: 'companionsOf', test: 'its writer adds it, and everybody who reads the policy finds it' },
  { clause: 'prep-school/e-safety#rules-on-walls', by: 'putUp', test: STALE },
  { clause: 'prep-school/e-safety#tips-on-walls', by: 'putUp', test: STALE },
  { clause: 'prep-school/e-safety#ask-for-a-copy', by: 'askForCopy', test: 'the office finds it, ticks it off, and the address is gone' },
  { clause: 'village-primary/staff-code#your-copy', by: 'issuePolicies', test: AGAIN },
  { clause: 'prep-school/e-safety#copy-for-staff', by: 'issuePolicies', test: OPENED },
  { clause: 'prep-school/e-safety#code-for-staff', by: 'issuePolicies', test: AGAIN },
  { clause: 'prep-school/e-safety#code-for-new-parents', by: 'issuePolicies', test: GIVEN },
  { clause: 'prep-school/e-safety#pupils-know-the-code', by: 'issuePolicies', test: OPENED },
  ...['village-primary/staff-code#questions', 'village-primary/staff-code#doubts-about-data', 'academy-trust/acceptable-use#is-it-covered', 'academy-trust/acceptable-use#check-first', 'prep-school/staff-code#if-in-doubt'].map(clause => ({ clause, by: 'answerersOf', test: IN_DOUBT })),
];
