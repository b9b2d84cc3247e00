/** A trust of many schools in a database of its own, for the benches of asking, reminding and looking through. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { loadWords } from '../../src/packs/index.ts';
import { addSchool, inSchool, migrate, openDatabase, startPostgres, type Database, type School } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { listenersFor, setTerms } from '../../src/school/agreements/index.ts';
import { hear } from '../../src/school/bulletin.ts';
import { addFamilies, addPeople, type NewPerson } from '../../src/school/people/index.ts';
import { adopt } from '../../src/school/policies/index.ts';

export const { vocabulary } = loadWords('policies');
const heard = listenersFor({ vocabulary });
hear('policy-published', heard['policy-published']);
for (const name of ['person-joined', 'person-changed', 'person-left'] as const) hear(name, heard[name], { oneForMany: true });

/** Everybody signs it; a parent signs beside a pupil only where `countersign` is asked for. */
const CODE = `---
policy: everybody
title: ICT code for everybody
owner: head
edition: "1"
binds: [staff, pupil, parent]
approved: { by: governing-body, on: 2026-11-20 }
in-force: 2026-11-23
review: { every: 1 year, next: 2027-11-20 }
sign: { as: read-and-agree, on: [joining, new-duty] }
readers: adults
---

## At a computer

Lock the screen whenever you leave a computer. {#lock}

::must[follow-code]
`;

export interface Trust {
  readonly db: Database;
  /** The owner's address. */
  readonly url: string;
  readonly schools: readonly School[];
  readonly close: () => Promise<void>;
}

/** The most people in one school of the trust; a smaller trust is one school. */
const IN_A_SCHOOL = 1_500;
/** A Monday in term. */
export const PUBLISHED = new Date('2026-11-23T08:00:00Z');
const doingAt = (school: School) => ({ school: school.id, by: 'bench', at: new Date('2026-09-01T07:00:00Z') });

/** So many people in schools of 1,500 (or in one, where `oneSchool`): five pupils to three parents, a teacher to every twenty; each has a mailbox. */
export async function openTrust(people: number, { oneSchool = false } = {}): Promise<Trust> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-bench-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.url, 'database/migrations');
  const db = await openDatabase({ url: postgres.url, longestStatementMs: 180_000 });
  const schools: School[] = [];
  const each = oneSchool ? people : Math.min(people, IN_A_SCHOOL);
  for (let from = 0; from < people; from += each) schools.push(await fill(db, schools.length, Math.min(each, people - from)));
  await analyze(postgres.url);
  return { db, url: postgres.url, schools, close: async () => {
    await db.destroy();
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  } };
}

async function fill(db: Database, number: number, size: number): Promise<School> {
  const school: School = { id: newId(), slug: `school-${number}`, name: `School ${number}`, pack: 'prep-school' };
  await addSchool(db, school);
  const people = Array.from({ length: size }, (_, n): NewPerson => {
    const kind = n % 20 === 0 ? 'teacher' : n % 8 < 5 ? 'pupil-senior' : 'parent';
    return {
      givenName: `Given${n}`, familyName: `Family${(n * 37) % 977}`, email: `p${n}@s${number}.school.example`, joinedOn: '2026-09-01', kinds: [kind],
      ...(kind === 'pupil-senior' ? { place: { yearGroup: `Year ${7 + (n % 7)}`, class: `${7 + (n % 7)}${String.fromCharCode(65 + (n % 8))}`, phase: '' } } : {}),
    };
  });
  const terms = [{ from: '2026-09-01', to: '2026-12-18', name: 'Autumn' }, { from: '2027-01-05', to: '2027-03-26', name: 'Spring' }];
  await inSchool(db, school.id, tx => setTerms(tx, school.id, terms));
  for (let from = 0; from < people.length; from += 5_000) {
    const part = people.slice(from, from + 5_000);
    await inSchool(db, school.id, async tx => {
      const ids = await addPeople(tx, doingAt(school), part);
      const of = (kind: string) => ids.filter((_, at) => part[at]!.kinds[0] === kind);
      const [children, parents] = [of('pupil-senior'), of('parent')];
      await addFamilies(tx, doingAt(school), parents.map((parentId, at) => ({ childId: children[at % children.length]!, parentId, relation: 'Parent', mayAgree: true, noContact: false })));
    });
  }
  return school;
}

/** Publishes the code in a school: everybody in it is asked. */
export const publish = (db: Database, school: School): Promise<unknown> =>
  inSchool(db, school.id, tx => adopt(tx, { school, vocabulary, by: null, at: PUBLISHED, today: '2026-11-23' }, { markdown: CODE, approvedOn: '2026-11-20', inForce: '2026-11-23' }));

/** What PostgreSQL does by itself within a minute of much being written. */
export async function analyze(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}
