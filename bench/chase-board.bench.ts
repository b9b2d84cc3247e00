/**
 * The chase board, a class of it and the register, in one school of 600, 6,000 and 60,000 people of whom half have signed:
 * milliseconds to read what each page shows, the middle of many and the slowest of a hundred. "Read anew" is the first
 * reader after a change; nothing is remembered. The peer is the board's own figures by one query written by hand over people,
 * classes and signatures, without the asks that are kept.
 */
import { inSchool, sql, type Tx } from '../src/platform/database/index.ts';
import { chaseEverywhere, takeInAgreements } from '../src/school/agreements/index.ts';
import { boardView, groupView } from '../src/school/agreements/chasing/views.ts';
import { countsView, registerView } from '../src/school/agreements/register-views.ts';
import type { RegisterFilter } from '../src/school/agreements/pages/register.tsx';
import { listPeople } from '../src/school/people/index.ts';
import { NOBODY } from '../src/platform/web/index.ts';
import { analyze, openTrust, publish, vocabulary, type Trust } from './support/trust.ts';

const RUNS = 100;
const today = '2026-12-08';
const ANYBODY: RegisterFilter = { sort: 'name', down: false };
const KEEPER = { ...NOBODY, person: '00000000-0000-7000-8000-000000000000', offices: ['office'] };

async function measure(people: number): Promise<void> {
  const trust = await openTrust(people, { oneSchool: true });
  try {
    await halfSigns(trust);
    await analyze(trust.url);
    const place = { school: trust.schools[0]!, today, vocabulary };
    const page = Math.ceil(people / 50) - 1;
    const reads: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
      ['board', tx => boardView(tx, { place, page: 1 })],
      ['board by hand (peer)', byHand],
      ['one class, with names', tx => groupView(tx, { place, group: { class: '8A' }, reader: KEEPER, page: 1 })],
      ['counts, as governors see them', tx => countsView(tx, place)],
      ['register', tx => registerView(tx, { place, filter: ANYBODY, search: '', page: 1 })],
      ['register, its last page', tx => registerView(tx, { place, filter: ANYBODY, search: '', page })],
      ['register, overdue, by day', tx => registerView(tx, { place, filter: { ...ANYBODY, state: 'overdue', sort: 'due' }, search: '', page: 1 })],
      ['register, a name', tx => registerView(tx, { place, filter: ANYBODY, search: 'given17', page: 1 })],
    ];
    for (const [name, read] of reads) await line(trust, { people, name, read });
  } finally {
    await trust.close();
  }
}

async function line({ db, schools }: Trust, { people, name, read }: { people: number; name: string; read: (tx: Tx) => Promise<unknown> }): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    // Why a changing transaction: in it nothing is remembered.
    await inSchool(db, schools[0]!.id, read);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${String(people).padStart(6)}  ${name.padEnd(32)}${times[RUNS / 2]!.toFixed(1).padStart(8)}${times.at(-1)!.toFixed(1).padStart(9)}`);
}

/** Half sign, and the others are reminded twice. */
async function halfSigns({ db, schools }: Trust): Promise<void> {
  const school = schools[0]!;
  await publish(db, school);
  const everybody = await inSchool(db, school.id, tx => listPeople(tx, { day: today, limit: 100_000 }));
  const given = everybody.filter((_, at) => at % 2 === 0).map(({ id, kinds, givenName, familyName }) => (
    { person: id, by: id, kinds, capacity: 'self' as const, policy: 'everybody', typedName: `${givenName} ${familyName}`, channel: 'screen' as const, at: new Date('2026-11-24T10:00:00Z') }));
  for (let from = 0; from < given.length; from += 5_000) await inSchool(db, school.id, tx => takeInAgreements(tx, { school, vocabulary, today: '2026-11-24' }, given.slice(from, from + 5_000)));
  for (const day of ['2026-11-30', '2026-12-07', today]) await chaseEverywhere({ db, vocabulary, now: new Date(`${day}T09:00:00Z`), hour: 8 });
}

const byHand = (tx: Tx): Promise<unknown> => sql`
  select s.class, k.kind, count(*) filter (where a.id is null) as open, count(r.n) as reminded from person p
  join person_kind k on k.person_id = p.id and k.from_day <= ${today} and (k.until_day is null or k.until_day >= ${today})
  left join pupil_place s on s.person_id = p.id and s.from_day <= ${today} and (s.until_day is null or s.until_day >= ${today})
  left join lateral (select id from agreement a where a.person_id = p.id and a.policy = 'everybody' order by at desc limit 1) a on true
  left join lateral (select max(number) as n from agreement_reminder r where r.person_id = p.id and r.policy = 'everybody') r on true
  where p.joined_on <= ${today} and (p.left_on is null or p.left_on >= ${today}) group by 1, 2 order by 1, 2`.execute(tx);

console.log('people  what is read                         middle  slowest   (milliseconds)');
for (const people of [600, 6_000, 60_000]) await measure(people);
