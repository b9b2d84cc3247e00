/** A cast being put together: its words, and how a grown-up joins it. */
import { addDays } from '../platform/days.ts';
import type { NewPerson } from '../school/people/index.ts';
import type { namer } from './names.ts';
import type { Plan } from './plans.ts';

/** Somebody of the cast; the place in the list of people stands for them. */
export type Member = number;

/** A parent or carer of a child of the cast. */
export interface FamilyTie {
  readonly child: Member;
  readonly parent: Member;
  readonly relation: string;
  readonly mayAgree: boolean;
  readonly noContact: boolean;
}

/** A cast being put together. */
export interface Casting {
  readonly plan: Plan;
  readonly today: string;
  readonly chance: () => number;
  readonly names: ReturnType<typeof namer>;
  readonly people: NewPerson[];
  readonly offices: { office: string; person: Member }[];
  readonly families: FamilyTie[];
}

const STAFF = new Set(['teacher', 'support-staff', 'supply', 'ict', 'staff']);

/** Adds a grown-up. Staff, governors and trustees have a school address; others one of their own. */
export function addAdult(casting: Casting, of: { kind: string; name?: string; family?: string; yearsHere?: number; daysHere?: number }): Member {
  const family = of.family ?? casting.names.family();
  const [givenName = '', ...rest] = (of.name ?? `${casting.names.given(family)} ${family}`).split(' ');
  const familyName = rest.join(' ');
  const joinedOn = of.daysHere === undefined ? septemberOf(casting.today, of.yearsHere ?? 0) : addDays(casting.today, -of.daysHere);
  const host = STAFF.has(of.kind) || of.kind === 'governor' || of.kind === 'trustee' ? casting.plan.mail : 'home.example';
  const email = `${givenName}.${familyName}@${host}`.toLowerCase();
  casting.people.push({ givenName, familyName, email, joinedOn, kinds: [of.kind] });
  return casting.people.length - 1;
}

/** The first day of this school year, or of one so many years ago; never a day still to come. */
export function septemberOf(today: string, yearsAgo: number): string {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0) - yearsAgo;
  return `${year}-09-01`;
}
