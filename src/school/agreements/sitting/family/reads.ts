/** What the pages of a family's sitting are drawn from: this parent's own, and nothing of the other adult. */
import type { Tx } from '../../../../platform/database/index.ts';
import { say } from '../../../../platform/languages/index.ts';
import type { Reader } from '../../../../platform/web/index.ts';
import { fullName, listPeople } from '../../../people/index.ts';
import { readFirst, unread } from '../../family/reads.ts';
import { familyView } from '../../family/view.ts';
import { sheetIn } from '../../in-language/reads.ts';
import { findAsk, policiesToSign, sheetFor, type Place } from '../../reads.ts';
import { nextPart, sameDocument, stateOfPart } from './decisions.ts';
import { openFamilySitting } from './store.ts';
import type { Beside, FamilySitting, Kept, Part } from './words.ts';

export { familySittingsOf, findFamilySitting, lastFinished, openFamilySitting } from './store.ts';

export interface Parent {
  readonly reader: Reader;
  readonly place: Place;
}

interface Asked extends Beside {
  readonly due: string | null;
}

/** What a parent is asked to sign beside their children today, child by child; not what they said no to. */
export async function askedBeside(tx: Tx, { reader, place }: Parent): Promise<Asked[]> {
  const { children } = await familyView(tx, { reader, place, week: false });
  return children.flatMap(child => child.rules.filter(rules => rules.toSign && rules.state !== 'declined').map(({ ask }) => ({ child: child.id, policy: ask.policy, due: ask.need?.due ?? null })));
}

/** The mark of a document as it would be put before the parent now, in the language it was read in. */
async function hashNow(tx: Tx, kept: Kept, { reader, place }: Parent): Promise<string | null> {
  const ask = kept.readyAt === null ? null : await findAsk(tx, kept.child, kept.policy);
  const sheet = ask && await sheetFor(tx, ask, 'guardian', place.vocabulary, reader.person!);
  // Why null: what belongs to it has a new edition since then, which is read first.
  if (!sheet || unread(await readFirst(tx, { by: reader.person!, capacity: 'guardian', document: sheet.document, place })).length > 0) return null;
  return (await sheetIn(tx, sheet, kept.language ?? undefined, place.vocabulary)).hash;
}

/** These documents with where each stands today. */
export async function partsOf(tx: Tx, documents: readonly Kept[], parent: Parent): Promise<Part[]> {
  const asked = await askedBeside(tx, parent);
  const policies = await policiesToSign(tx, parent.place.vocabulary);
  const people = new Map((await listPeople(tx, { day: parent.place.today, left: true, ids: [...new Set(documents.map(one => one.child))], limit: 50 })).map(person => [person.id, person]));
  const parts: Part[] = [];
  for (const one of documents) {
    const [child, ask] = [people.get(one.child), asked.find(other => sameDocument(other, one))];
    const state = stateOfPart(one, { asked: ask !== undefined, hash: await hashNow(tx, one, parent) });
    parts.push({ ...one, name: child ? fullName(child) : say('Somebody who has left'), givenName: child?.givenName ?? '', title: policies.get(one.policy)?.title ?? one.policy, state, due: ask?.due ?? null });
  }
  return parts;
}

const fresh = (one: Beside): Kept => ({ child: one.child, policy: one.policy, editionId: null, textHash: null, language: null, said: null, answers: null, openedAt: null, readyAt: null, agreement: null });

export interface FamilyWalk {
  readonly sitting: FamilySitting | null;
  readonly parts: readonly Part[];
  readonly next: Part | null;
}

/** The walk that is offered: one begun earlier, with what has come since; or a new one. */
export async function familyWalk(tx: Tx, parent: Parent): Promise<FamilyWalk> {
  const sitting = await openFamilySitting(tx, parent.reader.person!);
  const begun = sitting?.documents ?? [];
  const more = (await askedBeside(tx, parent)).filter(one => !begun.some(other => sameDocument(other, one)));
  const parts = (await partsOf(tx, [...begun, ...more.map(fresh)], parent)).filter(one => one.state !== 'gone');
  return { sitting, parts, next: nextPart(parts) };
}

/** Whether a parent is in the middle of a sitting that holds this document and has not signed it. */
export const isInFamilySitting = async (tx: Tx, parent: string, of: Beside): Promise<boolean> =>
  (await openFamilySitting(tx, parent))?.documents.some(one => sameDocument(one, of) && one.agreement === null) ?? false;
