/** The words of the vocabulary: acts, facts with their values, offices and kinds of people. Types only. */

export interface Act {
  readonly name: string;
  /** What it is, in one plain phrase: "Put a program or app on a computer or other device". */
  readonly meaning: string;
  readonly doneBy: readonly string[];
  readonly group: string;
  /** As a person says it after "May I": "put a program on a device". Falls back to `meaning`. */
  readonly plain: string;
}

export type FactType = 'enum' | 'yes/no' | 'number' | 'span' | 'date';

export interface FactValue {
  readonly value: string;
  /** The wider values this one is part of, nearest first, all the way up. */
  readonly within: readonly string[];
  readonly plain: string;
}

export interface Fact {
  readonly name: string;
  readonly type: FactType;
  readonly default?: string;
  /** Whether it may hold several values at once (consent, person-status, check). */
  readonly several: boolean;
  readonly meaning: string;
  /** The question put to a person when it is missing: "Where will you be?". */
  readonly question: string;
  readonly acts: readonly string[];
  readonly values: ReadonlyMap<string, FactValue>;
}

export interface Office {
  readonly name: string;
  readonly title: string;
  /** True for a body outside the school: police, children's social care, … */
  readonly outside: boolean;
}

export interface Kind {
  readonly name: string;
  readonly title: string;
  /** The wider kinds it belongs to, nearest first, all the way up: teacher → staff. */
  readonly within: readonly string[];
}

/** The closed lists a policy may use; maps keep the order of the data files. */
export interface Vocabulary {
  readonly acts: ReadonlyMap<string, Act>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly kinds: ReadonlyMap<string, Kind>;
}

