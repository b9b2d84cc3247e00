/** Who may read a concern, and what of it. Pure. */
import type { Concern, Entry, Eye, ReaderOf, RestrictedWords } from './words.ts';

type Keyed = Pick<Concern, 'aboutKeys'>;
type KeyOf = (id: string) => string;

/** The eyes by which somebody may read a concern at a moment: none for those it is about, whatever office they hold. */
export function eyesOf(reader: ReaderOf, concern: Keyed, eyes: readonly Eye[], { keyOf, now }: { readonly keyOf: KeyOf; readonly now: Date }): Eye[] {
  const { person } = reader;
  if (person === null || concern.aboutKeys.includes(keyOf(person))) return [];
  return eyes.filter(eye => isOpen(eye, now) && (eye.office === null ? eye.person === person : reader.offices.includes(eye.office)));
}

/** Whether somebody may read a concern, all or parts of it. */
export const mayRead = (reader: ReaderOf, concern: Keyed, eyes: readonly Eye[], of: { readonly keyOf: KeyOf; readonly now: Date }): boolean => eyesOf(reader, concern, eyes, of).length > 0;

export const isOpen = (eye: Pick<Eye, 'since' | 'until'>, now: Date): boolean => eye.since <= now && (eye.until === null || eye.until > now);

/** Whether these eyes are those of somebody who deals with it, and not of one with whom parts were shared. */
export const handles = (eyes: readonly Pick<Eye, 'why' | 'parts'>[]): boolean => eyes.some(eye => eye.parts === null && eye.why !== 'shared');

/** The entries that a reader with these eyes may read: all, or those shared; of restricted notes only their own. */
export function entriesFor<E extends Pick<Entry, 'id' | 'sort' | 'by' | 'words'>>(entries: readonly E[], eyes: readonly Eye[], person: string): E[] {
  const whole = eyes.some(eye => eye.parts === null);
  const shared = new Set(eyes.flatMap(eye => eye.parts ?? []));
  return entries.filter(entry => (whole || shared.has(entry.id)) && (entry.sort !== 'restricted-note' || entry.by === person || ((entry.words as Partial<RestrictedWords>).for ?? []).includes(person)));
}

/** Whether somebody may change a concern: one of those who deal with it, while it is not about them. */
export const mayHandle = (reader: ReaderOf, concern: Keyed, eyes: readonly Eye[], of: { readonly keyOf: KeyOf; readonly now: Date }): boolean => handles(eyesOf(reader, concern, eyes, of));
