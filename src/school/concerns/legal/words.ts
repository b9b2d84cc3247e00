/** The words of legal holds: while one stands, nothing of its case is erased. */

/** What is said of a hold, locked. */
export interface HoldWords {
  readonly reasons: string;
  /** Everybody in the case, as they were called on that day: names may be erased elsewhere. */
  readonly names: Readonly<Record<string, string>>;
}

export interface Hold {
  readonly id: string;
  readonly concern: string;
  readonly code: string;
  readonly clause: string | null;
  readonly decidedBy: string | null;
  readonly decidedOffice: string;
  readonly setBy: string | null;
  readonly since: string;
  readonly reviewOn: string;
  /** Who asks that it be lifted. */
  readonly liftBy: string | null;
  readonly liftOffice: string | null;
  readonly liftAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftedOffice: string | null;
  readonly liftedAt: Date | null;
  /** Of the concern: those it is about, who meet nothing of it. */
  readonly aboutKeys: readonly string[];
}

/** What is put down when the school goes to law. */
export interface LegalStep {
  readonly decidedBy: string;
  readonly decidedOffice: string;
  readonly clause: string | null;
  readonly reasons: string;
  readonly reviewOn: string;
}
