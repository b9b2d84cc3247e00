/** The sentences of agreements: why, until when, and where it stands. */
import { Chip, counted, longDay } from '../../../page-parts/index.ts';
import { say } from '../../../platform/languages/index.ts';
import type { AskRow, AskState, Need, SigningPolicy } from '../words.ts';

const numbersOf = (policy: SigningPolicy, clauses: readonly string[]): string[] =>
  policy.document.clauses.filter(clause => clauses.includes(clause.id)).map(clause => clause.number);

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Why somebody is asked, in one sentence; `child` is a child's first name where a parent reads it. */
export function reasonWords(need: Need, policy: SigningPolicy, child?: string): string {
  const day = longDay(need.since);
  switch (need.reason) {
    case 'joining': return child ? `${child} joined on ${day}.` : `You joined on ${day}.`;
    case 'moving-up': return child ? `These rules are for ${child} since ${day}.` : `These rules are for you since ${day}.`;
    case 'new-policy': return `These rules came into force on ${day}.`;
    case 'new-duty': {
      const numbers = listed(numbersOf(policy, need.clauses));
      if (need.clauses.length === 1) return child ? `Clause ${numbers} is a new duty for ${child} since ${day}.` : `Clause ${numbers} is a new duty for you since ${day}.`;
      return child ? `Clauses ${numbers} are new duties for ${child} since ${day}.` : `Clauses ${numbers} are new duties for you since ${day}.`;
    }
    case 'renewal': return `The last signature ran out on ${day}.`;
    case 'withdrawn': return `The last agreement was taken back on ${day}.`;
  }
}

/** How much there is to read. */
export function amountWords(need: Need | null, policy: SigningPolicy): string {
  if (need?.reason === 'new-duty') return `Only ${counted(need.clauses.length, 'clause is', 'clauses are')} new for you. The rest you have signed before.`;
  return `${counted(policy.document.clauses.length, 'clause')}, about ${counted(minutesToRead(policy), 'minute')} to read.`;
}

/** Minutes at 200 words a minute. */
function minutesToRead(policy: SigningPolicy): number {
  const words = policy.document.clauses.reduce((sum, clause) => sum + clause.text.split(/\s+/).length, 0);
  return Math.max(1, Math.round(words / 200));
}

const STATE_WORDS: Readonly<Record<AskState, readonly [string, 'yes' | 'no' | 'ask' | 'tell']>> = {
  signed: [say('signed'), 'yes'], waiting: [say('waiting'), 'ask'], overdue: [say('overdue'), 'no'], declined: ['declined: talk', 'tell'],
};

export const stateWords = (state: AskState): string => STATE_WORDS[state][0];

/** The state as a chip; its words say it, not its colour alone. */
export const StateChip = ({ state }: { state: AskState }) => <Chip tone={STATE_WORDS[state][1]}>{STATE_WORDS[state][0]}</Chip>;

/** "Please sign by 2 October 2026." or that this day has passed. */
export function dueWords(state: AskState, due: string): string {
  if (state === 'overdue') return `It was to be signed by ${longDay(due)}. Please sign now.`;
  if (state === 'declined') return 'You said no for now. It stays open while you talk about it.';
  return `Please sign by ${longDay(due)}.`;
}

function bothWords({ signedOn, guardianAgreements, guardiansNeeded }: Pick<AskRow, 'signedOn' | 'guardiansNeeded' | 'guardianAgreements'>): string {
  const adults = guardianAgreements.length === 0 ? `All ${guardiansNeeded} adults still have to countersign.` : `${guardianAgreements.length} of ${guardiansNeeded} adults have countersigned. The others still have to.`;
  return `${signedOn ? 'The child has promised.' : 'The child has not promised yet.'} ${adults}`;
}

/** Where a child's and a parent's signatures stand, in one phrase. */
export function pairWords(ask: Pick<AskRow, 'signedOn' | 'countersignedOn' | 'guardiansNeeded' | 'guardianAgreements'>): string {
  if (ask.countersignedOn === null && ask.guardiansNeeded > 1) return bothWords(ask);
  if (ask.signedOn && ask.countersignedOn) return 'The child has promised and a parent has countersigned.';
  if (ask.signedOn) return 'The child has promised. A parent still has to countersign.';
  if (ask.countersignedOn) return 'A parent has countersigned. The child has not promised yet.';
  return 'Nobody has signed yet.';
}
