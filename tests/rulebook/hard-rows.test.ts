/**
 * The hardest clauses of the inventory, each in words of our own and as small as it goes, with the cases that make it
 * hard. The inventory id in the name says which clause it stands for.
 */
import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { decide } from '../../src/rulebook/index.ts';
import type { Permission, Verdict } from '../../src/rulebook/index.ts';
import { rulebookOf } from './build.ts';

interface Case {
  readonly name: string;
  readonly who?: string;
  readonly facts?: Readonly<Record<string, string | readonly string[]>>;
  /** Offices that have given a live permission. */
  readonly with?: readonly string[];
  readonly says: Verdict;
  readonly because?: readonly string[];
  readonly ask?: readonly (readonly string[])[];
  readonly tell?: readonly (readonly string[])[];
}

/** Clauses (`id: rules`) and the cases of one act. */
function rows(act: string, clauses: Readonly<Record<string, readonly string[]>>, cases: readonly Case[]): void {
  const text = Object.entries(clauses).map(([id, rules]) => `A rule of this school. {#${id}}\n\n${rules.map((rule) => `::${rule}`).join('\n')}`).join('\n\n');
  const book = rulebookOf(text);
  for (const one of cases) {
    test(one.name, () => {
      const permissions: Permission[] = (one.with ?? []).map((office) => ({ act, office, live: true }));
      const answer = decide(book, { who: one.who ?? 'teacher', act, facts: one.facts ?? {}, permissions, on: '2026-11-20' });
      equal(answer.says, one.says);
      deepEqual(answer.because.map((id) => id.slice('school/code#'.length)), one.because ?? []);
      if (one.ask) deepEqual(answer.askGroups, one.ask);
      if (one.tell) deepEqual(answer.tellGroups, one.tell);
    });
  }
}

const CABINET = {
  cabinet: ['never[carry-personal-device]{when="moment=school-hours; place=school-site" unless="place=office-cabinet"}'],
  class: ['never[carry-personal-device]{when="place=classroom" unless="exceptional=yes" over=cabinet}',
    'ask[carry-personal-device]{of=head when="place=classroom; exceptional=yes" over=cabinet}'],
  leaders: ['may[carry-personal-device]{when="period=covid; person-status=bubble-leader; place=classroom" who=staff over="cabinet class"}'],
};
rows('carry-personal-device', CABINET, [
  { name: 'A31: a phone in the cabinet in school hours is where it belongs', facts: { place: 'office-cabinet', moment: 'lesson' }, says: 'yes', because: ['cabinet'] },
  { name: 'A31: a phone in a pocket in the hall is not', facts: { place: 'hall', moment: 'break' }, says: 'no', because: ['cabinet'] },
  { name: 'A33: in the classroom only the classroom rule speaks, and it says no', facts: { place: 'classroom', moment: 'lesson' }, says: 'no', because: ['class'] },
  { name: 'A33: with a strong reason the head is asked', facts: { place: 'classroom', moment: 'lesson', exceptional: 'yes' }, says: 'ask', because: ['class'], ask: [['head']] },
  { name: "A33: the head's yes does not help without a strong reason", facts: { place: 'classroom', moment: 'lesson' }, with: ['head'], says: 'no', because: ['class'] },
  { name: "A33: with the reason and the head's yes it is allowed", facts: { place: 'classroom', moment: 'lesson', exceptional: 'yes' }, with: ['head'], says: 'yes', because: ['class'] },
  { name: 'A36: a bubble leader keeps a phone in class while the measure lasts', facts: { place: 'classroom', moment: 'lesson', period: 'covid', 'person-status': 'bubble-leader' }, says: 'yes', because: ['leaders'] },
  { name: 'A36: and no longer when it is over', facts: { place: 'classroom', moment: 'lesson', period: 'normal', 'person-status': 'bubble-leader' }, says: 'no', because: ['class'] },
]);

rows('use-phone', { calls: ['never[use-phone]{when="purpose=personal; place=school-site; moment=school-hours" unless="moment=break; place=office|staffroom"}'],
  trips: ['never[use-phone]{when="trip=yes" unless="person-status=named-trip-carrier; purpose=safety"}'] }, [
  { name: 'A32: the right room at the wrong time is still no', facts: { purpose: 'personal', place: 'staffroom', moment: 'lesson' }, says: 'no', because: ['calls'] },
  { name: 'A32: both the room and the time', facts: { purpose: 'personal', place: 'office', moment: 'break' }, says: 'yes', because: ['calls'] },
  { name: 'A38: on a trip, a named carrier may call for safety', facts: { trip: 'yes', 'person-status': 'named-trip-carrier', purpose: 'safety' }, says: 'yes', because: ['trips'] },
  { name: 'A38: standing may be one of several', facts: { trip: 'yes', 'person-status': ['staff-parent', 'named-trip-carrier'], purpose: 'safety' }, says: 'yes', because: ['trips'] },
]);

