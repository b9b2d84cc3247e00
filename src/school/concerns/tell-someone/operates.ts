/** What the parts for pupils, parents and the signed out keep of the rules, and the test that shows each. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  // A53, C37, D24
  { clause: 'village-primary/learning-platform#someone-got-in', by: 'raiseAlarm', test: 'at the village primary a compromised account goes to the school, and to whoever looks after its accounts' },
  { clause: 'day-school/staff-ict-code#log-on-misused', by: 'confirmAlarm', test: 'somebody signed out says that their account is used; nothing changes until the network manager confirms it' },
  { clause: 'academy-trust/acceptable-use#someone-has-your-password', by: 'confirmAlarm', test: 'in the trust a compromised account is a breach of data as well, with the data protection lead, and ICT hears of it' },
  // D18, D19
  { clause: 'academy-trust/acceptable-use#notify-about-yourself', by: 'noteNeutrally', test: 'a note about oneself goes to whoever the trust has named, and the receipt has a code' },
  { clause: 'academy-trust/acceptable-use#notify-about-others', by: 'noteNeutrally', test: 'a neutral notification about a colleague of the safeguarding lead takes a minute, goes round them, and carries no penalty' },
  // E72, E104, E288, E290
  { clause: 'prep-school/e-safety#pupils-report-nasty-mail', by: 'tellSomeone', test: 'an older pupil tells a grown-up of their choice about nasty mail, what was done is recorded, and how long it took is kept' },
  { clause: 'prep-school/e-safety#picture-worry', by: 'tellSomeone', test: 'a child in Reception presses a picture because a photo worries them, and the class teacher answers' },
  { clause: 'prep-school/early-years-ks1-code#worried-about-a-photo', by: 'tellSomeone', test: 'a child in Reception presses a picture because a photo worries them, and the class teacher answers' },
  { clause: 'prep-school/early-years-ks1-code#i-saw-a-phone', by: 'checkPhone', test: 'a phone that a child saw is looked up before anything is done about it' },
  // E108
  { clause: 'prep-school/e-safety#picture-complaint', by: 'complain', test: 'a parent complains about a picture, sees each stage and its day, and takes it to the next stage' },
];
