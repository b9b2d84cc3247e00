/** The words of opening the concern of somebody who is away. */

/** One office asked to open a concern; another has to agree. */
export interface Opening {
  readonly id: string;
  readonly concern: string;
  readonly askedBy: string;
  readonly askedOffice: string;
  readonly locked: Uint8Array;
  readonly askedAt: Date;
  readonly lapsesAt: Date;
  readonly agreedBy: string | null;
}

export interface OpeningWords {
  readonly reason: string;
}
