/** How a request and a permission stand. Pure. */
import { dayOf } from '../../platform/days.ts';
import type { Grant, PermissionState, Request, RequestState, Turn } from './words.ts';

const NEXT: Readonly<Record<RequestState, readonly RequestState[]>> = {
  asked: ['asked-back', 'granted', 'refused', 'taken-back', 'lapsed'],
  'asked-back': ['asked', 'granted', 'refused', 'taken-back', 'lapsed'],
  // A decision may be undone on its own day; what was taken back or has lapsed is asked for anew.
  granted: ['asked'], refused: ['asked'], 'taken-back': [], lapsed: [],
};

/** Whether a request may go from one state to another. */
export const mayBecome = (from: RequestState, to: RequestState): boolean => NEXT[from].includes(to);

/** Whether a request still waits for somebody. */
export const isOpen = (request: Pick<Request, 'state'>): boolean => request.state === 'asked' || request.state === 'asked-back';

type Dated = Pick<Grant, 'startsAt' | 'endsAt' | 'waitsFor' | 'evidenceUntil'>;

/** How a permission stands at a moment, from its row and what befell it. What ended it counts before all else, then that it is suspended. */
export function stateOf(permission: Dated, turns: readonly Pick<Turn, 'turn' | 'at'>[], now: Date): PermissionState {
  const past = turns.filter(turn => turn.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime()).map(turn => turn.turn);
  if (past.includes('withdrawn')) return 'withdrawn';
  if (past.includes('given-up')) return 'given-up';
  if (past.includes('expired') || permission.endsAt <= now) return 'expired';
  const held = past.filter(turn => turn === 'suspended' || turn === 'restored').at(-1);
  if (held === 'suspended' || (permission.evidenceUntil !== null && permission.evidenceUntil < dayOf(now))) return 'suspended';
  if (permission.waitsFor !== null && !past.includes('carried-out')) return 'waiting';
  return permission.startsAt > now ? 'coming' : 'live';
}

/** Whether a permission is over for good. */
export const isOver = (state: PermissionState): boolean => state === 'withdrawn' || state === 'given-up' || state === 'expired';
