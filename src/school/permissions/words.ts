/** The words of permissions. A request asks for a permission; a permission was granted by whoever holds an office. */
import type { OfficeGroups } from '../../rulebook/index.ts';

/** Fact of the vocabulary → its value, or several of them: the situation that is asked for or covered. */
export type Situation = Readonly<Record<string, string | readonly string[]>>;

export const REQUEST_STATES = ['asked', 'asked-back', 'granted', 'refused', 'taken-back', 'lapsed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Somebody asks for a permission. */
export interface Request {
  readonly id: string;
  /** Null once they are forgotten. */
  readonly asker: string | null;
  /** Whoever would hold it: the asker, or a child for whom a parent asks. */
  readonly holder: string | null;
  readonly act: string;
  readonly facts: Situation;
  /** What the rule demands to be shown: its name → what was given. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Full ids of the clauses that ask. */
  readonly clauses: readonly string[];
  /** One office from each inner list. */
  readonly offices: OfficeGroups;
  /** Offices that are one person's in this matter alone: the owner of the file, the teacher of the class. */
  readonly named: Readonly<Record<string, string>>;
  /** First and last day asked for. */
  readonly from: string;
  readonly until: string;
  readonly state: RequestState;
  readonly askedAt: Date;
  readonly openedAt: Date | null;
  /** Those who decide and have opened it since it was asked, answered or handed on. */
  readonly openedBy: readonly string[];
  readonly handedOnAt: Date | null;
  readonly answeredAt: Date | null;
}

/** `undo` takes back the same office's word of the same day. */
export type Saying = 'grant' | 'refuse' | 'ask-back' | 'answer' | 'hand-on' | 'undo';

/** What was said about a request. */
export interface Word {
  readonly id: string;
  readonly request: string;
  readonly says: Saying;
  /** The office of the rule for which it was said; empty for the asker's own answer and for the round that hands on. */
  readonly office: string;
  readonly by: string | null;
  readonly words: string;
  readonly conditions: string;
  readonly at: Date;
}

/** A group that holds a permission together: everybody of these kinds, of the class and on the trip, as far as each is named. */
export interface Holders {
  readonly kinds?: readonly string[];
  readonly class?: string;
  readonly trip?: string;
}

/** Must be carried out before a permission counts: the holder accepts its conditions. Anything else is somebody's task. */
export const ACCEPTANCE = 'acceptance';

/** A permission that was granted: to one person or, standing, to a group. */
export interface Grant {
  readonly id: string;
  readonly request: string | null;
  readonly holder: string | null;
  readonly holders: Holders | null;
  readonly act: string;
  /** The offices of the rule that granted it, one of each group. */
  readonly offices: readonly string[];
  readonly facts: Situation;
  readonly conditions: string;
  readonly reason: string;
  readonly clauses: readonly string[];
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
  readonly startsAt: Date;
  /** The first moment at which it no longer counts. */
  readonly endsAt: Date;
  /** What must be carried out before it counts; null where nothing. */
  readonly waitsFor: string | null;
  readonly evidence: Readonly<Record<string, string>>;
  /** The last day on which its evidence is known to be true; null where it needs none. */
  readonly evidenceUntil: string | null;
}

export type TurnKind = 'withdrawn' | 'suspended' | 'restored' | 'given-up' | 'carried-out' | 'reminded' | 'evidence-reminded' | 'expired';

/** What befell a permission. */
export interface Turn {
  readonly id: string;
  readonly permission: string;
  readonly turn: TurnKind;
  readonly by: string | null;
  readonly reason: string;
  readonly at: Date;
}

/** How a permission stands. Only a live one counts. */
export const PERMISSION_STATES = ['live', 'waiting', 'suspended', 'coming', 'withdrawn', 'given-up', 'expired'] as const;
export type PermissionState = (typeof PERMISSION_STATES)[number];

/** A seat from which somebody may decide. */
export interface Seat {
  readonly person: string;
  /** The office that the rule names, for which the word counts. */
  readonly office: string;
  /** The office that this person holds: another where nobody holds the one named, or only the asker does. */
  readonly as: string;
  /** Sits there only because nobody else is left, or nobody has opened it. */
  readonly instead?: true;
}