rows('take-data-off-site', { leave: ['ask[take-data-off-site]{of="head|governing-body" when="data-kind=school-data"}'],
  sticks: ['never[take-data-off-site]{when="media=memory-stick" unless="encrypted=yes"}'] }, [
  { name: 'A24, A25: leave and encryption are both needed, and both are cited', facts: { 'data-kind': 'medical', media: 'memory-stick', encrypted: 'yes' }, with: ['governing-body'], says: 'yes', because: ['leave', 'sticks'] },
  { name: 'A25: leave does not make up for a bare stick', facts: { 'data-kind': 'medical', media: 'memory-stick', encrypted: 'no' }, with: ['head'], says: 'no', because: ['sticks'] },
  { name: 'A24: encryption does not make up for leave', facts: { 'data-kind': 'medical', media: 'memory-stick', encrypted: 'yes' }, says: 'ask', because: ['leave'], ask: [['head', 'governing-body']] },
]);

rows('visit-site', { bias: ['never[visit-site]{when="content=discriminatory"}'], hatred: ['never[visit-site]{when="content=hatred"}'],
  abuse: ['never[visit-site]{when="content=child-abuse" absolute}'],
  accident: ['tell[visit-site]{to=online-safety-officer when="intent=accidental; content=offensive|illegal" over="bias hatred abuse"}'] }, [
  { name: 'B14: bad material met by accident is reported, not punished', facts: { content: 'hatred', intent: 'accidental' }, says: 'tell', because: ['accident'], tell: [['online-safety-officer']] },
  { name: 'B09, B10: sought on purpose, every ban that fits is cited', facts: { content: 'hatred', intent: 'deliberate' }, says: 'no', because: ['bias', 'hatred'] },
  { name: 'B07: nothing sets an absolute ban aside', facts: { content: 'child-abuse', intent: 'accidental' }, says: 'no', because: ['abuse'] },
  { name: 'B14: on purpose or not has to be asked', facts: { content: 'hatred' }, says: 'depends', because: ['bias', 'hatred', 'accident'] },
]);

rows('store-school-data', { need: ['never[store-school-data]{when="store=portable-media; data-kind=personal-data" unless="necessary=yes"}'],
  outside: ['never[store-school-data]{when="place=off-site; store=personal-device|portable-media|outside-network"}', 'never[store-school-data]{when="store=home-computer|outside-network"}'] }, [
  { name: 'C56: a true need lets personal data onto a stick', facts: { store: 'portable-media', 'data-kind': 'pupil-data', necessary: 'yes', place: 'office' }, says: 'yes', because: ['need'] },
  { name: 'C122: but not at home', facts: { store: 'portable-media', 'data-kind': 'pupil-data', necessary: 'yes', place: 'home' }, says: 'no', because: ['outside'] },
  { name: 'C122: the second way of the same clause needs no place', facts: { store: 'home-computer', 'data-kind': 'school-file' }, says: 'no', because: ['outside'] },
]);

rows('restore-deleted-file', { days: ['never[restore-deleted-file]{when="store=school-drive" unless="time-span<=25 days"}'] }, [
  { name: 'C71: three weeks are within twenty-five days', facts: { store: 'school-drive', 'time-span': '3 weeks' }, says: 'yes', because: ['days'] },
  { name: 'C71: a month is not', facts: { store: 'school-drive', 'time-span': '1 month' }, says: 'no', because: ['days'] },
]);

rows('contact-parent', { many: ['never[contact-parent]{when="channel=school-email; recipient-count>1" unless="address-field=bcc"}'],
  platform: ['ask[contact-parent]{of=unassigned when="channel=school-platform; app=firefly" unless="authorised=yes"}'] }, [
  { name: 'C80: many families at once only by blind copy', facts: { channel: 'school-email', 'recipient-count': '25', 'address-field': 'cc' }, says: 'no', because: ['many'] },
  { name: 'C80: one family needs no blind copy, and nothing else speaks', facts: { channel: 'school-email', 'recipient-count': '1' }, says: 'silent' },
  { name: 'C150: an approved sender asks nobody', facts: { channel: 'school-platform', app: 'firefly', authorised: 'yes' }, says: 'yes', because: ['platform'] },
  { name: 'C150: another sender asks', facts: { channel: 'school-platform', app: 'firefly', authorised: 'no' }, says: 'ask', because: ['platform'], ask: [['unassigned']] },
]);

rows('use-app', { list: ['never[use-app]{unless="grant-held=yes"}'], records: ['never[use-app]{when="app=cpoms" unless="person-status=designated-safeguarding"}'] }, [
  { name: 'C115, C169: without a place on the list and without the office, both clauses say no', facts: { app: 'cpoms', 'grant-held': 'no' }, says: 'no', because: ['list', 'records'] },
  { name: 'C115: a live permission is a place on the list', facts: { app: 'cpoms', 'person-status': 'designated-safeguarding' }, with: ['network-manager'], says: 'yes', because: ['list', 'records'] },
]);

