/** The mails of chasing: thin, without any pupil's name, leading to the sign-in. */
import { counted } from '../../../page-parts/index.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { MOST_REMINDERS } from './words.ts';

const listOf = (titles: readonly string[]): string => titles.map(title => `  - ${title}`).join('\n');
const things = (count: number): string => counted(count, 'set of rules', 'sets of rules');

/** To one person, about everything they are reminded of today. */
export function reminderMail(school: School, of: { person: string; to: string; once: string; own: readonly string[]; beside: readonly string[]; number: number }): Letter {
  const { person, to, once, own, beside, number } = of;
  const parts = [
    ...(own.length > 0 ? [`${school.name} asks you to read and sign ${things(own.length)}:\n\n${listOf(own)}`] : []),
    ...(beside.length > 0 ? [`${school.name} asks you, as a parent or carer, to read and sign ${things(beside.length)} beside your child:\n\n${listOf(beside)}`] : []),
    `Sign in to read and sign:\n{site}/${school.slug}/sign-in?next=${encodeURIComponent(`/${school.slug}/${own.length > 0 ? 'agreements' : 'family'}`)}`,
    `If you would rather talk about it first, you can say so there, and reminders stop.`,
    `This is reminder ${number} of at most ${MOST_REMINDERS}. They stop as soon as it is signed.`,
  ];
  return { kind: 'reminder', person, to, once, subject: `Something to read and sign for ${school.name}`, body: `${parts.join('\n\n')}\n` };
}

export interface ClassCount { readonly class: string; readonly waiting: number; readonly overdue: number }

/** To a class teacher, once a week: numbers. */
export function teacherDigest(school: School, of: { person: string; to: string; once: string; classes: readonly ClassCount[] }): Letter {
  const lines = of.classes.map(one => `  ${one.class}: ${one.waiting + one.overdue} still to sign, ${one.overdue} of them overdue\n  {site}/${school.slug}/agreements/chase/group?class=${encodeURIComponent(one.class)}`);
  return {
    kind: 'digest', person: of.person, to: of.to, once: of.once, subject: `Signatures still missing in your class, ${school.name}`,
    body: `This week's count:\n\n${lines.join('\n\n')}\n\nSign in to see the names. Nothing needs doing where somebody has said no: the office talks with them.\n`,
  };
}

/** To the office, once a week, and on a day when asks were handed to it. */
export function officeDigest(school: School, of: { person: string; to: string; once: string; waiting: number; overdue: number; reminders: number; handed: number; unreached: number; weekly: boolean }): Letter {
  const parts = [
    ...(of.handed > 0 ? [`Signatures still missing after ${MOST_REMINDERS} reminders: ${of.handed}. No more reminders are sent. Please speak to the people themselves.`] : []),
    ...(of.unreached > 0 ? [`Signatures missing from people whose mail comes back: ${of.unreached}. Please correct their address, or speak to them.`] : []),
    ...(of.weekly ? [`Still to sign: ${of.waiting + of.overdue}, of these overdue: ${of.overdue}. Reminders sent today: ${of.reminders}.`] : []),
    `Sign in to see the names:\n{site}/${school.slug}/agreements/chase${of.handed + of.unreached > 0 ? '/office' : ''}`,
  ];
  return { kind: of.handed + of.unreached > 0 ? 'hand-over' : 'digest', person: of.person, to: of.to, once: of.once, subject: of.handed + of.unreached > 0 ? `Signatures that need the office, ${school.name}` : `Signatures still missing, ${school.name}`, body: `${parts.join('\n\n')}\n` };
}
