/** The words of concerns. A concern is one thing that was told; a report may hold several; an eye is who may read one, and why. */
import type { VNode } from 'preact';
import type { Lock } from '../../platform/seal/index.ts';
import type { Asked, Body, School } from '../../platform/web/index.ts';
import type { Shared } from '../feature.ts';

/** Where a concern stands. */
export type ConcernState = 'new' | 'seen' | 'in-hand' | 'closed';
export const CONCERN_STATES: readonly ConcernState[] = ['new', 'seen', 'in-hand', 'closed'];

export type Severity = 'minor' | 'ordinary' | 'serious' | 'very-serious';
export const SEVERITIES: readonly Severity[] = ['minor', 'ordinary', 'serious', 'very-serious'];

/** How a report came. */
export type Channel = 'screen' | 'anonymous' | 'kiosk' | 'by-hand' | 'block-page' | 'answer';

/** Why somebody may read a concern. */
export type EyeReason = 'routed' | 'handed-on' | 'round-the-subject' | 'copied' | 'shared' | 'opened-by-two' | 'escalated';

/** One thing that was told. Nothing of its content stands here. */
export interface Concern {
  readonly id: string;
  readonly report: string;
  /** Drawn by chance: a number in a row would tell how many there are. */
  readonly code: string;
  /** The act of the rule: `report-data-breach`. */
  readonly kind: string;
  readonly clauses: readonly string[];
  readonly state: ConcernState;
  readonly severity: Severity | null;
  /** Keyed: those it is about, who never read it. */
  readonly aboutKeys: readonly string[];
  /** Keyed: children who may be harmed. */
  readonly childKeys: readonly string[];
  readonly openedAt: Date;
  readonly seenAt: Date | null;
  readonly actedAt: Date | null;
  readonly handOnAt: Date | null;
  readonly closedAt: Date | null;
}

/** Who may read a concern: an office, or one person by name. */
export interface Eye {
  readonly id: string;
  readonly concern: string;
  readonly office: string | null;
  readonly person: string | null;
  readonly why: EyeReason;
  /** null: all of it; otherwise the entries that were shared. */
  readonly parts: readonly string[] | null;
  readonly clause: string | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly toldAt: Date | null;
  readonly seenAt: Date | null;
}

/** One line of the chronology, opened. What `words` holds depends on its sort. */
export interface Entry<Words extends object = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly sort: string;
  readonly by: string | null;
  readonly words: Words;
  readonly at: Date;
  readonly happenedAt: Date | null;
}

/** The words of the first entry (sort `report`): what the readers of this one concern are told. */
export interface ToldWords {
  readonly narrative: string;
  /** What the rules and the form asked, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** What was asked of the whole report: when, where. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The words of a note that only its writer and those named may read (sort `restricted-note`). */
export interface RestrictedWords {
  readonly for: readonly string[];
}

/** A file of a concern, as it is listed. */
export interface FileLine {
  readonly id: string;
  readonly entry: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly addedAt: Date;
}

/** The report that a concern belongs to, as far as the readers of the concern know it. */
export interface ReportOf {
  readonly id: string;
  readonly channel: Channel;
  readonly reportedAt: Date;
  /** Who told it; null where they stay unknown. */
  readonly reporter: string | null;
  readonly about: readonly string[];
  readonly children: readonly string[];
}

/** A concern that was opened by somebody who may read it; the reading is written down by then. */
export interface Opened {
  readonly concern: Concern;
  readonly report: ReportOf;
  /** Oldest first; of a reader with parts only those, and no restricted note that is not theirs. */
  readonly entries: readonly Entry[];
  readonly eyes: readonly Eye[];
  readonly files: readonly FileLine[];
  readonly lock: Lock;
  /** Its files are held for the police: nobody opens them alone. */
  readonly held: boolean;
  /** Whether the reader has all of it, or parts that were shared. */
  readonly whole: boolean;
}

/** Who reads, as the deciding functions look at them. */
export interface ReaderOf {
  readonly person: string | null;
  readonly offices: readonly string[];
}

/** Who does something, where and when. `by` is null where the software does it, or somebody unknown. */
export interface Doing {
  readonly school: School;
  readonly by: string | null;
  readonly at: Date;
  readonly today: string;
  readonly lock: Lock;
  readonly shared: Shared;
}

/** Somebody who asks for a concern. A route makes it of what it was asked: `askingOf(asked, shared)`. */
export interface Asking {
  readonly reader: ReaderOf;
  readonly school: School;
  readonly now: Date;
  readonly today: string;
  readonly lock: Lock;
  readonly shared: Shared;
}

/** One kind of thing that a report is. */
export interface KindTold {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  /** What the readers of this kind are told, where they are not to read the whole narrative. */
  readonly narrative?: string;
  /** The office that the reporter chose, where the rule leaves the choice ("dsl or head"). */
  readonly office?: string;
  /** The one person it goes to, where the rule says "a member of staff" or "the teacher". */
  readonly person?: string;
}

/** A file to keep with a report. */
export interface FileGiven {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Position in `kinds`; the first where left out. */
  readonly kind?: number;
}

/** A report as it comes in. */
export interface ReportGiven {
  /** null where they stay unknown. */
  readonly reporter: string | null;
  readonly channel: Channel;
  readonly answers: Readonly<Record<string, string>>;
  readonly narrative: string;
  /** Ids of those it is about: none of them ever reads it. */
  readonly about: readonly string[];
  /** Ids of children who may be harmed. */
  readonly children: readonly string[];
  readonly kinds: readonly KindTold[];
  readonly files?: readonly FileGiven[];
  /** Kinds and offices of the reporter, so that the rules that bind them speak first. */
  readonly who?: readonly string[];
  /** The keyed hash of the code with which an unknown reporter comes back. */
  readonly returnCode?: string;
}

/** Where a concern went. */
export interface WentTo {
  readonly concern: string;
  readonly code: string;
  readonly kind: string;
  /** The offices told. */
  readonly offices: readonly string[];
  /** The rules of the school say nothing of it: it goes where such things go. */
  readonly rulesSilent: boolean;
  /** Offices of the rule that nobody holds. */
  readonly vacant: readonly string[];
  /** Nobody of the school but those concerned is left in the list: the local authority is the one to ring. */
  readonly nobodyLeft: boolean;
}

export interface Filed {
  readonly report: string;
  readonly concerns: readonly string[];
  readonly told: readonly WentTo[];
}

/** A piece of the page of a concern. Lower `order` stands first. */
export interface Panel {
  readonly order: number;
  readonly body: VNode;
}

/** What a part of the case work puts on the page of a concern. */
export type Panels = (asked: Asked<Body>, opened: Opened, shared: Shared) => Promise<readonly Panel[]>;
