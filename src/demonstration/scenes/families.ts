/** Families whose record says more: both must agree, a looked-after child, and a court order with its days. */
import { lastSigned } from '../../school/agreements/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { addAdult, listGuardians, listPeople, setAdult, setFamilyRule, type Guardian } from '../../school/people/index.ts';
import { namer } from '../names.ts';
import type { Stage } from './words.ts';

/** Notes three things in a school: each about a child who is no persona, nor their brother or sister. */
export async function tellOfFamilies(tx: Tx, stage: Stage): Promise<void> {
  const office = stage.holderOf('office');
  if (office === null) return;
  const doing = { school: stage.school.id, by: office, at: stage.now };
  const families = await plainFamilies(tx, stage);
  const kept = await lastSigned(tx, families.flatMap(({ child, ties }) => [child, ...ties.map(tie => tie.parentId)]));
  const signed = new Set(kept.map(one => `${one.capacity === 'guardian' ? one.person : ''} ${one.by}`));
  const hasSigned = (tie: Guardian) => signed.has(`${tie.childId} ${tie.parentId}`) || signed.has(` ${tie.parentId}`);
  const halfway = families.filter(({ ties }) => ties.length === 2 && ties.every(tie => tie.mayAgree && !tie.noContact) && ties.filter(hasSigned).length === 1);
  const both = halfway.find(({ ties }) => ties.some(tie => tie.relation.includes('apart'))) ?? halfway[0];
  if (both) {
    await setFamilyRule(tx, doing, { child: both.child, rule: { agree: 'both', lookedAfter: false, separateHomes: true, reviewOn: addDays(stage.today, 60), note: 'Both parents asked in September that both sign.' } });
  }
  const alone = families.filter(({ ties }) => ties.length === 1);
  const single = alone.find(({ ties }) => !hasSigned(ties[0]!)) ?? alone[0];
  if (single) await giveFosterCarer(tx, stage, single.child);
  const order = families.flatMap(({ ties }) => ties).find(tie => tie.noContact);
  if (order) {
    await setAdult(tx, doing, { child: order.childId, parent: order.parentId, adult: { courtOrder: true, from: addDays(stage.today, -120), until: addDays(stage.today, 245), reviewOn: addDays(stage.today, 30), source: 'An order of the family court, seen by the office.' } });
  }
}

async function giveFosterCarer(tx: Tx, stage: Stage, child: string): Promise<void> {
  const { school, today, now } = stage;
  const doing = { school: school.id, by: stage.holderOf('office')!, at: now };
  const everybody = await listPeople(tx, { day: today, left: true, limit: 1000 });
  const names = namer(stage.chance, everybody.map(one => `${one.givenName} ${one.familyName}`));
  const familyName = names.family();
  const givenName = names.given(familyName);
  await setFamilyRule(tx, doing, { child, rule: { agree: 'one', lookedAfter: true, separateHomes: false, reviewOn: addDays(today, 21), note: 'Looked after since the summer. The next meeting about the care plan is the day to look again.' } });
  await addAdult(tx, doing, {
    child, today, grownUp: { givenName, familyName, email: `${givenName}.${familyName}@home.example`.toLowerCase() },
    adult: { relation: 'Foster carer', standing: 'foster-carer', organisation: '', mayAgree: true, noContact: false, courtOrder: false, named: true, from: null, until: null, reviewOn: addDays(today, 21), source: 'Named in the care plan as one who may sign.' },
  });
}

/** Children with their adults, by name; without the personas and whoever shares a parent with one. */
async function plainFamilies(tx: Tx, stage: Stage): Promise<{ child: string; ties: Guardian[] }[]> {
  const pupilKinds = [...stage.vocabulary.kinds.values()].filter(({ name, within }) => name === 'pupil' || within.includes('pupil')).map(({ name }) => name);
  const children = (await listPeople(tx, { day: stage.today, kinds: pupilKinds, limit: 500 })).map(({ id }) => id);
  const ties = await listGuardians(tx, { children, day: stage.today });
  const parent = stage.personaOf('parent');
  const apart = new Set(ties.filter(tie => tie.parentId === parent).map(tie => tie.childId));
  return children.filter(child => !apart.has(child)).map(child => ({ child, ties: ties.filter(tie => tie.childId === child) }));
}
