/** The words of copies on request. */

export const WAYS = ['paper', 'large-print', 'language'] as const;
export type Way = (typeof WAYS)[number];

export interface CopyRequest {
  readonly id: string;
  readonly policy: string;
  readonly how: Way;
  readonly language: string;
  /** Who asked, where they are signed in. */
  readonly person: string | null;
  /** Name and address, closed; null for somebody signed in, and once it is done. */
  readonly closedTo: string | null;
  readonly askedAt: Date;
  readonly doneOn: string | null;
  readonly doneBy: string | null;
  readonly outcome: 'given' | 'not-given' | null;
}
