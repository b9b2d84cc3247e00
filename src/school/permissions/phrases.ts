/** States of requests and permissions in words. */
import { say } from '../../platform/languages/index.ts';
import { ACCEPTANCE, type PermissionState, type RequestState } from './words.ts';

export const REQUEST_WORDS: Readonly<Record<RequestState, string>> = {
  asked: say('Waits for a decision'), 'asked-back': say('A question came back'), granted: say('Granted'), refused: say('Refused'), 'taken-back': say('Taken back'), lapsed: say('Nobody answered in time'),
};

export const REQUEST_TONES: Readonly<Record<RequestState, 'ask' | 'yes' | 'no' | 'plain' | 'tell'>> = { asked: 'ask', 'asked-back': 'tell', granted: 'yes', refused: 'no', 'taken-back': 'plain', lapsed: 'plain' };

export const PERMISSION_WORDS: Readonly<Record<PermissionState, string>> = {
  live: say('Counts now'), waiting: say('Granted, and waits'), suspended: say('Suspended'), coming: say('Begins later'), withdrawn: say('Withdrawn'), 'given-up': say('Given up'), expired: say('Over'),
};

export const PERMISSION_TONES: Readonly<Record<PermissionState, 'ask' | 'yes' | 'no' | 'plain' | 'tell'>> = { live: 'yes', waiting: 'ask', suspended: 'no', coming: 'ask', withdrawn: 'no', 'given-up': 'plain', expired: 'plain' };

/** How a request stands for whoever asked: granted is not done while the conditions wait for a yes, or IT has still to carry it out. */
export function standingWords({ state, permission, waitsFor }: { readonly state: RequestState; readonly permission: PermissionState | null; readonly waitsFor: string | null }): string {
  if (permission === null || state !== 'granted') return REQUEST_WORDS[state];
  if (permission !== 'waiting') return PERMISSION_WORDS[permission];
  return waitsFor === ACCEPTANCE ? say('Granted, once the conditions are accepted') : say('Granted, waiting for IT');
}
