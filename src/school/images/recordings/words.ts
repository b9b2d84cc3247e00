/** The words of recordings: what somebody wants to record, and who in it has said yes. */
import type { ClauseId, OfficeGroups } from '../../../rulebook/index.ts';

export interface Recording {
  readonly id: string;
  /** Null once they are forgotten. */
  readonly askedBy: string | null;
  /** The visitor for whom a member of staff asks; empty where they ask for themselves. */
  readonly forVisitor: string;
  /** A value of the fact `recording-kind`: `video`, `audio`. */
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  readonly place: string;
  readonly onDay: string;
  readonly keptWhere: string;
  readonly keptUntil: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly clauses: readonly string[];
  /** Whose yes the rules ask for besides: one office of each group. */
  readonly offices: OfficeGroups;
  readonly calledOffOn: string | null;
  /** The day on which the asker said that it is deleted. */
  readonly goneOn: string | null;
  /** When the list of people went. */
  readonly erasedAt: Date | null;
}

export type RecordingGiven = Pick<Recording, 'forVisitor' | 'kind' | 'title' | 'why' | 'place' | 'onDay' | 'keptWhere' | 'keptUntil' | 'facts' | 'clauses' | 'offices'>;

/** Whose word it is: the person's own, or a parent's for them. */
export type Voice = 'own' | 'parent';
export type Says = 'yes' | 'no';
/** How it was said; `here`: on the speaker's own page. */
export type How = 'here' | 'aloud' | 'telephone' | 'paper';
export const HOWS: readonly Exclude<How, 'here'>[] = ['aloud', 'telephone', 'paper'];

/** Somebody who would be in it. */
export interface Asked {
  readonly recording: string;
  readonly person: string;
  readonly ownWord: boolean;
  readonly parentWord: boolean;
}

export interface Word {
  readonly recording: string;
  readonly person: string;
  /** Null once they are forgotten. */
  readonly by: string | null;
  readonly voice: Voice;
  readonly says: Says;
  readonly at: Date;
  readonly how: How;
  /** Who put it down for them; null where they said it here themselves. */
  readonly notedBy: string | null;
}

/** How one person stands: `leave-out` where somebody said no, or took a yes back. */
export type PersonState = 'yes' | 'leave-out' | 'waits';

/** How a recording stands on a day. Only `agreed` may be made; `office` waits for an office whose yes the rules ask for besides. */
export type RecordingState = 'nobody' | 'waits' | 'office' | 'agreed' | 'nobody-left' | 'over' | 'called-off' | 'gone';

/** What somebody would record, as the rules look at it. */
export interface Planned {
  /** Kinds and offices, wider kinds included. */
  readonly who: readonly string[];
  readonly kind: string;
  readonly owner: string;
  readonly device: string;
  readonly purpose: string;
  /** What else was told, because the rules asked. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What the rules say before anybody is asked. */
export type Weighed =
  | { readonly kind: 'forbidden'; readonly because: readonly ClauseId[] }
  | { readonly kind: 'unclear'; readonly missing: readonly string[] }
  /** Nothing forbids it once everybody agrees. `silent`: no rule speaks of recordings here; `asks`: the acts for which these offices are asked. */
  | { readonly kind: 'open'; readonly because: readonly ClauseId[]; readonly offices: OfficeGroups; readonly asks: readonly string[]; readonly silent: boolean };

/** From which year group a pupil's own word is enough; null where a parent is asked for every pupil. */
export interface OwnWord {
  readonly since: string;
  readonly fromYear: string | null;
  readonly by: string | null;
}
