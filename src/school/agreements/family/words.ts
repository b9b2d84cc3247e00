/** The words of what stands round a signature: what is read with it, what is promised with it, and beside whom it is given. */

/** A document that a signer has to read first. */
export interface ToRead {
  /** As policies names it among the companions. */
  readonly id: string;
  readonly title: string;
  /** A policy of this school is read on our page; a document elsewhere is opened where it lies. */
  readonly ownPolicy: string | null;
  readonly href: string;
  /** The edition in force, or the entry itself for a document elsewhere. */
  readonly editionId: string;
  readonly edition: number | null;
  readonly openedAt: Date | null;
  readonly readAt: Date | null;
}

/** What had been read before an agreement, as its proof has it. */
export interface ReadBefore {
  readonly title: string;
  readonly editionId: string;
  readonly edition: number | null;
  readonly openedAt: Date;
  readonly readAt: Date;
}

/** Beside whom a countersignature was given. Null where that was erased. */
export interface Beside {
  readonly relation: string | null;
  readonly childName: string | null;
  readonly childForm: string | null;
}

/** A statement of the policy that a signer makes with the signature. */
export interface Promised {
  readonly clause: string;
  readonly number: string;
  readonly text: string;
}

/** How an address names a document: a policy by its own name, a document elsewhere by its entry. */
export const nameOfDocument = (one: Pick<ToRead, 'ownPolicy' | 'id'>): string => one.ownPolicy ?? one.id;

/** The address at which a document is read before a policy is signed, beside a child or for oneself. */
export const readingHref = (of: { slug: string; policy: string; one: ToRead; child: string | null }): string =>
  `/${of.slug}/agreements/${of.policy}/with/${nameOfDocument(of.one)}${of.child ? `?child=${of.child}` : ''}`;

/** A document to read, with the address of our page for it. */
export interface ToReadHere extends ToRead {
  readonly here: string;
}
