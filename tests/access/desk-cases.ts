/** Cases that are being worked on: a bullying case of the safeguarding lead, with something of each sort in it, and a closed one. */
import { claim, closeCase, writeDown } from '../../src/school/concerns/case/deeds.ts';
import { stepsOf } from '../../src/school/concerns/case/store.ts';
import { addClockTo } from '../../src/school/concerns/clocks/deeds.ts';
import { clocksOf } from '../../src/school/concerns/clocks/store.ts';
import { findConcern } from '../../src/school/concerns/store.ts';
import { doingIn, fileOne } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** What stands in these cases, for a test that looks for words of our own. */
export const CASE_WORDS = ['Ring the firm.', 'Answer the letter', 'Alba', 'Settled.', 'Amends made.'];

export function caseThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const dsl = () => doingIn(school, people.get('dsl')!);
  const begun = async (): Promise<string> => {
    const { concerns: [concern] } = await fileOne(school, { kinds: [{ kind: 'handle-bullying', facts: {} }] });
    const doing = await dsl();
    await school.change(async tx => claim(tx, doing, { concern: (await findConcern(tx, concern!))! }, [doing.by!]));
    return concern!;
  };
  let kept: Promise<string> | undefined;
  const working = () => (kept ??= begun());
  return {
    casework: working,
    closedcase: async () => {
      const [id, doing] = [await begun(), await dsl()];
      await school.change(async tx => closeCase(tx, doing, { concern: (await findConcern(tx, id))! }, { decision: 'Settled.', reasons: 'Amends made.' }));
      return id;
    },
    casestep: async () => {
      const [id, doing] = [await working(), await dsl()];
      return school.change(async tx => writeDown(tx, doing, { concern: (await findConcern(tx, id))! }, { sort: 'action', words: { what: 'Ring the firm.' }, state: 'open', owner: doing.by, due: school.today(), text: '' }));
    },
    caseclock: async () => {
      const [id, doing] = [await working(), await dsl()];
      await school.change(tx => addClockTo(tx, doing, { concern: id, start: { clock: 'own', clauses: [], span: '2 days', source: '', warnBefore: [], what: 'Answer the letter' } }));
      return school.read(async tx => (await clocksOf(tx, id)).find(clock => clock.state === 'running')!.id);
    },
    caseharmed: async () => {
      const [id, doing] = [await working(), await dsl()];
      const found = (await school.read(tx => stepsOf(tx, id))).find(step => step.sort === 'person');
      return found?.id ?? school.change(async tx => writeDown(tx, doing, { concern: (await findConcern(tx, id))! }, { sort: 'person', words: { part: 'harmed', name: 'Alba', person: '' }, state: 'done', text: '' }));
    },
    linkable: async () => {
      const { concerns: [concern] } = await fileOne(school, {});
      return (await school.read(tx => findConcern(tx, concern!)))!.code;
    },
  };
}
