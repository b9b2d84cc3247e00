/** A sound policy stays silent; one fault planted in it is found, alone and in its place; what only looks like one is not. */
import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText, readStandards } from '../index.ts';

const vocabulary = 'policies/vocabulary';
const { standards } = readStandards(['law.tsv', 'cadences.tsv'].map((file) => ({ file, text: readFileSync(`${vocabulary}/${file}`, 'utf8') })));
const found = (text: string, on = '2026-11-20') => checkText({ text, file: 'old.txt', on, standards }).map(({ line, code }) => `${line} ${code}`);

/** A staff policy without a fault; what is planted stands on line 17, a paragraph of its own. */
const sound = (planted = 'Ask before you do something new.') => `Hollin Bank Academy

Acceptable use of technology: agreement for staff, supply staff, governors, volunteers and visitors

Approved by the governing board on 14 September 2026. Next review due: September 2027.

Who this is for
This agreement applies to all staff, supply staff, governors, volunteers and visitors who use our network. Contact the school office with questions about it.

Accounts
Keep your password to yourself. Never share it with anyone, IT staff included.
- Accounts are closed on the day a person leaves. Files are deleted after 30 days unless a legal hold applies.
- All user accounts are reviewed every term, and backups are tested every term.

More rules

${planted}

Personal devices
1. Do not use your own phone to photograph pupils.
2. You may use your own phone in the staff room at break.
3. Do not contact pupils from a personal account.

Monitoring
We monitor use of the internet and e-mail on school systems. The headteacher authorises it. You are told each time you log in.
Filtering and monitoring are reviewed every year.

Training
Everyone takes online safety training every year.

Data protection
Report any breach to the data protection officer at once. We obey the UK GDPR and the Data Protection Act 2018. We follow Keeping Children Safe in Education 2026.

I have read this agreement. I understand it and agree to keep to it.
Name:
Role:
Signed:
Date:
`;

const FAULTS: readonly (readonly [string, string])[] = [
  ['Call the office on XXX before eight.', 'placeholder'],
  ['The filter is run by [name of provider].', 'placeholder'],
  ['The named governor is <insert name>.', 'placeholder'],
  ['The network manager will keep the key in ____________ at all times.', 'placeholder'],
  ['The date of the next drill is TBA.', 'placeholder'],
  ['Loans end on DD/MM/YYYY at the latest.', 'placeholder'],
  ['Staff must report the loss of a laptop to the', 'cut-off'],
  ['All users will make sure that their devices are locked and', 'cut-off'],
  ['Staff should make sure that files are saved in', 'cut-off'],
  ['Every member of staff must follow their.', 'cut-off'],
  ['Get permission from Gavin Thistlewood before you install a program.', 'named-person'],
  ['Speak to Mrs Okonjo-Bell about lost phones.', 'named-person'],
  ['The data protection officer is Anneliese Vantongeren.', 'named-person'],
  ['Lost devices are reported to Zbigniew Halloran the same day.', 'named-person'],
  ['Send the form to r.pettifer@hollinbank.example.sch.uk by Friday.', 'named-mailbox'],
  ['Data is handled as the Data Protection Act 1998 lays down.', 'superseded-law'],
  ['A subject access request under the Freedom of Information Act 2000 is answered in time.', 'wrong-law'],
  ['We comply with the GDRP.', 'misspelt-law'],
  ['Staff read Part one of KCSIE 2023.', 'superseded-guidance'],
  ['Staff read annex A of Keeping Children Safe in Education.', 'superseded-guidance'],
  ['Remote teaching follows annex C of KCSIE.', 'superseded-guidance'],
  ['Tell the Child Protection Officer if you are worried.', 'obsolete-title'],
  ['Fraud is reported to Action Fraud.', 'obsolete-title'],
  ['Our LEA gives advice.', 'obsolete-title'],
  ['Our e-safety lessons begin in Year 1.', 'dated-term'],
  ['Teachers may message pupils from their personal mobile phones.', 'risky-permission'],
  ['Staff are allowed to share their log-in details with cover teachers.', 'risky-permission'],
  ['Staff can use their own phones to film children at sports day.', 'risky-permission'],
  ['Passwords must not be told to anyone except the network manager.', 'password-disclosed'],
  ['Staff must give their passwords to the office before they go on leave.', 'password-disclosed'],
  ['Mailboxes are erased when a member of staff leaves the school.', 'deletion-without-hold'],
  ['CCTV footage is kept for 30 days and then destroyed.', 'deletion-without-hold'],
  ['Shared drives are not backed up.', 'no-backup'],
  ['All staff take cyber security training every second year.', 'cadence-too-weak'],
  ['Backups are tested once a year.', 'cadence-too-weak'],
  ['The web filter is checked periodically.', 'cadence-vague'],
  ['During the pandemic, staff may use their own cameras for lessons.', 'temporary-without-end'],
  ['Until further notice, clubs meet online.', 'temporary-without-end'],
  ['Home loans are temporarily allowed until July 2023.', 'temporary-past-its-end'],
  ['Use the form in Appendix B.', 'dangling-reference'],
  ['The school covertly monitors staff laptops.', 'monitoring-without-notice'],
];

for (const [planted, code] of FAULTS) {
  test(`found in a policy: ${planted}`, () => deepEqual(found(sound(planted)), [`17 ${code}`]));
}

