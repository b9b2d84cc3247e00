/** The words of visitors. */
import type { Day } from '../../rulebook/index.ts';

/** What brings somebody here, as the tablet asks it, and what they are at the school while they are here. */
export const REASONS = [
  { reason: 'meeting', title: 'A meeting or a visit', kind: 'visitor' },
  { reason: 'works', title: 'Work on the building or on equipment', kind: 'contractor' },
  { reason: 'helping', title: 'Helping in school', kind: 'volunteer' },
  { reason: 'photographs', title: 'Taking photographs for the school', kind: 'photographer' },
  { reason: 'teaching', title: 'Supply teaching or agency cover', kind: 'supply' },
  { reason: 'delivery', title: 'A delivery', kind: 'visitor' },
  { reason: 'other', title: 'Something else', kind: 'visitor' },
] as const;
export type ReasonName = (typeof REASONS)[number]['reason'];

/** Where a visit stands. Worked out from its moments, never set. */
export type VisitState = 'expected' | 'begun' | 'on-site' | 'left' | 'cancelled';

export type LeftHow = 'self' | 'office' | 'day-end';

/** One visit of one grown-up. */
export interface Visit {
  readonly id: string;
  readonly day: Day;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly about: string;
  readonly vehicle: string;
  readonly mark: string;
  readonly kind: string;
  readonly reason: ReasonName;
  /** The person of the school this is, where they are one. */
  readonly person: string | null;
  readonly host: string | null;
  readonly expectedBy: string | null;
  readonly expectedTime: string | null;
  readonly kiosk: string | null;
  /** Whether they will use the school's wifi or computers. */
  readonly wantsAccess: boolean;
  /** The language they chose at the door; null for English. */
  readonly language: string | null;
  readonly begunAt: Date | null;
  readonly agreedAt: Date | null;
  readonly rulesHash: string | null;
  readonly code: string | null;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly leftHow: LeftHow | null;
  readonly cancelledAt: Date | null;
}

export const nameOf = (one: Pick<Visit, 'givenName' | 'familyName'>): string => `${one.givenName} ${one.familyName}`.trim();

/** What somebody types at the tablet, or a host beforehand. */
export interface Typed {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly reason: ReasonName;
  readonly about: string;
  readonly vehicle: string;
  /** A few letters of the host's name, and the one chosen where several fit. */
  readonly host: string;
  readonly hostId: string | null;
  readonly wantsAccess: boolean;
}

/** A tablet at reception. */
export interface Kiosk {
  readonly id: string;
  readonly place: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** Supply or agency staff for a day or some days. */
export interface Stint {
  readonly id: string;
  readonly person: string;
  readonly agency: string;
  readonly from: Day;
  readonly until: Day;
  readonly classes: string;
  readonly host: string | null;
}

/** Periods of visiting, by the day from which they hold. The newest line that has begun counts. */
export interface VisitSettings {
  readonly from: Day;
  /** So long a visit is kept with its names: long enough to answer a question of the same school year. */
  readonly keepVisitsDays: number;
  /** From this hour in London everybody still noted as on site is noted as gone. */
  readonly dayEndsAtHour: number;
  /** So long a tablet stays a kiosk before the office starts it again. */
  readonly kioskDays: number;
  /** So long an arrival that was begun and not finished is kept. */
  readonly unfinishedMinutes: number;
  /** So long a one-time link for supply staff works. */
  readonly supplyLinkHours: number;
  /** At so few codes left the network manager is told. */
  readonly fewCodes: number;
}

export const SETTINGS: readonly VisitSettings[] = [
  { from: '2000-01-01', keepVisitsDays: 365, dayEndsAtHour: 20, kioskDays: 180, unfinishedMinutes: 30, supplyLinkHours: 18, fewCodes: 5 },
];

/** The settings of a day. */
export const settingsOn = (day: Day): VisitSettings => SETTINGS.findLast(line => line.from <= day) ?? SETTINGS[0]!;

/** Acts that matter most to somebody who comes for a day, the first first: what the short list of rules is chosen by. */
export const FIRST_ACTS: readonly string[] = [
  'use-phone', 'carry-personal-device', 'photograph-pupils', 'approach-pupils', 'record-people', 'contact-pupil', 'sign-in', 'share-password', 'use-personal-device', 'visit-site',
  'install-software', 'befriend-online', 'disclose-personal-details', 'report-safeguarding-concern', 'report-accidental-access', 'leave-computer-signed-in', 'use-school-ict', 'post-online', 'publish-image',
];
