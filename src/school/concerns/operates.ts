/** The clauses that telling, routing and opening keep. */
import type { Operates } from '../feature.ts';

const TOGETHER = 'a breach of security reaches the academic deputy, the data protection officer and the network manager together';
const VIRUS = 'a virus goes to the helpdesk and to the office in one report, and what was done may be added later';
const ACCIDENT = 'a bad page opened by accident goes to the online safety officer with its incident sheet, and nobody is blamed';
const MAIL = 'nasty mail and mail that may not be genuine go to the network manager, who is told how to find it and gets no copy';
const RECORD = 'a mistake in a record goes to the data manager, and one on the platform to the data manager and the network manager';
const BREACH = 'a data breach in each of its forms goes to the trust’s data protection lead';
const SITE = 'an unsuitable site goes to the IT department with address, day, time and what was on it, and the safeguarding lead hears of it';
const STAFF_MAIL = 'staff tell a senior leader of nasty mail, and the head of IT of a lost or broken device';

export const operates: readonly Operates[] = [
  { clause: 'village-primary/staff-code#report-misuse', by: 'routeOf', test: 'a worry about how staff use technology goes to the safeguarding lead or the head, as the teacher chooses' },
  { clause: 'village-primary/staff-code#report-a-worry', by: 'routeOf', test: 'a worry about a child goes to the safeguarding lead or the head, with numbers to ring above it' },
  { clause: 'town-school/staff-code#accidents', by: 'fileReport', test: ACCIDENT },
  { clause: 'town-school/staff-code#tell-the-officer', by: 'routeOf', test: ACCIDENT },
  { clause: 'town-school/staff-code#incident-sheet', by: 'fieldsOf', test: ACCIDENT },
  { clause: 'town-school/staff-code#virus-to-helpdesk', by: 'routeOf', test: VIRUS },
  { clause: 'town-school/staff-code#virus-details', by: 'fieldsOf', test: VIRUS },
  { clause: 'town-school/staff-code#virus-account', by: 'routeOf', test: VIRUS },
  { clause: 'day-school/staff-ict-code#data-worry', by: 'routeOf', test: 'a worry about data goes to the data protection officer' },
  { clause: 'day-school/staff-ict-code#report-breach', by: 'routeOf', test: TOGETHER },
  { clause: 'day-school/email-code#odd-mail', by: 'routeOf', test: MAIL },
  { clause: 'day-school/email-code#report-bad-mail', by: 'routeOf', test: MAIL },
  { clause: 'day-school/applications-code#records-mistakes', by: 'routeOf', test: RECORD },
  { clause: 'day-school/applications-code#records-changes', by: 'routeOf', test: RECORD },
  { clause: 'day-school/applications-code#platform-mistakes', by: 'routeOf', test: RECORD },
  { clause: 'day-school/applications-code#platform-changes', by: 'routeOf', test: RECORD },
  { clause: 'academy-trust/acceptable-use#worry-about-a-child', by: 'routeOf', test: 'a worry about a child goes to the safeguarding lead, whom the trust put in the place of nobody' },
  { clause: 'academy-trust/acceptable-use#data-breach', by: 'routeOf', test: BREACH },
  { clause: 'academy-trust/acceptable-use#lost-equipment', by: 'toldIn', test: 'lost equipment with personal data that is not encrypted is a data breach as well' },
  { clause: 'academy-trust/acceptable-use#outside-system-hacked', by: 'routeOf', test: BREACH },
  { clause: 'academy-trust/acceptable-use#sent-to-the-wrong-person', by: 'routeOf', test: BREACH },
  { clause: 'academy-trust/acceptable-use#received-by-mistake', by: 'routeOf', test: BREACH },
  { clause: 'prep-school/e-safety#tell-the-dsl', by: 'routeOf', test: SITE },
  { clause: 'prep-school/e-safety#bad-site', by: 'fieldsOf', test: SITE },
  { clause: 'prep-school/e-safety#unlawful-material', by: 'routeOf', test: 'unlawful material is told without a copy to IT or a senior leader and to whoever speaks to the police' },
  { clause: 'prep-school/e-safety#staff-report-nasty-mail', by: 'routeOf', test: STAFF_MAIL },
  { clause: 'prep-school/staff-code#report-loss', by: 'routeOf', test: STAFF_MAIL },
  { clause: 'prep-school/staff-code#report-accidents', by: 'routeOf', test: 'bad material met by accident reaches the head of IT, the deputy head and the network manager, and the safeguarding lead hears of it' },
];
