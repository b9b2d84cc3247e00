/** What is done with slips: printing them, and noting that one is back. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { newCode } from './codes.ts';
import { makeSlips, type SlipGroup, type Wanted } from './making.ts';
import * as store from './store.ts';
import type { Slip } from './words.ts';

/** Who does it, where and when. */
export interface AtDesk {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
}

/** Everything printed is the same: the old sheet and the new one are one slip, and its code stays good until one of them is back. */
const alike = (slip: Slip, made: Omit<store.NewSlip, 'code'>): boolean =>
  slip.person === made.person && slip.policy === made.policy && slip.editionId === made.editionId && slip.returnedOn === null && slip.due === made.due
  && printOf(slip) === printOf(made);

/** What a sheet looks like: the texts that are signed and where each box is. */
const printOf = ({ content, boxes }: Pick<Slip, 'content' | 'boxes'>): string => JSON.stringify([content.parts.map(part => part.textHash), boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h])]);

/** Makes slips for these people, using again what is out already, and keeps them together for printing. Null where nobody needs one. */
export async function printSlips(tx: Tx, desk: AtDesk, of: { group: Pick<SlipGroup, 'policy' | 'class' | 'kind'>; wanted: readonly Wanted[] }): Promise<string | null> {
  const made = await makeSlips(tx, { school: desk.school, today: desk.today, vocabulary: desk.vocabulary }, of.wanted);
  if (made.length === 0) return null;
  const known = await store.slipsOf(tx, made.map(slip => slip.person));
  const kept = made.map(slip => known.find(one => alike(one, slip))?.id ?? null);
  const fresh = await store.addSlips(tx, { school: desk.school.id, by: desk.by, at: desk.at }, made.filter((_, at) => kept[at] === null).map(slip => ({ ...slip, code: newCode() })));
  const slips = kept.map(id => id ?? fresh.shift()!);
  const print = await store.addPrint(tx, { school: desk.school.id, by: desk.by, at: desk.at }, { policy: of.group.policy, class: of.group.class ?? '', kind: of.group.kind ?? '', slips });
  await write(tx, { school: desk.school.id, deed: 'print-slips', by: desk.by, about: print, at: desk.at, words: { policy: of.group.policy, slips: String(slips.length) } });
  return print;
}

/** Notes that a slip is back in the office, or that it is not after all. False where it stood so already, or there is no such slip. */
export async function markReceived(tx: Tx, desk: Pick<AtDesk, 'school' | 'by' | 'at' | 'today'>, of: { slip: string; back: boolean }): Promise<boolean> {
  if (!(await store.setReturned(tx, of.slip, of.back ? { on: desk.today, by: desk.by } : null))) return false;
  await write(tx, { school: desk.school.id, deed: of.back ? 'receive-slip' : 'unreceive-slip', by: desk.by, about: of.slip, at: desk.at });
  return true;
}
