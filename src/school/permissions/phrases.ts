/** States of requests and permissions in words. */
import { say } from '../../platform/languages/index.ts';
import type { PermissionState, RequestState } from './words.ts';

export const REQUEST_WORDS: Readonly<Record<RequestState, string>> = {
  asked: say('Waits for a decision'), 'asked-back': say('A question came back'), granted: say('Granted'), refused: say('Refused'), 'taken-back': say('Taken back'), lapsed: say('Nobody answered in time'),
};

export const REQUEST_TONES: Readonly<Record<RequestState, 'ask' | 'yes' | 'no' | 'plain' | 'tell'>> = { asked: 'ask', 'asked-back': 'tell', granted: 'yes', refused: 'no', 'taken-back': 'plain', lapsed: 'plain' };

export const PERMISSION_WORDS: Readonly<Record<PermissionState, string>> = {
  live: say('Counts now'), waiting: say('Granted, and waits'), suspended: say('Suspended'), coming: say('Begins later'), withdrawn: say('Withdrawn'), 'given-up': say('Given up'), expired: say('Over'),
};

export const PERMISSION_TONES: Readonly<Record<PermissionState, 'ask' | 'yes' | 'no' | 'plain' | 'tell'>> = { live: 'yes', waiting: 'ask', suspended: 'no', coming: 'ask', withdrawn: 'no', 'given-up': 'plain', expired: 'plain' };
