/** Who a route admits, and whether a reader is admitted. */
import type { Reader, Who } from './words.ts';

/** Signed in or not. Say it out loud: an empty list never means everyone. */
export const EVERYONE: Who = { admits: 'everyone' };

/** Anybody with a sign-in at this school. */
export const SIGNED_IN: Who = { admits: 'signed-in' };

/** These kinds of people: `kinds('teacher', 'parent')`. */
export const kinds = (first: string, ...more: string[]): Who => ({ admits: 'some', kinds: [first, ...more], offices: [] });

/** The holders of these offices: `offices('head', 'dsl')`. */
export const offices = (first: string, ...more: string[]): Who => ({ admits: 'some', kinds: [], offices: [first, ...more] });

/** Either of two groups of named readers. */
export function either(one: Who, other: Who): Who {
  if (one.admits !== 'some' || other.admits !== 'some') throw new Error('either() joins named kinds and offices only');
  return { admits: 'some', kinds: [...one.kinds, ...other.kinds], offices: [...one.offices, ...other.offices] };
}

/** Whether this reader may pass. */
export function admits(who: Who, reader: Reader): boolean {
  if (who.admits === 'everyone') return true;
  if (reader.person === null) return false;
  if (who.admits === 'signed-in') return true;
  return who.kinds.some(kind => reader.kinds.includes(kind)) || who.offices.some(office => reader.offices.includes(office));
}

/** Throws when a route does not say whom it admits. Called at start, so that such a route never serves. */
export function assertWho(who: Who | undefined, path: string): void {
  const bad = !who || (who.admits === 'some' && who.kinds.length + who.offices.length === 0);
  if (bad) throw new Error(`${path} names no readers: give it a who (EVERYONE must be spelt out)`);
}
