/** The words of sanctions: what follows for somebody, decided in the case of a concern under a clause. */

export type SanctionKind = 'warning' | 'behaviour' | 'confiscation' | 'looked-into' | 'switch-off' | 'withdrawal' | 'disciplinary' | 'legal';

/** `told`: whoever it is for knows the reason, and a timed one waits for its first day. */
export type SanctionState = 'proposed' | 'refused' | 'decided' | 'told' | 'in-force' | 'ended' | 'lifted';

export type Turn = 'agreed' | 'refused' | 'told' | 'began' | 'ended' | 'lifted' | 'appealed' | 'appeal-kept' | 'appeal-lifted' | 'reviewed' | 'off' | 'on';

/** What it switches off. */
export const FACILITIES = ['internet', 'network', 'email', 'learning-platform', 'all'] as const;
export type Facility = (typeof FACILITIES)[number];

/** What is said of it, locked. */
export interface SanctionWords {
  /** As it is told to whoever it is for. */
  readonly reason: string;
  /** Why it follows, for those who deal with the case. */
  readonly reasons: string;
  /** Why it fits although it is milder or harder than the matter; empty where it fits anyway. */
  readonly fits: string;
  readonly intent: 'deliberate' | 'accidental' | 'unknown';
}

export interface Sanction {
  readonly id: string;
  readonly concern: string;
  readonly person: string | null;
  readonly kind: SanctionKind;
  readonly facility: Facility | null;
  readonly clause: string;
  readonly offices: readonly (readonly string[])[];
  readonly state: SanctionState;
  readonly permanent: boolean;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly reviewOn: string | null;
  readonly toldOn: string | null;
  readonly appealBy: string | null;
  readonly appealTo: string | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
}

export interface SanctionTurn {
  readonly id: string;
  readonly sanction: string;
  readonly turn: Turn;
  readonly office: string;
  readonly by: string | null;
  readonly text: string;
  readonly at: Date;
}

/** What the rules provide for somebody in a case: a kind under a clause, and who decides. */
export interface Provided {
  readonly kind: SanctionKind;
  readonly facility: Facility | null;
  readonly clause: string;
  readonly offices: readonly (readonly string[])[];
  /** The rule says that it may be for good. */
  readonly permanent: boolean;
  /** The clause wants to know whether it was done on purpose. */
  readonly asksIntent: boolean;
}

/** What is proposed, as the form gives it. */
export interface Proposal extends SanctionWords {
  readonly person: string;
  /** Position among what the rules provide. */
  readonly provided: number;
  readonly permanent: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reviewOn: string;
  readonly appealBy: string;
  readonly appealTo: string;
}
