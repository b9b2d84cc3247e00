/** The words of questions about a clause: asked by a reader, answered by the office the clause names, kept beside it. */

export type QuestionState = 'open' | 'answered' | 'withdrawn';

export interface ClauseQuestion {
  readonly id: string;
  readonly policy: string;
  readonly clause: string;
  /** As it was asked: for whoever answers. */
  readonly asked: string;
  /** Shown to nobody but whoever answers. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly state: QuestionState;
  /** As everybody reads it. */
  readonly question: string;
  readonly answer: string;
  readonly answeredBy: string | null;
  readonly answeredAs: string | null;
  readonly answeredAt: Date | null;
  readonly clauseHash: string | null;
}

/** An answer as it stands beside its clause: nothing of who asked. */
export interface ShownAnswer {
  readonly id: string;
  readonly clause: string;
  readonly question: string;
  readonly answer: string;
  readonly office: string | null;
  readonly at: Date | null;
  /** Whether the clause still reads as it did when this was last found to be true. */
  readonly stillTrue: boolean;
}

/** One wording in an answer's history. */
export interface Wording {
  readonly deed: 'answer' | 'change' | 'still-true' | 'withdraw';
  readonly question: string;
  readonly answer: string;
  readonly by: string | null;
  readonly at: Date;
}