const HARMLESS: readonly string[] = [
  'Film 18 and films marked XL are not shown.',
  'The word [sic] stands in the older text, and [currently limited to teaching staff] does too.',
  'Press <Windows> and <L> to lock the screen.',
  'Insert the memory stick only when it is encrypted.',
  'Dates are agreed with the head.',
  'The people you should turn to',
  'What is this policy for',
  'When you leave your desk, you must\n- lock the screen\n- put papers away',
  'Take the form to the office, sign it, and hand it in.',
  'See vitamin plan A.',
  'The Designated Safeguarding Lead and the Network Manager meet on Mondays.',
  'Contact Children\'s Social Care or the Local Authority Designated Officer.',
  'Ask the Head of Year or the Special Educational Needs Coordinator.',
  'Report it to the NSPCC Helpline or to the Internet Watch Foundation.',
  'Write to the Information Commissioner\'s Office (casework@ico.org.uk).',
  'Write to the data protection officer at dpo@hollinbank.example.sch.uk.',
  'Pupils may use Google Classroom, Microsoft Teams and Purple Mash.',
  'Requests under the Freedom of Information Act 2000 go to the clerk.',
  'Subject access requests and freedom of information requests go to the office.',
  'The Data Protection Act 2018 replaced the Data Protection Act 1998.',
  'Staff may not message pupils from their personal phones.',
  'Staff may message pupils through the learning platform only.',
  'With the permission of the head, staff may use personal phones to film children on a trip.',
  'A password must not be shared with anyone other than its owner.',
  'Keep passwords nowhere except in the password manager.',
  'Computers must not be left on unless the screen is locked with a password.',
  'Delete mail that you no longer need.',
  'Files are deleted a year after pupils leave, unless an investigation needs them.',
  'Lost work cannot be restored if it has not been backed up.',
  'Shred printed reports after use.',
  'Online safety training takes place every term.',
  'The web filter is checked each month, and more often when necessary.',
  'Check your privacy settings regularly.',
  'Staff should regularly delete old drafts.',
  'The pandemic taught us how to teach online.',
  'Pupils were taught at home during the lockdown of 2020.',
  'A ban may be temporary or permanent.',
  'Sign in and sign out at reception.',
  'Appendix A of the DfE guidance explains the terms.',
  'The school never monitors devices secretly.',
  'We may look at e-mail when we have a reason to believe that rules were broken.',
  'Grace Road, St Mary\'s Church Hall and Victoria Park are our sites.',
  'May Day, April Fools and Summer Term events are in the diary.',
  'The site manager, a contractor or a volunteer may ask for a guest log-in.',
  'Will Staff Be Trained?',
  'The regulations on computer misuse are the Computer Misuse Act 1990.',
];

for (const planted of HARMLESS) {
  test(`no fault in a policy: ${planted.split('\n')[0]}`, () => deepEqual(found(sound(planted)), []));
}

test('a sound policy is silent until its review is due', () => {
  deepEqual(found(sound()), []);
  deepEqual(found(sound(), '2027-09-30'), []);
  deepEqual(found(sound(), '2027-10-01'), ['5 review-overdue']);
});

test('guidance is out of date from the day its successor came, not before', () => {
  const text = sound('Staff read Part one of KCSIE 2025.');
  deepEqual(found(text, '2026-08-31'), []);
  deepEqual(found(text, '2026-09-01'), ['17 superseded-guidance']);
});

test('what is missing altogether is found at the head of the text, a missing signature at its end', () => {
  const rules = 'Staff phone rules\n\nStaff must lock their phones away.\n\nStaff must not use them in class.\n\nStaff should ring the office in a crisis.\n';
  deepEqual(found(rules), ['1 no-review-date', '1 no-approval', '1 audience-gap', '7 no-signature']);
});

test('an empty text and a text of blanks have no rules to break', () => {
  deepEqual(found(''), ['1 no-review-date', '1 no-approval']);
  deepEqual(found('\n\n \n'), ['1 no-review-date', '1 no-approval']);
});

test('a code for pupils in their own words is silent', () => {
  deepEqual(found(`Our computer rules

I look after the computers.
I keep my password safe. I do not tell it to my friends.
I ask before I print.
I tell a grown-up if something makes me sad.
I am kind when I write.

The governors approved these rules in September 2026. We look at them again in September 2027.

My name: ____________   My class: ______
Signed by a parent or carer: ____________   Date: ________
`), []);
});

test('a policy in Markdown, with a table of dates and links, is silent', () => {
  deepEqual(found(`# Online safety policy

| Approved by | Approved | Next review |
| --- | --- | --- |
| Full governing board | 3 October 2026 | October 2027 |

This policy is for **all** staff, supply staff, pupils, parents, governors and visitors. Each of them signs its short form.

## Who does what

- The designated safeguarding lead leads on online safety.
- The network manager tests the filter *every month* and writes down the result.
- Governors review filtering and monitoring once a year.

## Learning

Pupils learn about online safety in every year group. Read [the DfE guidance](https://www.gov.uk/guidance) for more.

> Tell somebody if you are worried.
`), []);
});

test('a text whose letters are not UTF-8 says so before anything else', () => {
  deepEqual(found(sound('Ask first in the caf\ufffd.')), ['17 not-utf-8']);
});

test('whoever watches does so on somebody’s authority, and the text says whose', () => {
  const watched = (words: string) => found(sound().replace('We monitor use of the internet and e-mail on school systems. The headteacher authorises it. You are told each time you log in.', words));
  deepEqual(watched('We monitor use of the internet and e-mail on school systems.'), ['24 monitoring-without-authority']);
  deepEqual(watched('All use of the network may be monitored. Only the deputy head can ask for a log.'), []);
  deepEqual(watched('The school may monitor your e-mail. A request to look goes to a senior leader, who writes down why.'), [], 'an office in the same passage');
  deepEqual(watched('Backups of e-mail are monitored for faults.'), []);
});
