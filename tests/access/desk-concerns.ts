/** Something a teacher told the school, which the safeguarding lead reads, with a file and with what was shared of it. */
import { sql } from '../../src/platform/database/index.ts';
import { openConcern } from '../../src/school/concerns/index.ts';
import { share } from '../../src/school/concerns/sharing/deeds.ts';
import { askToOpen } from '../../src/school/concerns/two-keys/deeds.ts';
import { askingAs, doingIn, fileOne } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** One report, the same for every address. */
export function concernThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  let filed: ReturnType<typeof fileOne> | undefined;
  const report = () => (filed ??= fileOne(school, { reporter: people.get('teacher')!, who: ['teacher', 'staff'], files: [{ name: 'letter.txt', type: 'text/plain', bytes: Buffer.from('A letter.') }] }));
  const concern = async () => (await report()).concerns[0]!;
  const one = async (query: ReturnType<typeof sql<{ it: string }>>): Promise<string> => (await school.read(tx => query.execute(tx))).rows[0]!.it;
  const told = async () => one(sql<{ it: string }>`select id::text as it from concern_entry where concern_id = ${await concern()} and sort = 'report'`);
  const shared = async (to: Parameters<typeof share>[3]['to']) => {
    const asking = await askingAs(school, people.get('dsl')!);
    const doing = await doingIn(school, people.get('dsl')!);
    const [id, part] = [await concern(), await told()];
    return school.change(async tx => share(tx, doing, (await openConcern(tx, asking, id))!, { to, name: 'Somebody', parts: [part], reason: 'They need it.' }));
  };
  return {
    concernopening: async () => {
      const code = await one(sql<{ it: string }>`select code as it from concern where id = ${await concern()}`);
      const doing = await doingIn(school, people.get('dpo')!);
      await school.change(tx => askToOpen(tx, doing, { code, office: 'dpo', reason: 'She is away and it cannot wait.' }));
      return one(sql<{ it: string }>`select id::text as it from concern_opening where agreed_at is null order by asked_at desc, id desc limit 1`);
    },
    report: async () => (await report()).report, concern, concernentry: told,
    concernfile: async () => one(sql<{ it: string }>`select id::text as it from concern_file where concern_id = ${await concern()}`),
    concernreceipt: () => shared({ outside: 'The police' }),
    concernshare: async () => {
      await shared({ person: people.get('support')! });
      return one(sql<{ it: string }>`select id::text as it from concern_eye where concern_id = ${await concern()} and why = 'shared' and until is null order by since desc, id desc limit 1`);
    },
  };
}
