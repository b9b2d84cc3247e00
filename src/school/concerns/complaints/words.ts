/** The words of complaints: of a parent mostly, through the stages that the school has. */

export const SORTS = ['images', 'personal-data', 'other'] as const;
export type Sort = (typeof SORTS)[number];

/** The kind of concern that each sort of complaint is: acts of the rules, and two of which no rule speaks: the law’s own about personal data, and any other. */
export const KIND_OF: Readonly<Record<Sort, string>> = { images: 'complain-image-misuse', 'personal-data': 'complain-data', other: 'complain-school' };

export type DaysIn = 'school-days' | 'days';

/** One stage, as the school has it. */
export interface Stage {
  readonly title: string;
  /** Who answers at this stage. */
  readonly office: string;
  readonly answerWithin: number;
  readonly answerIn: DaysIn;
}

/** The stages that hold from a day on. */
export interface Procedure {
  readonly since: string;
  readonly stages: readonly Stage[];
  readonly acknowledgeWithin: number;
  readonly acknowledgeIn: DaysIn;
}

export type Outcome = 'upheld' | 'partly-upheld' | 'not-upheld' | 'settled';
export const OUTCOMES: readonly Outcome[] = ['upheld', 'partly-upheld', 'not-upheld', 'settled'];

export interface Step {
  readonly id: string;
  readonly complaint: string;
  readonly number: number;
  readonly title: string;
  readonly office: string;
  readonly begunOn: string;
  readonly answerBy: string | null;
  readonly answeredAt: Date | null;
  readonly outcome: Outcome | null;
  readonly locked: Uint8Array | null;
}

/** The answer of a stage, locked. */
export interface AnswerWords {
  readonly words: string;
  /** The policy under which it was decided, and its title on that day. */
  readonly policy: string;
  readonly policyTitle: string;
}

export interface Complaint {
  readonly id: string;
  readonly concern: string;
  readonly sort: Sort;
  readonly byKey: string;
  readonly openedOn: string;
  readonly acknowledgeBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
}

/** The cadence of the law that holds for complaints about personal data; pictures of people are. */
export const LAW = 'data-complaint';
export const underLaw = (sort: Sort): boolean => sort !== 'other';
