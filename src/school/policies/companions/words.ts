/** The words of companion documents: what goes with a policy, and where the policy itself can be read. */

/** A *companion* goes with the policy; a *publication* is an address at which the policy itself can be read. */
export type CompanionKind = 'companion' | 'publication';

/** What the last look at an address found. `other-edition`: the page is there and names another edition, or none. */
export type LinkState = 'unchecked' | 'live' | 'dead' | 'other-edition';

/** How an entry stands. `missing`: no address yet, or a policy of this school that is not in force. */
export type Standing = LinkState | 'missing';
export const STANDINGS: readonly Standing[] = ['missing', 'dead', 'other-edition', 'unchecked', 'live'];

export interface Companion {
  readonly id: string;
  readonly policy: string;
  readonly kind: CompanionKind;
  readonly title: string;
  /** The office that looks after it. */
  readonly owner: string;
  readonly address: string | null;
  /** A policy of this school. */
  readonly ownPolicy: string | null;
  /** The clause of the policy that names it. */
  readonly clause: string | null;
  /** It is to be opened before the policy is signed. */
  readonly openFirst: boolean;
  /** While it is missing or dead, no edition of the policy is approved. */
  readonly stopsPublishing: boolean;
  readonly removedAt: Date | null;
  readonly state: LinkState;
  readonly fault: string | null;
  readonly checkedAt: Date | null;
}

/** What a keeper says of a document. */
export type CompanionGiven = Pick<Companion, 'kind' | 'title' | 'owner' | 'address' | 'ownPolicy' | 'clause' | 'openFirst' | 'stopsPublishing'>;

/** A companion as a reader meets it, beside the policy and before signing. */
export interface CompanionToRead {
  /** The same for as long as the entry stands: `policy:online-safety` for a policy that the front matter names, else the id of the entry. */
  readonly id: string;
  readonly title: string;
  /** Where it opens: an address of this school, or of the web. */
  readonly href: string;
  readonly ownPolicy: string | null;
  /** Number and first day of the edition in force, for a policy of this school. */
  readonly edition: { readonly id: string; readonly number: number; readonly inForce: string | null } | null;
  /** Whether a signer is to open it first. */
  readonly mustOpen: boolean;
}

/** One look at an address. */
export interface Look {
  readonly address: string;
  readonly at: Date;
  readonly state: Exclude<LinkState, 'unchecked'>;
  readonly status: number | null;
  readonly fault: string | null;
}
