import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { pack } from '../../../../tests/rulebook/build.ts';
import { linesFor } from './reads.ts';
import { askable, isWhole, knownFacts, situationOf, unspoken, weighRequest, type Wanted } from './asking.ts';

const on = '2026-11-23';
const [town, day, prep, village] = ['town-school', 'day-school', 'prep-school', 'village-primary'].map(name => pack(name)) as [ReturnType<typeof pack>, ReturnType<typeof pack>, ReturnType<typeof pack>, ReturnType<typeof pack>];
const teacher = (act: string, facts: Wanted['facts'] = {}): Wanted => ({ who: ['teacher', 'staff'], act, facts, on });

test('people may ask for what the rules that bind them say, with the situation that the rule names', () => {
  deepEqual(askable(village, ['teacher', 'staff'], on).find(one => one.act === 'carry-personal-device')?.facts, { place: 'classroom', exceptional: 'yes' });
  deepEqual(askable(prep, ['pupil-senior', 'pupil'], on).filter(one => one.act === 'post-online').map(one => [one.facts, one.oneOf]), [[{ topic: 'school-matters' }, {}], [{}, { subject: ['school', 'school-community'] }]]);
  deepEqual(askable(village, ['parent'], on), []);
  ok(askable(prep, ['pupil-senior', 'pupil'], on).some(one => one.act === 'bring-phone'));
});

test('what is forbidden whoever says yes is not sent, what is allowed need not be, and silence is never a yes', () => {
  equal(weighRequest(town, teacher('use-school-ict', { purpose: 'personal', facility: 'email' })).kind, 'no');
  equal(weighRequest(day, teacher('connect-to-network', { media: 'memory-stick', encrypted: 'no' })).kind, 'no');
  equal(weighRequest(town, { ...teacher('install-software'), permissions: [{ act: 'install-software', live: true }] }).kind, 'free');
  equal(weighRequest(prep, { ...teacher('bring-phone'), who: ['governor'] }).kind, 'silent');
});

test('where consent alone is missing the asker is asked who has agreed', () => {
  deepEqual(weighRequest(village, teacher('publish-image', { destination: 'outside-school' })), { kind: 'unclear', missing: ['consent'], because: ['village-primary/staff-code#consent-before-sharing'] });
});

test('a request shows what its rules want, and lasts no longer than they say', () => {
  const site = weighRequest(prep, teacher('visit-site', { purpose: 'teaching', content: 'inappropriate', intent: 'deliberate' }));
  ok(site.kind === 'ask');
  deepEqual([site.demands.shown, site.demands.wholeReason, site.demands.lastDay(on)], [['addresses', 'class'], true, '2026-12-22']);
  const mail = weighRequest(prep, teacher('contact-parent', { channel: 'school-email', 'recipient-count': '25' }));
  deepEqual(mail.kind === 'ask' && [mail.demands.shown, mail.demands.lastDay(on)], [['the text of the e-mail'], on]);
  const stick = weighRequest(day, teacher('connect-to-network', { media: 'memory-stick', encrypted: 'yes' }));
  deepEqual(stick.kind === 'ask' && [stick.demands.checked, stick.demands.lastDay(on)], [['encrypted'], null]);
  const own = weighRequest(town, teacher('use-school-ict', { purpose: 'personal', facility: 'internet', 'interferes-with-duties': 'no' }));
  deepEqual(own.kind === 'ask' && own.demands.limits, ['what for', 'when', 'where']);
});

test('whoever holds a permission for a laptop is asked no more about a stick than anybody else', () => {
  const laptop = { act: 'connect-to-network', office: 'network-manager', live: true, facts: { encrypted: 'yes', 'device-kind': 'laptop', 'device-owner': 'personal' } };
  const stick = { media: 'memory-stick', encrypted: 'yes' };
  deepEqual([[], [laptop]].map(permissions => weighRequest(day, { ...teacher('connect-to-network', stick), permissions }).kind), ['ask', 'ask']);
  equal(weighRequest(day, { ...teacher('connect-to-network', laptop.facts), permissions: [laptop] }).kind, 'free');
  equal(weighRequest(day, { ...teacher('connect-to-network', { media: 'memory-stick' }), permissions: [laptop] }).kind, 'unclear');
});

test('the asker’s own office is never asked', () => {
  const own = weighRequest(day, { ...teacher('install-software'), who: ['ict', 'staff', 'network-manager'] });
  deepEqual(own.kind === 'ask' && own.offices, [['head']]);
});

test('nobody who asks for a permission is asked whether they hold it', () => {
  const app = weighRequest(day, teacher('use-app', { authorised: 'no' }));
  deepEqual(app.kind === 'unclear' && app.missing, ['app', 'purpose']);
});

test('what nobody could allow a child is not offered to them', () => {
  const acts = (who: string[]) => linesFor(prep, who, on).map(line => line.act);
  deepEqual([acts(['pupil-senior', 'pupil']).includes('bring-phone'), acts(['pupil-ks1', 'pupil']).includes('bring-phone'), acts(['pupil-ks1', 'pupil']).includes('print')], [true, false, true]);
});

test('only what the vocabulary knows is taken from an address, and nobody grants themselves anything by it', () => {
  deepEqual(knownFacts(town, { purpose: 'personal', facility: 'kitchen', 'recipient-count': 'many', 'grant-held': 'yes', nonsense: 'yes', encrypted: 'yes' }), { purpose: 'personal', encrypted: 'yes' });
});

test('something else is every value that no rule of the act speaks of', () => {
  ok(!unspoken(town, 'use-school-ict', 'facility').includes('email'));
  ok(unspoken(town, 'use-school-ict', 'facility').includes('internet'));
  deepEqual(situationOf(town, 'use-school-ict', { purpose: 'personal', facility: 'something-else' })['facility'], unspoken(town, 'use-school-ict', 'facility'));
});

test('a word or two is no reason, a sentence is', () => {
  deepEqual(['', 'marking', 'for marking', '. . .', 'I mark on the train'].map(isWhole), [false, false, false, false, true]);
});
