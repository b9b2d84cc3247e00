/** Clauses that case work and its clocks keep, and the tests that show it. */
import type { Operates } from '../../feature.ts';

const CLOSES_LATE = 'a bullying case cannot be closed before the child is helped and the one who did it was spoken to and made amends';
const REFERRED = 'in a very grave case the police were told, or somebody wrote why not; where a child may come to harm, so was social care';
const POSTS = 'a harmful post is followed: refused, then the service provider, until it is gone';
const FORM_STEPS = 'each shows the steps of its own form beside the clause that names it, and is not closed without them';
const FIRST_STEP = 'every allegation has a code, somebody who takes it and a first step, and the clock of the school’s own rule runs until then';
const UNDER = 'bullying by phone or screen is dealt with under the anti-bullying policy, as two policies say';
const prep = (clause: string) => `prep-school/${clause}`;

export const operates: readonly Operates[] = [
  { clause: 'day-school/staff-ict-code#handle-breach', by: 'checklist', test: 'a security breach at the day school has somebody who takes it and something that was done' },
  { clause: 'academy-trust/acceptable-use#after-a-breach', by: 'passOn', test: 'the data protection lead passes it to the data protection officer, who met nothing of it before' },
  { clause: 'town-school/staff-code#virus-details', by: 'checklist', test: 'a virus at the town school is closed with what was done about it' },
  ...['lost-equipment', 'outside-system-hacked', 'someone-has-your-password', 'sent-to-the-wrong-person', 'received-by-mistake'].map(clause => ({ clause: `academy-trust/acceptable-use#${clause}`, by: 'stepsAsked', test: FORM_STEPS })),
  { clause: prep('e-safety#bullying-is-bullying'), by: 'documentsFor', test: UNDER },
  { clause: prep('cyberbullying#taken-gravely'), by: 'documentsFor', test: UNDER },
  { clause: prep('e-safety#social-care'), by: 'checklist', test: REFERRED },
  { clause: prep('mobile-devices#police'), by: 'checklist', test: REFERRED },
  { clause: prep('staff-code#illegal-downloads'), by: 'checklist', test: REFERRED },
  { clause: prep('cyberbullying#each-report-counts'), by: 'claim', test: FIRST_STEP },
  { clause: prep('cyberbullying#find-out-fast'), by: 'startClocks', test: FIRST_STEP },
  { clause: prep('cyberbullying#ask-the-provider'), by: 'writeDown', test: 'the service provider can be asked who did it, and the answer is awaited' },
  { clause: prep('cyberbullying#write-it-down'), by: 'writeDown', test: 'the summary to print holds the whole case, and printing it is a reading' },
  { clause: prep('cyberbullying#report-it'), by: 'checklist', test: 'what was written by mistake stays, struck out, and counts for nothing' },
  { clause: prep('cyberbullying#help-the-child'), by: 'checklist', test: 'the child who was hurt has a named adult and a day to look again' },
  { clause: prep('cyberbullying#it-has-to-stop'), by: 'checklist', test: CLOSES_LATE },
  { clause: prep('cyberbullying#each-and-all'), by: 'checklist', test: 'of several who bullied, each is spoken to alone and all of them together' },
  { clause: prep('cyberbullying#make-amends'), by: 'checklist', test: CLOSES_LATE },
  { clause: prep('cyberbullying#take-it-down'), by: 'moveOn', test: POSTS },
  { clause: prep('cyberbullying#provider-takes-down'), by: 'moveOn', test: POSTS },
];
