/** Concerns for a test: filing one, opening it, and who is who. */
import type { Tx } from '../../src/platform/database/index.ts';
import { lockOf } from '../../src/platform/seal/index.ts';
import { fileReport, type Asking, type Doing, type Filed, type ReportGiven } from '../../src/school/concerns/index.ts';
import { listHolders, readerOf } from '../../src/school/people/index.ts';
import type { TestSchool } from './school.ts';

/** What a report says where a test does not say otherwise. */
export const A_STORY = 'Two of them laughed about a picture by the bicycle shed.';

/** Who does something in the test school, at its time. */
export const doingIn = async (school: TestSchool, by: string | null): Promise<Doing> =>
  ({ school: school.school, by, at: school.now(), today: school.today(), lock: await lockOf(school.shared.sealFolder, school.school.id), shared: school.shared });

/** Files a report; of one kind about a child's safety where nothing else is said. */
export async function fileOne(school: TestSchool, given: Partial<ReportGiven> = {}): Promise<Filed> {
  const doing = await doingIn(school, given.reporter ?? null);
  return school.change(tx => fileReport(tx, doing, { reporter: null, channel: 'screen', answers: {}, narrative: A_STORY, about: [], children: [], kinds: [{ kind: 'report-safeguarding-concern', facts: {} }], ...given }));
}

/** The person who holds an office. */
export async function holderOf(school: TestSchool, office: string): Promise<string> {
  const found = await school.read(async tx => (await listHolders(tx, school.today())).find(holder => holder.office === office));
  if (!found) throw new Error(`nobody holds "${office}"`);
  return found.person;
}

/** A person as somebody who asks for a concern. */
export async function askingAs(school: TestSchool, person: string): Promise<Asking> {
  const reader = await school.read((tx: Tx) => readerOf(tx, { person, today: school.today(), vocabulary: school.shared.vocabulary }));
  if (!reader) throw new Error('nobody of this school');
  const { lock } = await doingIn(school, person);
  return { reader: { person, offices: reader.offices }, school: school.school, now: school.now(), today: school.today(), lock, shared: school.shared };
}