rows('publish-pupil-name', { plain: ['never[publish-pupil-name]{when="destination=school-website|school-blog; name-form=full-name"}'],
  honour: ['may[publish-pupil-name]{when="name-form=full-name; exceptional=yes; consent=parent" over=plain}'] }, [
  { name: 'D69: a full name in an exceptional case, with a parent behind it', facts: { destination: 'school-website', 'name-form': 'full-name', exceptional: 'yes', consent: 'parent-written' }, says: 'yes', because: ['honour'] },
  { name: 'D68: consent alone is not enough', facts: { destination: 'school-website', 'name-form': 'full-name', consent: 'parent' }, says: 'no', because: ['plain'] },
]);

rows('photograph-pupils', { leave: ['ask[photograph-pupils]{of=school who="visitor parent photographer staff"}'],
  plays: ['may[photograph-pupils]{who=parent when="event=play|sports-day; subject=own-child; purpose=personal" over=leave}'],
  camera: ['may[photograph-pupils]{who=staff when="device-owner=school; purpose=school-business" over=leave}'],
  purpose: ['never[photograph-pupils]{who=staff unless="purpose=school-business"}'], parents: ['consent[photograph-pupils]{from=parent who=staff}'],
  nursery: ['never[photograph-pupils]{who="parent visitor" when="place=early-years-building" absolute}'] }, [
  { name: 'E91: a parent films their own child at the play', who: 'parent', facts: { event: 'play', subject: 'own-child', purpose: 'personal', place: 'hall' }, says: 'yes', because: ['plays'] },
  { name: 'E169: but never in the nursery', who: 'parent', facts: { event: 'play', subject: 'own-child', purpose: 'personal', place: 'early-years-building' }, says: 'no', because: ['nursery'] },
  { name: "E90: in the playground after school the school's leave is needed", who: 'parent', facts: { subject: 'own-child', purpose: 'personal', place: 'grounds' }, says: 'ask', because: ['leave'], ask: [['school']] },
  { name: 'E155, E362, E363: camera, purpose and consent together make the yes', facts: { 'device-owner': 'school', purpose: 'teaching', consent: ['parent', 'pictured-person'] }, says: 'yes', because: ['camera', 'purpose', 'parents'] },
  { name: "E363: the child's own word is not a parent's", facts: { 'device-owner': 'school', purpose: 'teaching', consent: 'pictured-person' }, says: 'no', because: ['parents'] },
]);

rows('bring-phone', { all: ['ask[bring-phone]{of="head|deputy-head" who=pupil}'], seniors: ['ask[bring-phone]{of=head who=pupil-senior}'],
  little: ['never[bring-phone]{who=pupil-ks1 absolute}'] }, [
  { name: 'E126, E248: of two clauses the common approver is asked', who: 'pupil-senior', says: 'ask', because: ['all', 'seniors'], ask: [['head']] },
  { name: "E248: a deputy's yes leaves the head to be asked", who: 'pupil-senior', with: ['deputy-head'], says: 'ask', because: ['seniors'], ask: [['head']] },
  { name: "E126, E248: the head's yes meets both", who: 'pupil-senior', with: ['head'], says: 'yes', because: ['all', 'seniors'] },
  { name: 'E289: no permission reaches the youngest', who: 'pupil-ks1', with: ['head'], says: 'no', because: ['little'] },
]);

rows('keep-phone-on', { quiet: ['never[keep-phone-on]{when="moment=school-hours" unless="phone-mode=off|silent"}'],
  low: ['ask[keep-phone-on]{of="head|deputy-head" when="phone-mode=low-volume; moment=school-hours" over=quiet}'] }, [
  { name: 'E159: low volume is the one thing that can be asked for', facts: { moment: 'lesson', 'phone-mode': 'low-volume' }, says: 'ask', because: ['low'], ask: [['head', 'deputy-head']] },
  { name: 'E163: normal volume cannot', facts: { moment: 'lesson', 'phone-mode': 'normal' }, with: ['head'], says: 'no', because: ['quiet'] },
]);

rows('install-software', { ict: ['may[install-software]{who=ict when="device-owner=school"}'], others: ['never[install-software]{who="staff visitor !ict" when="device-owner=school"}'] }, [
  { name: 'E345: ICT staff are taken out of the staff who may not', who: 'ict', facts: { 'device-owner': 'school' }, says: 'yes', because: ['ict'] },
  { name: 'E345: everybody else on the staff may not', who: 'supply', facts: { 'device-owner': 'school' }, says: 'no', because: ['others'] },
]);

rows('report-unlawful-material', { report: ['tell[report-unlawful-material]{to="(it-support|senior-leader)+outside-agency" when="content=illegal"}'] }, [
  { name: 'E43: one of two inside, and somebody outside, are told', facts: { content: 'child-abuse' }, says: 'tell', because: ['report'], tell: [['it-support', 'senior-leader'], ['outside-agency']] },
]);

rows('suspend-account', { forever: ['ask[suspend-account]{of="head+chair-of-governors" when="time-span=permanent"}'] }, [
  { name: 'E260: for good, it takes two', facts: { 'time-span': 'permanent' }, with: ['head'], says: 'ask', because: ['forever'], ask: [['chair-of-governors']] },
  { name: 'E260: both have said yes', facts: { 'time-span': 'permanent' }, with: ['head', 'chair-of-governors'], says: 'yes', because: ['forever'] },
]);
