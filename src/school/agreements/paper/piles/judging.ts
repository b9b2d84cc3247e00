/** What is known of a slip on the day its page comes in, and the judgement that follows from it. */
import type { Tx } from '../../../../platform/database/index.ts';
import { findPerson } from '../../../people/index.ts';
import { sheetBy } from '../../in-language/reads.ts';
import { findAsk, sheetFor, type Place } from '../../reads.ts';
import type { Capacity } from '../../words.ts';
import { judge, judgeUncoded, readParts, type Judgement, type Known } from '../decisions.ts';
import { readPayload, schoolTag } from '../codes.ts';
import { slipByCode } from '../store.ts';
import type { Ink, PartRead, Slip } from '../words.ts';
import { othersOf } from './store.ts';

/** The slip that the codes of a page name, which sheet of it the page is, and whether another school printed it. */
export async function slipOn(tx: Tx, school: string, codes: readonly string[]): Promise<{ slip: Slip | null; sheet: number; elsewhere: boolean; coded: boolean }> {
  const read = codes.map(readPayload).filter(one => one !== null);
  const ours = read.find(one => one.tag === schoolTag(school));
  const slip = ours ? await slipByCode(tx, ours.code) : null;
  return { slip, sheet: ours?.page ?? 1, elsewhere: !ours && read.length > 0, coded: read.length > 0 };
}

/** Which signatures of a slip are still missing today. */
export async function openFor(tx: Tx, slip: Pick<Slip, 'person' | 'policy'>): Promise<Capacity[] | null> {
  const ask = await findAsk(tx, slip.person, slip.policy);
  if (!ask) return null;
  if (!ask.open) return [];
  return [...(ask.agreementId === null ? ['self' as const] : []), ...(ask.countersign && ask.countersignatureId === null ? ['guardian' as const] : [])];
}

export async function knownOf(tx: Tx, place: Place, slip: Slip, page: string): Promise<Known> {
  const person = await findPerson(tx, slip.person, place.today);
  const open = await openFor(tx, slip);
  const ask = open && (await findAsk(tx, slip.person, slip.policy));
  let current = true;
  for (const part of slip.content.parts) {
    if (!ask || !open?.includes(part.capacity)) continue;
    const english = await sheetFor(tx, ask, part.capacity, place.vocabulary);
    const printed = slip.content.inLanguage;
    const sheet = english && printed ? await sheetBy(tx, english, printed.translation, place.vocabulary) : english;
    if (sheet?.hash !== part.textHash) current = false;
  }
  return {
    parts: slip.content.parts, open: open ?? [], asked: open !== null, current, left: person === null || (person.leftOn !== null && person.leftOn < place.today),
    notYet: person !== null && person.joinedOn > place.today, twice: (await othersOf(tx, slip.id, page)).length > 0,
  };
}

/** Everything that was seen on a page. */
export interface Seen {
  readonly page: string;
  readonly slip: Slip | null;
  readonly sheet: number;
  readonly elsewhere: boolean;
  readonly coded: boolean;
  readonly ink: readonly Ink[];
  readonly off: number | null;
  readonly dark: number;
}

/** Judges a page, as it comes in or when its slip has been found by hand. */
export async function judgePage(tx: Tx, place: Place, seen: Seen): Promise<Judgement & { read: readonly PartRead[] }> {
  const { slip } = seen;
  if (!slip) return { ...(seen.coded && !seen.elsewhere ? { state: 'look', reasons: ['unknown-code'] } : judgeUncoded(seen)), read: [] };
  if (seen.sheet > 1) return { state: 'aside', reasons: ['second-page'], read: [] };
  const known = await knownOf(tx, place, slip, seen.page);
  if (seen.off !== null) {
    const read = readParts(slip.content.parts, seen.ink);
    return { ...judge(read, known, seen.off), read };
  }
  // Without a code nothing could be measured: somebody looks, and nothing that was not seen is taken for read.
  const read = slip.content.parts.map(part => ({ capacity: part.capacity, signature: 'unsure' as const, accepts: part.accepts.map(() => 'unsure' as const), answers: part.asks.map(() => 'none' as const), signer: part.signers.length === 1 ? part.signers[0]!.id : null }));
  const judged = judge(read, known, 0);
  return { state: 'look', reasons: judged.reasons.includes('faint-signature') ? ['no-code', ...judged.reasons.filter(reason => !['faint-signature', 'box-empty', 'no-answer'].includes(reason))] : judged.reasons, read };
}
