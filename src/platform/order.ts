/** The order in which people look for a name that holds a number. Pure. */

// Why made once: making one costs more than a thousand comparisons.
const collator = new Intl.Collator('en-GB', { numeric: true });

/** Compares two names as people read them: class 2B before class 10A. For `sort`. */
export const inOrder = (one: string, other: string): number => collator.compare(one, other);
