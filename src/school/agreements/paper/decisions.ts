/** What a page that came back says, and whether somebody has to look at it. Pure: measurements and what is known in, a judgement out. */
import type { Capacity } from '../words.ts';
import type { Ink, Mark, PageState, PartRead, Reason, SlipPart } from './words.ts';

/** How dark a box must be to count. What lies between two lines is for somebody to look at. */
const SIGNATURE = { none: 0.0015, some: 0.006, reach: 6 };
const TICK = { none: 0.012, some: 0.03, blotted: 0.62 };
/** A sheet that misses its own outline by more than this, in millimetres, is measured in the wrong places. */
const CROOKED = 1.6;
/** A page darker than this holds something. */
const BLANK = 0.0012;

export function signatureMark(ink: Ink | undefined): Mark {
  if (!ink || ink.share < SIGNATURE.none) return 'empty';
  return ink.share >= SIGNATURE.some && ink.reach >= SIGNATURE.reach ? 'marked' : 'unsure';
}

/** A tick, a cross or neither. A cross may mean yes to one and no to another, so it is never taken for a tick. */
export function tickMark(ink: Ink | undefined): Mark {
  if (!ink || ink.share < TICK.none) return 'empty';
  if (ink.share < TICK.some) return 'unsure';
  return ink.corners || ink.share > TICK.blotted ? 'crossed' : 'marked';
}

/** A box that is chosen from several: a tick and a cross both choose it. */
const chosen = (ink: Ink | undefined): boolean => ['marked', 'crossed'].includes(tickMark(ink));

/** Reads each part of a slip from what was measured. */
export function readParts(parts: readonly SlipPart[], ink: readonly Ink[]): PartRead[] {
  const of = new Map(ink.map(one => [one.id, one]));
  return parts.map(part => {
    const key = part.capacity;
    const ticked = part.signers.filter(signer => chosen(of.get(`${key}.who.${signer.id}`)));
    const only = part.signers.length === 1 ? part.signers[0]!.id : null;
    return {
      capacity: key, signature: signatureMark(of.get(`${key}.sign`)), accepts: part.accepts.map((_, at) => tickMark(of.get(`${key}.tick.${at}`))),
      answers: part.asks.map((_, at) => answerOf(chosen(of.get(`${key}.ask.${at}.yes`)), chosen(of.get(`${key}.ask.${at}.no`)))), signer: only ?? (ticked.length === 1 ? ticked[0]!.id : null),
    };
  });
}

const answerOf = (yes: boolean, no: boolean): PartRead['answers'][number] => (yes && no ? 'both' : yes ? 'yes' : no ? 'no' : 'none');

/** What is known of the slip and its person when a page comes in. */
export interface Known {
  readonly parts: readonly SlipPart[];
  /** Which capacities are still to be signed. */
  readonly open: readonly Capacity[];
  readonly asked: boolean;
  readonly left: boolean;
  /** They are still to come: the slip waits for their first day. */
  readonly notYet: boolean;
  /** The text in force is the one printed. */
  readonly current: boolean;
  /** The same slip lies in another page that is not put aside. */
  readonly twice: boolean;
}

export interface Judgement {
  readonly state: Extract<PageState, 'clear' | 'look' | 'aside'>;
  readonly reasons: readonly Reason[];
}

const look = (...reasons: Reason[]): Judgement => ({ state: 'look', reasons });
const aside = (...reasons: Reason[]): Judgement => ({ state: 'aside', reasons });

/** A page without a code of ours that can be read. */
export function judgeUncoded(of: { readonly dark: number; readonly elsewhere: boolean }): Judgement {
  if (of.elsewhere) return look('other-school');
  return of.dark < BLANK ? aside('blank') : look('no-code');
}

/** The signed page of a slip that is known. Clear only where nothing at all is in doubt. */
export function judge(read: readonly PartRead[], known: Known, off: number): Judgement {
  if (known.left) return look('has-left');
  if (known.notYet) return look('not-yet', ...(read.every(part => part.signature === 'empty') ? ['no-signature' as const] : []));
  if (!known.asked) return look('not-asked');
  const open = read.filter(part => known.open.includes(part.capacity));
  if (open.length === 0) return look('signed-already');
  if (known.twice) return look('twice');
  const reasons = new Set<Reason>(off > CROOKED ? ['crooked'] : []);
  if (!known.current) reasons.add('old-edition');
  for (const part of open) {
    const printed = known.parts.find(one => one.capacity === part.capacity)!;
    if (printed.optional && part.signature === 'empty' && open.length > 1) continue;
    for (const reason of doubtsOf(part, printed)) reasons.add(reason);
  }
  return reasons.size === 0 ? { state: 'clear', reasons: [] } : look(...reasons);
}

function doubtsOf(part: PartRead, printed: SlipPart): Reason[] {
  const reasons: Reason[] = [];
  if (part.signature === 'empty') reasons.push('no-signature');
  if (part.signature === 'unsure') reasons.push('faint-signature');
  if (part.signer === null) reasons.push(printed.signers.length === 0 ? 'nobody-may-sign' : 'who-signed');
  if (part.accepts.some(mark => mark === 'empty' || mark === 'unsure')) reasons.push('box-empty');
  if (part.accepts.includes('crossed')) reasons.push('box-crossed');
  if (part.answers.includes('no')) reasons.push('answered-no');
  if (part.answers.some(answer => answer === 'none' || answer === 'both')) reasons.push('no-answer');
  return reasons;
}

/** The parts that a press takes in: those still open that bear a signature. */
export const partsToTake = (read: readonly PartRead[], open: readonly Capacity[]): PartRead[] =>
  read.filter(part => open.includes(part.capacity) && part.signature !== 'empty');
