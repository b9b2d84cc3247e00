import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../packs/index.ts';
import { bearingOn, carrierOf, closedHere, covers, facilitiesFor, facilitiesNamed, mailLimitFor, seesHold, standing, stepsDue, waysToTake } from './decisions.ts';
import type { Hold, Step } from './words.ts';

const TODAY = '2026-11-23';
const book = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;
const hold = (more: Partial<Hold>): Hold => ({
  id: 'h', person: 'p', facility: 'email', how: 'suspended', cause: 'decision', source: null, deciders: [], clause: null, reason: '', begunOn: TODAY, begunAt: new Date(0), begunBy: null, untilOn: null, endedOn: null, endedAt: null, endedBy: null, endedHow: null, endedReason: '', ...more,
});
const OVER = { endedOn: TODAY, endedAt: new Date(1), endedHow: 'over' } as const;
const step = (more: Partial<Step>): Step => ({ id: 's', person: 'p', facility: 'email', wanted: 'suspended', quiet: false, office: 'it-support', openedAt: new Date(0), openedOn: TODAY, ended: null, endedAt: null, endedBy: null, doneOn: null, words: '', ...more });

test('of several reasons the strictest wins, and ending one opens nothing that another still holds', () => {
  const both = [hold({ how: 'inside-only', cause: 'parent' }), hold({ how: 'suspended' })];
  equal(standing(both, 'email'), 'suspended');
  equal(standing([both[0]!, { ...both[1]!, ...OVER }], 'email'), 'inside-only');
  equal(standing([{ ...both[0]!, ...OVER }, both[1]!], 'email'), 'suspended');
  equal(standing([hold({ facility: 'all', how: 'revoked' }), hold({ how: 'suspended' })], 'email'), 'revoked');
  equal(standing([], 'email'), 'open');
});

test('everything that is switched off leaves Countersign open; only what is taken away closes it', () => {
  deepEqual([covers(hold({ facility: 'all' }), 'countersign'), covers(hold({ facility: 'all', how: 'revoked' }), 'countersign'), covers(hold({ facility: 'all' }), 'network')], [false, true, true]);
  deepEqual([closedHere([hold({ facility: 'all' })]), closedHere([hold({ facility: 'all', how: 'securing' })]), closedHere([hold({ facility: 'countersign', how: 'revoked' })]), closedHere([hold({ facility: 'countersign', how: 'revoked', ...OVER })])], [false, false, true, false]);
});

test('IT has one step at most for each account, and none where it stands as it should', () => {
  const due = (holds: Hold[], steps: Step[]) => stepsDue({ holds, steps, facilities: ['email', 'countersign'] });
  deepEqual(due([hold({})], []), { withdraw: [], open: [{ facility: 'email', wanted: 'suspended' }] });
  deepEqual(due([hold({}), hold({ cause: 'case' })], [step({})]), { withdraw: [], open: [] }, 'a second reason for the same asks nothing twice');
  deepEqual(due([hold({ how: 'revoked' })], [step({})]), { withdraw: ['s'], open: [{ facility: 'email', wanted: 'revoked' }] });
  deepEqual(due([hold(OVER)], [step({})]), { withdraw: ['s'], open: [] }, 'what was never done need not be undone');
  deepEqual(due([hold(OVER)], [step({ ended: 'done' })]), { withdraw: [], open: [{ facility: 'email', wanted: 'open' }] });
  deepEqual(due([hold(OVER), hold({ how: 'inside-only' })], [step({ ended: 'done' })]), { withdraw: [], open: [{ facility: 'email', wanted: 'inside-only' }] });
  deepEqual(due([hold({})], [step({ ended: 'cannot' })]), { withdraw: [], open: [] }, 'what cannot be done is not asked for again');
  deepEqual(due([hold({ how: 'securing', cause: 'alarm' })], []), { withdraw: [], open: [] }, 'an alarm is seen to by whoever looks into it');
});

