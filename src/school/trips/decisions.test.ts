import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../packs/index.ts';
import { decidesAs, seesNames, stateOf, tripState, weigh } from './decisions.ts';
import type { Carrying } from './words.ts';

const rulesOf = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;
const DAY = '2026-12-03';
const phone = (who: readonly string[], more: Partial<Carrying> = {}): Carrying => ({ who, device: 'phone', owner: 'personal', purpose: 'safety', facts: {}, ...more });

test('on the village school’s trips the head agrees who carries a phone, and only for safety', () => {
  const rulebook = rulesOf('village-primary');
  deepEqual(weigh(rulebook, phone(['teacher', 'staff']), DAY), { kind: 'decide', offices: [['head']], because: ['village-primary/staff-code#phones-on-trips'] });
  deepEqual(weigh(rulebook, phone(['teacher', 'staff'], { purpose: 'personal' }), DAY), { kind: 'forbidden', because: ['village-primary/staff-code#phones-on-trips'] });
});

test('on the prep school’s trips the trip’s own leader says whether a pupil may use a phone', () => {
  const rulebook = rulesOf('prep-school');
  const pupil = weigh(rulebook, phone(['pupil-senior', 'pupil'], { facts: { moment: 'break' } }), DAY);
  deepEqual(pupil.kind === 'decide' && pupil.offices, [['trip-leader']]);
  deepEqual(pupil.because, ['prep-school/mobile-devices#phones-on-trips']);
  const inToilet = weigh(rulebook, phone(['pupil-senior', 'pupil'], { facts: { place: 'toilet' } }), DAY);
  equal(inToilet.kind, 'forbidden');
});

test('where the rules need to know more they ask, and where they say nothing somebody still decides', () => {
  const teacher = weigh(rulesOf('prep-school'), phone(['teacher', 'staff']), DAY);
  deepEqual(teacher.kind === 'unclear' && teacher.missing[0], 'moment');
  const silent = weigh(rulesOf('town-school'), phone(['volunteer', 'visitor'], { facts: { moment: 'break' } }), DAY);
  equal(silent.kind === 'decide' && silent.offices.flat().length > 0, true);
});

test('a yes needs a word of every group of offices, the newest word counts, and one no is a no', () => {
  const carrier = { byRule: false, offices: [['head', 'deputy-head'], ['dpo']] };
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute));
  equal(stateOf(carrier, []), 'waits');
  equal(stateOf(carrier, [{ office: 'head', says: 'yes', at: at(1) }]), 'waits');
  equal(stateOf(carrier, [{ office: 'head', says: 'yes', at: at(1) }, { office: 'dpo', says: 'yes', at: at(2) }]), 'yes');
  equal(stateOf(carrier, [{ office: 'head', says: 'yes', at: at(1) }, { office: 'dpo', says: 'yes', at: at(2) }, { office: 'head', says: 'no', at: at(3) }]), 'no');
  equal(stateOf({ byRule: true, offices: [] }, []), 'yes');
});

test('nobody decides about their own phone, and the trip’s leader is its trip leader whoever holds that office', () => {
  const carrier = { byRule: false, offices: [['trip-leader']], person: 'child' };
  deepEqual(decidesAs(carrier, { person: 'leader', offices: [] }, 'leader'), ['trip-leader']);
  deepEqual(decidesAs(carrier, { person: 'other', offices: ['trip-leader'] }, 'leader'), []);
  deepEqual(decidesAs(carrier, { person: 'child', offices: ['trip-leader'] }, 'child'), []);
});

test('names are for those who take part in the trip or answer for it, and days say how it stands', () => {
  const trip = { leader: 'l', madeBy: 'm', from: '2026-12-03', until: '2026-12-04', cancelledOn: null };
  const goers = [{ person: 'a', part: 'adult' }, { person: 'p', part: 'pupil' }];
  const sees = (person: string, kinds: string[], offices: string[] = []) => seesNames(trip, goers, { person, kinds, offices });
  deepEqual([sees('l', ['staff']), sees('m', ['staff']), sees('a', ['staff']), sees('h', ['staff'], ['head'])], [true, true, true, true]);
  deepEqual([sees('x', ['staff']), sees('p', ['pupil']), sees('y', ['parent'])], [false, false, false]);
  deepEqual(['2026-12-02', '2026-12-03', '2026-12-05'].map(day => tripState(trip, day)), ['coming', 'under-way', 'done']);
});
