/** Texts as schools send them in, each with its faults: what is found, at which line, and nothing else. */
import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText, readStandards } from '../index.ts';

const vocabulary = 'policies/vocabulary';
const { standards } = readStandards(['law.tsv', 'cadences.tsv'].map((file) => ({ file, text: readFileSync(`${vocabulary}/${file}`, 'utf8') })));

/** Findings as `line code`, on a day in the autumn of 2026. */
function found(text: string, on = '2026-11-20'): string[] {
  return checkText({ text: text.replace(/^\n/, ''), file: 'old.txt', on, standards }).map(({ line, code }) => `${line} ${code}`);
}

test('Marlbrook Infant School: numbered clauses of 2019', () => {
  deepEqual(found(`
Marlbrook Infant School
Acceptable Use Agreement for Staff

Version 3, approved by the Local Governing Committee, 4 March 2019
Next review: March 2021

1. Introduction
This agreement applies to all employees, supply teachers, volunteers and visitors.

2. Passwords
2.1 Passwords must be at least eight characters.
2.2 A record of all passwords must be given to the School Business Manager in a sealed envelope.

3. E-mail
3.1 Staff should use their school account for
3.2 Any e-mail may be disclosed under the Data Protection Act 1998.

4. Safeguarding
Concerns go to the Designated Person for Child Protection, Hilary Brackwater.
CRB checks are carried out on all volunteers.

5. Training
Cyber security training takes place every three years.

I have been given a copy of this agreement.

Name ........................ Date ........................
`), ['5 review-overdue', '12 password-disclosed', '15 cut-off', '16 superseded-law', '19 obsolete-title', '19 named-person', '20 obsolete-title', '23 cadence-too-weak', '25 weak-acknowledgement']);
});

test('a template that nobody has filled in', () => {
  deepEqual(found(`
STAFF ICT POLICY – [INSERT SCHOOL NAME]

This policy is for all staff, agency staff, governors and guests.

* Accounts are deleted two weeks after an employee leaves.
* Backups of the server are tested when necessary.
* The school does not back up laptops.
* Teachers can send messages to pupils from their own mobile phone.
* Employees' e-mails are private and are not read by anyone.
* IT reads all e-mail which passes through the server.
* Staff should sign in at reception and sign out when leaving.
* During the Covid-19 pandemic staff may take laptops home.
* For questions e-mail p.oduya@thornwick-primary.sch.uk.
* Subject access requests are answered in 40 days and cost £10.

Signed: ____________  Name: ____________  Date: ___________
To be reviewed: TBC
`), ['1 no-review-date', '1 no-approval', '1 placeholder', '5 deletion-without-hold', '6 cadence-vague', '7 no-backup', '8 risky-permission', '9 contradiction', '10 contradiction',
    '12 temporary-without-end', '13 named-mailbox', '14 superseded-law', '17 placeholder']);
});

test('Brackenfold School: Markdown with a table of dates', () => {
  deepEqual(found(`
# Brackenfold School - Online Safety Policy

| Policy owner | Reviewed | Next review |
|---|---|---|
| Deputy Head | 01/09/2023 | 01/09/2024 |

Adopted by Governors: 12.10.2023

## Roles
- The **Designated Safeguarding Lead** (Mr T. Whinfell) leads on online safety.
- The network manager checks the filter from time to time.
- Pupils' work accounts are reviewed annually.

## Guidance
We follow Keeping Children Safe in Education (September 2023) and Working Together to Safeguard Children (2018).
We have regard to the PREVENT duty and to advice from the LSCB.
See Appendix C for the reporting form.

## Staff
Staff must not use their own devices for school work. Staff must
- lock screens
- report losses
- keep data safe and

Staff may accept pupils as friends on social media once they have left.

All staff sign the staff code. Supply teachers and visitors sign a short form at reception.

## Appendix A
Acceptable use form
`), ['3 review-overdue', '10 named-person', '11 cadence-vague', '12 cadence-too-weak', '15 superseded-guidance', '15 superseded-guidance', '16 dated-term', '16 obsolete-title',
    '17 dangling-reference', '23 cut-off', '25 risky-permission']);
});