test('a switch-off of everything bears on what somebody has; where the school lists nothing, on everything at once', () => {
  const list = [{ key: 'email', name: '', kinds: ['staff'] }, { key: 'own-doors', name: 'Door card', kinds: [] }];
  deepEqual(bearingOn(list, ['pupil'], [hold({ facility: 'all' })]), ['own-doors']);
  deepEqual(bearingOn([], ['pupil'], [hold({ facility: 'all' })]), ['all']);
  deepEqual(facilitiesFor(list, ['teacher', 'staff']).map(one => one.key), ['email', 'own-doors']);
});

test('what a school gives people begins with what its rules name, for those of whom they speak', () => {
  deepEqual(facilitiesNamed(book('village-primary'), TODAY).map(one => one.key), ['email', 'internet', 'learning-platform']);
  deepEqual(facilitiesNamed(book('village-primary'), TODAY).find(one => one.key === 'learning-platform')!.kinds.includes('parent'), true);
  deepEqual(facilitiesNamed(book('prep-school'), TODAY).map(one => one.key), ['email', 'internet', 'learning-platform', 'network']);
  deepEqual(facilitiesNamed(book('academy-trust'), TODAY), []);
});

test('a record of a case shows to IT and to those who decided it, and to nobody their own', () => {
  const decided = hold({ cause: 'case', deciders: ['chair-of-governors'] });
  deepEqual(['head', 'office', 'network-manager', 'chair-of-governors'].map(office => seesHold(decided, { person: 'r', offices: [office] })), [false, false, true, false]);
  equal(seesHold({ ...decided, deciders: ['head'] }, { person: 'r', offices: ['head'] }), true);
  equal(seesHold(decided, { person: 'p', offices: ['network-manager'] }), false);
  deepEqual(['head', 'office', 'teacher'].map(office => seesHold(hold({}), { person: 'r', offices: [office] })), [true, true, false]);
});

test('what may be taken away, and by whom, stands in the rules', () => {
  const ways = (pack: string, who: string[], offices: string[], kinds: string[]) => waysToTake({ rulebook: book(pack), who: [...who, ...offices], offices, kinds, facilities: ['email', 'internet'], today: TODAY }).map(way => `${way.act} ${way.facility} ${way.triggers.join('|')}`.trim());
  deepEqual(ways('village-primary', ['staff'], ['office'], ['parent']), ['revoke-account learning-platform']);
  deepEqual(ways('village-primary', ['teacher', 'staff'], [], ['parent']), [], 'a teacher without an office does not act for the school');
  deepEqual(ways('village-primary', ['parent'], ['office'], ['parent']), [], 'the rule speaks of staff');
  deepEqual(ways('day-school', ['ict', 'staff'], ['network-manager'], ['pupil']), ['email', 'internet', 'all'].map(facility => `suspend-account ${facility} breach|suspicion`));
  deepEqual(ways('prep-school', ['ict', 'staff'], ['network-manager'], ['pupil']), ['suspend-account internet bullying-allegation']);
  deepEqual(ways('prep-school', ['ict', 'staff'], ['network-manager'], ['teacher', 'staff']), [], 'what is a penalty for staff is decided in a case');
  deepEqual(ways('town-school', ['staff'], ['head'], ['teacher', 'staff']), []);
});

test('a parent has mail kept inside where a rule says so, and nowhere else', () => {
  deepEqual(mailLimitFor(book('prep-school'), ['parent'], TODAY), { clause: 'prep-school/middle-senior-code#inside-mail-only', offices: ['it-support'], binds: ['pupil-senior'] });
  for (const pack of ['village-primary', 'town-school', 'day-school', 'academy-trust']) equal(mailLimitFor(book(pack), ['parent'], TODAY), null, pack);
  equal(mailLimitFor(book('prep-school'), ['teacher', 'staff'], TODAY), null);
});

test('a step goes to the office of the rule, else to whoever looks after accounts, else to the head', () => {
  deepEqual([carrierOf(['it-support'], ['it-support', 'network-manager']), carrierOf(['it-support'], ['ict-lead', 'head']), carrierOf([], ['head']), carrierOf(['moderator'], ['moderator', 'helpdesk'])], ['it-support', 'ict-lead', 'head', 'helpdesk']);
});
