/**
 * A whole school moves up on one day: milliseconds to work the plan out as its page shows it, and to carry it out in one
 * transaction (everybody's place and kind, a move of their own that can be taken back, leavers with their parents, a line
 * in the logbook for each), for one school of 600, 6,000 and 60,000 people, of whom five in eight are pupils.
 */
import { inSchool, readSchool } from '../src/platform/database/index.ts';
import { newAsks } from '../src/school/agreements/index.ts';
import { answerAll } from '../src/school/answers.ts';
import { beginRollOver, carryOutRollOver, confirmRollOver } from '../src/school/people/roll-over/deeds.ts';
import { openRollOver, planWithSigning } from '../src/school/people/roll-over/reads.ts';
import { analyze, openTrust, publish, vocabulary } from './support/trust.ts';

const today = '2026-11-24';
const THE_DAY = '2027-09-01';
answerAll({ newAsks: newAsks({ vocabulary }) });

async function measure(people: number): Promise<void> {
  const { db, url, schools, close } = await openTrust(people, { oneSchool: true });
  const school = schools[0]!;
  const doing = { school: school.id, by: 'bench', at: new Date(`${today}T10:00:00Z`) };
  try {
    await publish(db, school);
    await analyze(url);
    await inSchool(db, school.id, tx => beginRollOver(tx, doing, THE_DAY));
    const start = performance.now();
    const plan = await readSchool(db, school.id, async tx => planWithSigning(tx, (await openRollOver(tx))!, today));
    const planned = performance.now();
    await inSchool(db, school.id, tx => confirmRollOver(tx, doing, today));
    const confirmed = performance.now();
    const done = await inSchool(db, school.id, tx => carryOutRollOver(tx, { school: school.id, today: THE_DAY, at: new Date(`${THE_DAY}T05:00:00Z`) }));
    const carried = performance.now();
    const cells = [plan.planned.length, done?.moves ?? 0, (done?.leaves ?? 0) + (done?.parents ?? 0), planned - start, carried - confirmed].map(n => Math.round(n).toLocaleString('en-GB').padStart(10));
    console.log(`${String(people).padStart(6)}${cells.join('')}`);
  } finally {
    await close();
  }
}

console.log('people    pupils     moved      left      plan       day   (milliseconds)');
for (const people of [600, 6_000, 60_000]) await measure(people);
