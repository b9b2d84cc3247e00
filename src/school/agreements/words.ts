/** The words of agreements. */
import type { Clause, Day, Policy, Whom } from '../../rulebook/index.ts';
import type { SignedCounts } from '../answers.ts';
import type { Person } from '../people/index.ts';
import type { TranslationShown } from '../policies/index.ts';

/** Who signs: the person bound, or a guardian beside a child. */
export type Capacity = 'self' | 'guardian';

/** How a signature came to us. */
export type Channel = 'screen' | 'kiosk' | 'class' | 'paper' | 'phone';

/** Why somebody is asked to sign. */
export type Reason = 'joining' | 'moving-up' | 'new-policy' | 'new-duty' | 'renewal' | 'withdrawn';

/** Where an ask stands on a day. */
export type AskState = 'signed' | 'waiting' | 'overdue' | 'declined';
export const ASK_STATES: readonly AskState[] = ['signed', 'waiting', 'overdue', 'declined'];

/** How long people have to sign, by the day from which it holds. The newest line that has begun counts. */
export const SETTINGS: readonly { readonly from: Day; readonly schoolDaysToSign: number }[] = [
  { from: '2000-01-01', schoolDaysToSign: 10 },
];

/** Days as a school counts them. */
export interface Calendar {
  /** So many school days later. */
  readonly afterSchoolDays: (day: Day, days: number) => Day;
  /** A span later: "1 year", "6 months", "2 weeks". Null when the text is no span. */
  readonly afterSpan: (day: Day, span: string) => Day | null;
}

/** A clause that became a new duty, and whom its rules bind. An empty list binds everybody who signs. */
export interface NewDuty {
  readonly clause: string;
  readonly binds: readonly Whom[];
}

/** A policy that people sign, as far as deciding who signs needs it. */
export interface SigningPolicy {
  readonly policy: string;
  readonly title: string;
  readonly editionId: string;
  readonly edition: number;
  /** The day its first edition came into force. */
  readonly firstInForce: Day;
  /** `joining`, `moving-up`, `new-duty`, `1 year`. */
  readonly on: readonly string[];
  readonly signers: readonly string[];
  /** Whether a guardian signs beside the child. */
  readonly countersign: boolean;
  /** For the youngest the guardian's signature is enough; the child may add a mark. */
  readonly childMayLeaveOut: boolean;
  /** Later editions with their new duties, oldest first. */
  readonly duties: readonly { readonly edition: number; readonly inForce: Day; readonly clauses: readonly NewDuty[] }[];
  readonly document: Policy;
}

/** A person as far as deciding what they sign needs it. */
export interface Bound {
  readonly id: string;
  /** Kinds with every wider kind, and offices. */
  readonly names: readonly string[];
  readonly joinedOn: Day;
  /** Since when they have been each of their kinds; wider kinds included. */
  readonly since: Readonly<Record<string, Day>>;
}

/** The last signature of one capacity. */
export interface Signed {
  readonly id: string;
  readonly edition: number;
  readonly on: Day;
  readonly withdrawnOn: Day | null;
}

/** The last countersignature of one adult. */
export interface Countersigned extends Signed {
  readonly by: string;
}

/** What is still to be signed, why, and until when. */
export interface Need {
  readonly reason: Reason;
  readonly since: Day;
  readonly due: Day;
  /** The clauses asked about; empty means the whole document. */
  readonly clauses: readonly string[];
}

/** One person and one policy that binds them. */
export interface Ask {
  readonly person: string;
  readonly policy: string;
  readonly editionId: string;
  readonly edition: number;
  readonly open: boolean;
  readonly need: Need | null;
  readonly countersign: boolean;
  readonly agreementId: string | null;
  readonly signedOn: Day | null;
  /** The countersignature, once every adult who must has signed. */
  readonly countersignatureId: string | null;
  readonly countersignedOn: Day | null;
  readonly declinedOn: Day | null;
  /** How many adults must countersign: 1, or all of them where the family's record says both. */
  readonly guardiansNeeded: number;
  /** The countersignatures that stand, one an adult. */
  readonly guardianAgreements: readonly string[];
}

/** What is put before a signer, and the hash of exactly that. */
export interface Sheet {
  readonly policy: string;
  readonly title: string;
  readonly editionId: string;
  readonly edition: number;
  readonly document: Policy;
  readonly whole: boolean;
  readonly clauses: readonly Clause[];
  readonly statement: string;
  readonly hash: string;
  /** Set where it is shown in another language, with the English behind it. */
  readonly translation?: SheetTranslation;
}

/** A sheet in another language: its document and what the signer says, in that language. */
export interface SheetTranslation extends TranslationShown {
  readonly statement: string;
}

/** A signature as it is kept. */
export interface Agreement {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly capacity: Capacity;
  readonly kinds: readonly string[];
  readonly policy: string;
  readonly editionId: string;
  readonly edition: number;
  readonly clauses: readonly string[];
  readonly whole: boolean;
  readonly textHash: string;
  readonly statement: string;
  readonly language: string;
  readonly channel: Channel;
  readonly witness: string | null;
  /** Null once the signer has been erased. */
  readonly typedName: string | null;
  readonly drawing: string | null;
  readonly signedOn: Day;
  readonly at: Date;
  readonly withdrawnOn: Day | null;
  /** It was noted by mistake and undone. */
  readonly undone?: true;
}

/** An ask as lists show it. */
export interface AskRow extends Ask {
  readonly name: string;
  readonly sortName: string;
  readonly kind: string;
  readonly class: string;
}

export interface PolicyCounts extends SignedCounts {
  readonly policy: string;
}

/** What a reader of the register wants to see. */
export interface RegisterAsk {
  readonly today: Day;
  readonly policy?: string | undefined;
  readonly kind?: string | undefined;
  readonly class?: string | undefined;
  readonly state?: AskState | undefined;
  readonly search?: string | undefined;
  readonly sort: 'name' | 'policy' | 'due' | 'signed';
  readonly down: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface RegisterRow extends AskRow {
  readonly state: AskState;
}

/** A refusal as it is kept. */
export interface Decline {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly capacity: Capacity;
  readonly policy: string;
  readonly edition: number;
  readonly reason: string;
  /** The office to talk to. */
  readonly talkTo: string;
  readonly declinedOn: Day;
  readonly at: Date;
}

/** A child of a parent, with what the child signs. */
export interface FamilyChild {
  readonly child: Person;
  /** False where another adult agrees for this child. */
  readonly mayAgree: boolean;
  readonly asks: readonly AskRow[];
}
