/** The clauses that asking and deciding keep: every "ask" of the model schools. */
import type { Operates } from '../feature.ts';

const WALKED = (name: string): string => `each ask rule of the ${name} is a form, somebody decides it, and the yes counts for that situation alone until its end`;

/** School as its test calls it → policy → clauses. */
const ASKS: Readonly<Record<string, readonly [test: string, policies: Readonly<Record<string, readonly string[]>>]>> = {
  'village-primary': [WALKED('village school'), { 'staff-code': ['other-uses', 'new-hardware', 'new-software', 'agreed-uses-of-data', 'data-off-site', 'own-device-for-work', 'not-in-classrooms', 'head-before-sharing'] }],
  'town-school': [WALKED('town school'), { 'online-safety': ['networks-at-school'], 'staff-code': ['private-use', 'own-equipment', 'installing-software', 'installing-hardware'] }],
  'day-school': [WALKED('day school'), { 'applications-code': ['ask-for-vpn', 'platform-senders', 'publishers'], 'email-code': ['large-files'], 'files-code': ['others-files', 'stick-or-drive', 'own-laptop', 'own-phone'], 'staff-ict-code': ['install-software', 'download-software'] }],
  'academy-trust': [WALKED('academy trust'), { 'acceptable-use': ['new-hardware', 'new-software', 'own-camera', 'approved-programs', 'school-knows', 'own-system', 'own-log-in', 'in-the-schools-name'] }],
  'prep-school': [WALKED('prep school'), {
    'e-safety': ['delicate-mail', 'pupils-ask-before-posting', 'approach-leave', 'photo-leave'], 'early-years-ks1-code': ['ask-to-print'], 'middle-senior-code': ['ask-to-print', 'ask-for-games', 'ask-to-send-pictures', 'ask-head-for-phone', 'ask-head-for-watch'],
    'mobile-devices': ['bring-phone-leave', 'device-in-lessons', 'headphones', 'music-out-loud', 'phones-on-trips', 'search-a-device', 'staff-phone-low'], 'staff-code': ['ask-the-owner', 'offensive-for-teaching', 'group-email'],
  }],
};

export const requestOperates: readonly Operates[] = [
  ...Object.entries(ASKS).flatMap(([pack, [test, policies]]) => Object.entries(policies).flatMap(([policy, clauses]) => clauses.map(clause => ({ clause: `${pack}/${policy}#${clause}`, by: 'weighRequest', test })))),
  { clause: 'town-school/staff-code#limits-of-private-use', by: 'decideRequest', test: 'for private use the head sets the limits before a yes counts, and the holder accepts them' },
  { clause: 'town-school/staff-code#give-a-reason', by: 'isWhole', test: 'a reason of a word or two goes no further, and what was typed stays' },
];
