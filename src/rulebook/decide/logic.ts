/**
 * Three-valued logic (Kleene): a fact may be unknown, and not knowing is neither yes nor no.
 */

/** 0 is no, 1 is yes, 2 is unknown. Numbers, so that thousands of questions a second stay cheap. */
export type Truth = 0 | 1 | 2;
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

export function not(one: Truth): Truth {
  return one === UNKNOWN ? UNKNOWN : one === YES ? NO : YES;
}

/** No if either is no, unknown if either is unknown, else yes. */
export function and(one: Truth, other: Truth): Truth {
  if (one === NO || other === NO) return NO;
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : YES;
}

/** Yes if either is yes, unknown if either is unknown, else no. */
export function or(one: Truth, other: Truth): Truth {
  if (one === YES || other === YES) return YES;
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : NO;
}
