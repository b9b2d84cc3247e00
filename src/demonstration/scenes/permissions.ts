/** What was granted at the model schools: to people, and to groups. One ends soon, one rests, one is over. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { grant, grantStanding } from '../../school/permissions/index.ts';
import type { Stage } from './words.ts';

interface Own {
  readonly holder: string;
  readonly by: string;
  readonly act: string;
  readonly clauses: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly conditions: string;
  readonly reason: string;
  /** First and last day, counted from today. */
  readonly days: readonly [number, number];
  readonly evidence?: Readonly<Record<string, string>>;
  /** Days from today until which its evidence is known to be true. */
  readonly known?: number;
}

interface ForGroup {
  readonly by: string;
  readonly act: string;
  readonly clause: string;
  readonly kinds: readonly string[];
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  readonly what: string;
  readonly reason: string;
  readonly conditions: string;
  readonly days: readonly [number, number];
}

const LAPTOP = { 'device-kind': 'laptop', 'device-owner': 'personal', encrypted: 'yes' };
const OWN: Readonly<Record<string, readonly Own[]>> = {
  'village-primary': [
    { holder: 'teacher', by: 'head', act: 'use-personal-device', clauses: ['staff-code#own-device-for-work'], facts: { purpose: 'school-business' }, conditions: 'The phone, for photographs of displays without children.', reason: 'The school camera is being mended', days: [-20, 5], evidence: { device: 'Own phone, black case' } },
    { holder: 'teacher', by: 'head', act: 'install-software', clauses: ['staff-code#new-software'], facts: { 'device-owner': 'school' }, conditions: 'On the class laptop alone.', reason: 'A times-table game', days: [-90, -10], evidence: { software: 'A times-table game', device: 'Laptop of Class 4' } },
  ],
  'day-school': [
    { holder: 'teacher', by: 'network-manager', act: 'connect-to-network', clauses: ['files-code#own-laptop', 'files-code#must-be-encrypted'], facts: LAPTOP, conditions: 'The silver laptop alone.', reason: 'Marking at school', days: [-40, 150], evidence: { device: 'Own laptop, silver' }, known: 4 },
  ],
  'town-school': [
    { holder: 'teacher', by: 'head', act: 'install-hardware', clauses: ['staff-code#installing-hardware'], facts: {}, conditions: 'Until the new board comes.', reason: 'A second loudspeaker', days: [-70, 6], evidence: { item: 'A loudspeaker', device: 'Computer of Osprey class' } },
    { holder: 'teacher', by: 'head', act: 'use-social-media', clauses: ['online-safety#networks-at-school'], facts: { place: 'school-site' }, conditions: 'On the page of the book week alone.', reason: 'Book week', days: [-60, -12] },
  ],
  'academy-trust': [
    { holder: 'teacher', by: 'head', act: 'import-pupil-data-to-app', clauses: ['acceptable-use#approved-programs'], facts: { 'data-kind': 'pupil-data', authorised: 'no' }, conditions: 'First names alone.', reason: 'A reading log', days: [-90, 5], evidence: { software: 'A reading log', data: 'First names of 8A' } },
    { holder: 'teacher', by: 'head', act: 'install-hardware', clauses: ['acceptable-use#new-hardware'], facts: { 'device-owner': 'school' }, conditions: '', reason: 'The open evening', days: [-50, -15], evidence: { item: 'A second projector', device: 'Hall computer' } },
  ],
  'prep-school': [
    { holder: 'pupil', by: 'head', act: 'bring-phone', clauses: ['mobile-devices#bring-phone-leave', 'middle-senior-code#ask-head-for-phone'], facts: { 'device-kind': 'phone' }, conditions: 'Handed in at reception until the end of school.', reason: 'The way home on the late bus', days: [-30, 120], evidence: { device: 'Grey phone, blue case' } },
    { holder: 'teacher', by: 'deputy', act: 'keep-phone-on', clauses: ['mobile-devices#staff-phone-low'], facts: {}, conditions: 'At low volume.', reason: 'A call may come from home', days: [-9, 6] },
  ],
};
const GROUPS: Readonly<Record<string, readonly ForGroup[]>> = {
  'village-primary': [
    { by: 'head', act: 'use-school-ict', clause: 'staff-code#other-uses', kinds: ['staff'], facts: { facility: 'internet', purpose: 'non-school' }, what: 'The gardening club writes its page on the school’s computers', reason: 'The club belongs to the school', conditions: 'After school, in the library.', days: [-60, 200] },
    { by: 'head', act: 'use-school-data', clause: 'staff-code#agreed-uses-of-data', kinds: ['teacher'], facts: {}, what: 'Reading ages of the own class, to choose books', reason: 'Reading lessons', conditions: 'On paper, and within the school.', days: [-60, 240] },
  ],
  'town-school': [
    { by: 'head', act: 'use-personal-device', clause: 'staff-code#own-equipment', kinds: ['support-staff'], facts: {}, what: 'The caretakers carry a telephone of their own on the grounds', reason: 'The boiler house has no bell', conditions: 'For calls about the building.', days: [-50, 190] },
  ],
  'day-school': [
    { by: 'network-manager', act: 'use-remote-access', clause: 'applications-code#ask-for-vpn', kinds: ['support-staff'], facts: { network: 'vpn' }, what: 'The bursary works from home on closing days', reason: 'Bills come on those days too', conditions: 'From a school laptop.', days: [-45, 170] },
  ],
  'academy-trust': [
    { by: 'head', act: 'install-software', clause: 'acceptable-use#new-software', kinds: ['ict'], facts: { 'device-owner': 'school' }, what: 'IT puts updates of known programs in', reason: 'Updates close holes', conditions: 'Programs that are on the list already.', days: [-70, 220] },
  ],
  'prep-school': [
    { by: 'head', act: 'keep-phone-on', clause: 'mobile-devices#staff-phone-low', kinds: ['support-staff'], facts: {}, what: 'Those who look after the boarders keep a phone on', reason: 'Calls from the house', conditions: 'At low volume, and never in a lesson.', days: [-30, 180] },
  ],
};

/** Grants them as the offices would have, on their first day. */
export async function grantPermissions(tx: Tx, stage: Stage): Promise<void> {
  const { school, today } = stage;
  const full = (clause: string) => `${school.pack}/${clause}`;
  const office = (by: string) => (by === 'deputy' ? 'deputy-head' : by);
  // On the first day at the time of day that it is now.
  const doing = (by: string, [first]: readonly [number, number]) => ({ school, by: stage.holderOf(office(by)), at: new Date(stage.now.getTime() + first * 86_400_000), today });
  for (const one of OWN[school.pack] ?? []) {
    const holder = stage.personaOf(one.holder);
    if (holder === null || holder === stage.holderOf(office(one.by))) continue;
    await grant(tx, doing(one.by, one.days), {
      holder, act: one.act, offices: [office(one.by)], facts: one.facts, conditions: one.conditions, reason: one.reason, clauses: one.clauses.map(full), evidence: one.evidence ?? {},
      evidenceUntil: one.known === undefined ? null : addDays(today, one.known), from: addDays(today, one.days[0]), until: addDays(today, one.days[1]),
    });
  }
  for (const { by, act, clause, kinds, facts, what, reason, conditions, days } of GROUPS[school.pack] ?? []) {
    await grantStanding(tx, doing(by, days), { act, clause: full(clause), offices: [office(by)], holders: { kinds }, facts, what, reason, conditions, from: addDays(today, days[0]), until: addDays(today, days[1]), follows: null });
  }
}
