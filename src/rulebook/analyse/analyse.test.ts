import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { PACKS, pack, rulebookOf } from '../../../tests/rulebook/build.ts';
import { decide } from '../decide/index.ts';
import { analyse } from './index.ts';

test('a clause that allows what another forbids comes back with the smallest situation', () => {
  const book = rulebookOf(`Phones may be used in the hall at break. {#hall}

::may[use-phone]{when="place=hall; moment=break" who=pupil}

No phone is used on the school site. {#site}

::never[use-phone]{when="place=school-site" unless="emergency=yes"}`);
  deepEqual(analyse(book).clashes, [{ sort: 'yes-no', clauses: ['school/code#hall', 'school/code#site'], act: 'use-phone', who: 'pupil', facts: { place: 'hall', moment: 'break' } }]);
});

test('the situation of a clash is one in which both clauses really speak', () => {
  for (const name of PACKS) {
    const book = pack(name);
    for (const { sort, clauses, act, who, facts } of analyse(book).clashes) {
      const answer = decide(book, { who, act, facts, on: '2026-11-20' });
      const strict = sort === 'yes-no' ? 'no' : 'ask';
      ok(answer.says === strict || answer.says === 'no', `${name} ${act}: ${answer.says}`);
      ok(answer.because.some((id) => clauses.includes(id)), `${name} ${act} ${clauses.join(' ')}`);
    }
  }
});

test('a clause that sets the other aside does not clash with it', () => {
  const book = rulebookOf(`Phones may be used in the hall. {#hall}

::may[use-phone]{when="place=hall" over=site}

No phone is used on the school site. {#site}

::never[use-phone]{when="place=school-site"}`);
  deepEqual(analyse(book).clashes, []);
});

test('an absolute ban does not clash: it says itself that it wins', () => {
  const book = rulebookOf(`Parents may film the play. {#film}

::may[photograph-pupils]{when="event=play" who=parent}

Nobody takes pictures in the nursery. {#nursery}

::never[photograph-pupils]{when="place=early-years-building" absolute}`);
  deepEqual(analyse(book).clashes, []);
});

test('two clauses that send people to different offices clash; a common office is no clash', () => {
  const clauses = (second: string) => `The head decides. {#one}

::ask[bring-phone]{of="head|deputy-head"}

Another decides. {#two}

::ask[bring-phone]{of=${second} when="device-kind=phone"}`;
  deepEqual(analyse(rulebookOf(clauses('ict-lead'))).clashes.map((one) => [one.sort, one.facts]), [['two-approvers', { 'device-kind': 'phone' }]]);
  deepEqual(analyse(rulebookOf(clauses('head'))).clashes, []);
});

test('a school may be stricter than its trust, but not milder', () => {
  const may = 'You may bring a phone. {#phone}\n\n::may[bring-phone]';
  const never = 'No phone comes to school. {#phone}\n\n::never[bring-phone]';
  deepEqual(analyse(rulebookOf(never, { trust: may })).clashes, []);
  equal(analyse(rulebookOf(may, { trust: never })).clashes.length, 1);
});

test('rules that can never apply are found, with the reason', () => {
  const book = rulebookOf(`In two places at once. {#both}

::never[use-phone]{when="place=hall; place=classroom"}

Nobody is left. {#nobody}

::never[use-phone]{who="pupil-ks1 !pupil"}

Never said, for the next clause always wins. {#aside}

::never[use-phone]{when="place=hall"}

The next clause. {#wins}

::may[use-phone]{when="place=school-site" over=aside}`);
  deepEqual(analyse(book).idle.map((one) => [one.clause, one.why]), [
    ['school/code#both', 'conditions-exclude-each-other'], ['school/code#nobody', 'binds-nobody'],
    ['school/code#aside', 'always-set-aside'],
  ]);
});

test('an act that nobody may ever do is named with the clauses that allow it in vain', () => {
  const book = rulebookOf(`Nobody brings a charger. {#charger}

::never[bring-charger]

The office may allow one. {#office}

::ask[bring-charger]{of=office}

No phone in the hall. {#hall}

::never[use-phone]{when="place=hall"}`);
  deepEqual(analyse(book).forbidden, [{ act: 'bring-charger', because: ['school/code#charger'], inVain: ['school/code#office'] }]);
});

test('an office that nobody holds and people whom no policy binds are named', () => {
  const clause = 'Ask the ICT lead. {#ask}\n\n::ask[install-software]{of="ict-lead|dsl"}';
  const book = rulebookOf(clause, { front: 'binds: [staff, pupil, visitor, governor]', school: { offices: { dsl: 'office:head', head: 'Ann Teal', 'ict-lead': 'office:deputy-head' } } });
  const { vacant, unbound } = analyse(book);
  deepEqual(vacant, [{ office: 'ict-lead', clauses: ['school/code#ask'] }]);
  ok(unbound.includes('parent') && unbound.includes('trustee') && !unbound.includes('teacher'));
});

test('the largest model school is analysed in under two seconds of a processor', () => {
  const book = pack('prep-school');
  const start = process.cpuUsage();
  analyse(book);
  const { user } = process.cpuUsage(start);
  ok(user < 2e6, `${user} µs`);
});