test('Fenwick Cross Nursery: a page of prose', () => {
  deepEqual(found(`
Fenwick Cross Nursery School - Use of cameras and mobile phones

Agreed by the governing body on 12th January 2026. This policy will be reviewed in January 2027.

It applies to all staff, supply and agency staff, students on placement, parents and visitors.

Staff phones are kept in the lockers in the lobby. Staff may use personal mobile phones to photograph the children on outings.
Parents may photograph their own child at events, for themselves alone.

The memory cards are wiped by the room leader at the end of each month.

Photographs of children are kept for five years after a child leaves and are then deleted from the computer.

For the time being staff may also use the nursery's WhatsApp group.

Please speak to Oluwaseun Adebayo-Finch if you are worried about a picture.

Staff, students, parents and visitors sign below to say that they have read and will follow this policy.

Signature: ................  Print name: ................
`), ['7 risky-permission', '12 deletion-without-hold', '14 temporary-without-end', '16 named-person']);
});

test('Castlegate High School: a long policy with contents and appendices', () => {
  deepEqual(found(`
CASTLEGATE HIGH SCHOOL
ICT and E-Safety Policy

Contents
Introduction ............ 2
Monitoring .............. 3
Data .................... 4

Ratified by the Full Governing Body: November 2025
Date of next review: November 2026

Introduction

This policy covers all users of the network: staff, supply staff, students, governors, contractors and guests.

Monitoring

All internet use and all e-mail on the school network is logged and subject to monitoring. A reason must exist before anybody is watched: the school will only look at a user's e-mail where there is a suspicion of misuse.

The ICT technicians may monitor any member of staff without their knowledge.

Data

The General Data Protection Regulation 2018 and the Computer Misuse Act 1998 apply. Parents may ask for their child's file, or make a subject access request under the FOI Act.

Student work areas are not backed up.

Security

Staff passwords must never be shared, except with the ICT Manager.

Access rights are reviewed every two years.

The arrangements for lesson cover will be added in the next edition of this policy, once the timetable and the

Misuse

Report misuse to the Child Protection Officer (see Appendix 4).

Appendix 1: Declaration

I have read the policy and agree to abide by it.

Name: ____________________   Signed: ____________________   Date: __________
`), ['2 dated-term', '18 contradiction', '18 monitoring-without-authority', '18 contradiction', '20 monitoring-without-notice', '24 misspelt-law', '24 wrong-law', '24 wrong-law', '26 no-backup', '30 password-disclosed',
    '32 cadence-too-weak', '34 cut-off', '38 obsolete-title', '38 dangling-reference']);
});

test('Priory Lane Primary: rules for pupils with a slip for parents', () => {
  deepEqual(found(`
Priory Lane Primary School
Computer rules for pupils

These rules were approved by governors in July 2026 and will be reviewed in July 2027.

These rules are for all pupils and for parents who help in class.

I will tell the teacher my password if I am asked. Children must tell their passwords to the class teacher.
I will only open pages that my teacher has chosen.
I will not tell anyone my name on the internet.
I will tell a grown-up if something worries me.

Children in Year 6 can bring a phone. XX will look after it.

Signed (child): ____________
Class: __________
`), ['6 audience-unsigned', '8 password-disclosed', '8 password-disclosed', '13 placeholder']);
});

test('Saltmarsh Trust: the tone of a letter, dates in words', () => {
  deepEqual(found(`
Saltmarsh Learning Trust
Staff code of conduct for technology

The Board of Trustees adopted this code on 3 September 2024. It is reviewed annually.

All colleagues, including supply teachers, must follow it. Visitors using our wifi are given a copy.

We take the Data Protection Act 2017 seriously. Ms Ravenscroft, our data protection officer, will answer your questions.

Online safety training is provided regularly.

Filtering is tested every other year by the provider.

We have adopted Safeguarding Children and Safer Recruitment in Education.

Until further notice, colleagues may hold parents' evenings on their own accounts.

By signing your contract you confirm that you have received, understood and will follow this code.
`), ['4 review-overdue', '8 wrong-law', '8 named-person', '10 cadence-vague', '12 cadence-too-weak', '14 superseded-guidance', '16 temporary-without-end']);
});
