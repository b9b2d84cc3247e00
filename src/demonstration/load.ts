/** Fills an empty database with the model schools, their people and what these have signed. A second time it finds all there. */
import path from 'node:path';
import { packsIn, readPackTexts } from '../packs/index.ts';
import { addSchool, inSchool, schoolBySlug, type Database, type Tx } from '../platform/database/index.ts';
import { dayOf } from '../platform/days.ts';
import { newId, newToken, sha256 } from '../platform/ids.ts';
import type { School } from '../platform/web/index.ts';
import { isStandIn, readSchool, STAND_INS } from '../rulebook/index.ts';
import { makeClassCards, setTerms, tellTeacher, termsAreKnown } from '../school/agreements/index.ts';
import { addFamilies, addPeople, giveOffices, setStandIns, stayUntil } from '../school/people/index.ts';
import { adoptPolicies } from './adopt.ts';
import { castSchool, type Cast } from './cast.ts';
import { septemberOf } from './casting.ts';
import { planFor, planOf } from './plans.ts';
import { signAsUsual } from './signatures.ts';
import { addPersonas, listPersonas, queueUp } from './store.ts';
import { receiveVisitors } from './visitors.ts';
import type { Filling, Loading } from './words.ts';

/** Fills in every model school that is not here yet. Returns the schools, by name of their pack. */
export async function loadDemonstration(loading: Loading): Promise<School[]> {
  const schools: School[] = [];
  for (const folder of packsIn(loading.packsFolder)) {
    if (loading.only && !loading.only.includes(path.basename(folder))) continue;
    schools.push(await loadSchool(loading, folder));
  }
  return schools;
}

async function loadSchool(loading: Loading, folder: string, bench?: { slug: string; name: string; people: number }): Promise<School> {
  const texts = readPackTexts(folder);
  const { school: sheet } = readSchool(texts.school!.text, texts.school!.file, loading.vocabulary);
  const slug = bench?.slug ?? texts.pack;
  const school = (await schoolBySlug(loading.db, slug)) ?? (await openSchool(loading.db, { id: newId(), slug, name: bench?.name ?? sheet.name, pack: texts.pack }));
  const plan = bench ? planFor(bench.people) : planOf(texts.pack);
  const filling: Filling = { ...loading, school, sheet, plan, policies: texts.policies, translations: texts.translations, today: dayOf(loading.now) };
  await inSchool(loading.db, school.id, tx => fill(tx, filling));
  return school;
}

async function openSchool(db: Database, school: School): Promise<School> {
  await addSchool(db, school);
  return school;
}

/** Everything of one school in one transaction: half a school is never seen. */
async function fill(tx: Tx, filling: Filling): Promise<void> {
  await queueUp(tx, filling.school.id);
  // Why only then: the school may have put its own dates in meanwhile.
  if (!(await termsAreKnown(tx, filling.today))) await setTerms(tx, filling.school.id, filling.sheet.terms);
  const here = await listPersonas(tx);
  const inspector = here.find(({ persona }) => persona === 'inspector');
  // The inspector comes again: 48 hours count from the last start.
  if (inspector) await stayUntil(tx, { school: filling.school.id, by: 'countersign', at: filling.now }, { person: inspector.person, on: nextDay(filling) });
  if (here.length > 0) return;
  const cast = castSchool({ sheet: filling.sheet, plan: filling.plan, seed: filling.school.slug, today: filling.today });
  const ids = await addCast(tx, filling, cast);
  await adoptPolicies(tx, filling, office => ids[cast.offices.find(holding => holding.office === office)?.person ?? -1] ?? null);
  await signAsUsual(tx, filling, { cast, ids });
  await giveClassTeachers(tx, filling, { cast, ids });
  await receiveVisitors(tx, filling, { cast, ids });
}

/** Each class has a teacher who is told once a week who is missing, and the youngest have cards to sign in with. */
async function giveClassTeachers(tx: Tx, { school, vocabulary, now, today, plan }: Filling, { cast, ids }: { cast: Cast; ids: readonly string[] }): Promise<void> {
  const teachers = ids.filter((_, member) => cast.people[member]!.kinds.includes('teacher') && !cast.offices.some(holding => holding.person === member));
  if (teachers.length === 0) return;
  for (const [at, room] of plan.classes.entries()) {
    await tellTeacher(tx, { school, vocabulary, at: now, today, by: null }, { class: room.class, person: teachers[at % teachers.length]! });
  }
  // The youngest class has its cards already; where nobody is young enough, nothing is made.
  await makeClassCards(tx, { school, vocabulary, by: teachers[0]!, kinds: [], at: now, today }, { class: plan.classes[0]!.class, whose: 'missing' });
}

const nextDay = ({ now }: Filling): string => dayOf(new Date(now.getTime() + 86_400_000));

/** People, offices, families and personas, as the software's own deeds on the first day of the school year. */
async function addCast(tx: Tx, filling: Filling, cast: Cast): Promise<string[]> {
  const { school, today, now } = filling;
  const first = new Date(`${septemberOf(today, 0)}T07:00:00Z`);
  const doing = { school: school.id, by: 'countersign', at: first < now ? first : now };
  const ids = await addPeople(tx, doing, cast.people);
  await setStandIns(tx, doing, standInsOf(filling.sheet));
  await giveOffices(tx, doing, cast.offices.filter(({ office }) => !isStandIn(office) || !filling.sheet.offices[office]?.startsWith('office:')).map(({ office, person }) => ({ office, person: ids[person]!, from: cast.people[person]!.joinedOn })));
  await addFamilies(tx, doing, cast.families.map(({ child, parent, ...tie }) => ({ ...tie, childId: ids[child]!, parentId: ids[parent]! })));
  await addPersonas(tx, school.id, cast.personas.map(({ persona, person, role }) => ({ persona, role, person: ids[person]!, token: sha256(newToken()).slice(0, 24) })));
  return ids;
}

/** Where the rules name nobody: the real offices that the sheet puts there. */
const standInsOf = ({ offices }: Filling['sheet']) => STAND_INS.flatMap(standIn => {
  const office = /^office:(.+)$/.exec(offices[standIn] ?? '')?.[1];
  return office ? [{ standIn, clause: '', office }] : [];
});

/** A school with about so many people, for measuring pages; `/bench-school`. */
export function fillForBench(loading: Omit<Loading, 'only'>, people: number): Promise<School> {
  const folder = path.join(loading.packsFolder, 'village-primary');
  return loadSchool(loading, folder, { slug: 'bench-school', name: 'Bench School', people });
}
