/** The words of accounts: what the school gives people to sign in to, why it is not open, and what has to be done about it. */

/** Countersign itself, where the software sees what it does. */
export const HERE = 'countersign';
/** Everything that somebody has. */
export const ALL = 'all';

/** What a school gives people to sign in to. */
export interface Facility {
  /** A value of the vocabulary's `facility`, or `own-…`. */
  readonly key: string;
  /** As the school calls it; empty for the vocabulary's word. */
  readonly name: string;
  /** For whom it is, wider kinds included; empty for everybody. */
  readonly kinds: readonly string[];
}

/** How an account is kept from being open, the mildest first. */
export const HOWS = ['inside-only', 'securing', 'suspended', 'revoked'] as const;
export type How = (typeof HOWS)[number];
/** How somebody is asked to set an account. */
export type Wanted = 'open' | Exclude<How, 'securing'>;

export const CAUSES = ['case', 'alarm', 'lost-device', 'decision', 'parent'] as const;
export type Cause = (typeof CAUSES)[number];

export type EndedHow = 'over' | 'given-back' | 'taken-back' | 'secured';

/** One reason why an account is not open. */
export interface Hold {
  readonly id: string;
  readonly person: string;
  readonly facility: string;
  readonly how: How;
  readonly cause: Cause;
  readonly source: string | null;
  readonly deciders: readonly string[];
  readonly clause: string | null;
  readonly reason: string;
  readonly begunOn: string;
  readonly begunAt: Date;
  readonly begunBy: string | null;
  readonly untilOn: string | null;
  readonly endedOn: string | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedHow: EndedHow | null;
  readonly endedReason: string;
}

/** What begins a hold. */
export type HoldGiven = Pick<Hold, 'person' | 'facility' | 'how' | 'cause'> & Partial<Pick<Hold, 'source' | 'deciders' | 'clause' | 'reason' | 'untilOn'>>;

/** Something to be done in another system. */
export interface Step {
  readonly id: string;
  readonly person: string;
  readonly facility: string;
  readonly wanted: Wanted;
  readonly quiet: boolean;
  readonly office: string;
  readonly openedAt: Date;
  readonly openedOn: string;
  readonly ended: 'done' | 'cannot' | 'withdrawn' | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly doneOn: string | null;
  readonly words: string;
}

/** Somebody asks to have it back. */
export interface AskBack {
  readonly id: string;
  readonly hold: string;
  readonly words: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly says: 'given' | 'kept' | null;
  readonly answer: string;
}

/** What a reader may take away under a rule. */
export interface Way {
  readonly act: 'revoke-account' | 'suspend-account';
  readonly facility: string;
  readonly clause: string;
  /** What has to have happened; empty where the rule names nothing. */
  readonly triggers: readonly string[];
}

/** Whoever reads, as far as decisions need it. */
export interface Seer {
  readonly person: string | null;
  readonly offices: readonly string[];
}
