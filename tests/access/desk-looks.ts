/** Looks into logs in each of their states, and legal holds: in cases about a pupil that the safeguarding lead deals with. */
import { addDays } from '../../src/platform/days.ts';
import { goToLaw, askToLift } from '../../src/school/concerns/legal/deeds.ts';
import { openHold } from '../../src/school/concerns/legal/reads.ts';
import { holdsOf } from '../../src/school/concerns/legal/store.ts';
import { agreeLook, askLook, writeFinding } from '../../src/school/concerns/looking/deeds.ts';
import { openLook } from '../../src/school/concerns/looking/reads.ts';
import { setSeverity, setState } from '../../src/school/concerns/index.ts';
import { askingAs, doingIn, fileOne } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** What stands in these cases, for a test that looks for words of our own. */
export const LOOK_WORDS = ['Who was at PC 7?', 'It fits.', 'She was at PC 7.', 'PC 7 at 10.42.', 'We sue the firm.', 'The court has decided.', 'pc7.txt'];

type Far = 'asked' | 'agreed' | 'done';

export function lookThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const pupil = people.get('pupil')!;
  const by = (person: Person) => doingIn(school, people.get(person)!);
  const aCase = async (): Promise<string> => {
    const { concerns: [id] } = await fileOne(school, { about: [pupil], kinds: [{ kind: 'handle-bullying', facts: {} }] });
    const doing = await by('dsl');
    // Why in hand: what nobody opened goes on to the next office, and stands in the way of tests that wait for that.
    await school.change(async tx => { await setSeverity(tx, doing, { concern: id!, severity: 'serious' }); await setState(tx, doing, { concern: id!, to: 'in-hand' }); });
    return id!;
  };
  const kept = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => (): Promise<string> => {
    const known = kept.get(name) ?? make();
    kept.set(name, known);
    return known;
  };
  const theCase = once('case', aCase);
  const look = async (far: Far, system: 'countersign' | 'network' = 'network'): Promise<string> => {
    const [concern, dsl, head, reader, asking] = [await theCase(), await by('dsl'), await by('head'), await by('network-manager'), await askingAs(school, people.get('dsl')!)];
    return school.change(async tx => {
      const id = await askLook(tx, dsl, { concern, asked: { person: pupil, system, purpose: 'find-out-who', from: addDays(school.today(), -7), to: school.today(), why: 'Who was at PC 7?' }, clause: 'prep-school/cyberbullying#look-at-logs', offices: ['head'] });
      const now = async () => (await openLook(tx, asking, id))!.look;
      if (far !== 'asked') await agreeLook(tx, head, { look: await now(), office: 'head', reader: reader.by!, reason: 'It fits.' });
      if (far === 'done') await writeFinding(tx, reader, { look: await now(), given: { found: true, text: 'She was at PC 7.', quiet: '', file: { name: 'pc7.txt', type: 'text/plain', bytes: Buffer.from('PC 7 at 10.42.') } } });
      return id;
    });
  };
  const done = once('done', () => look('done'));
  const findingIn = async (id: string) => { const asking = await askingAs(school, people.get('dsl')!); return school.read(async tx => (await openLook(tx, asking, id))!.findings[0]!); };
  const hold = async (lifting = false): Promise<string> => {
    const [concern, dsl] = [await aCase(), await by('dsl')];
    await school.change(tx => goToLaw(tx, dsl, { concern, step: { decidedBy: people.get('head')!, decidedOffice: 'head', clause: null, reasons: 'We sue the firm.', reviewOn: addDays(school.today(), 90) } }));
    const { id } = (await school.read(tx => holdsOf(tx, concern)))[0]!;
    if (lifting) {
      const [dpo, asking] = [await by('dpo'), await askingAs(school, people.get('dpo')!)];
      await school.change(async tx => askToLift(tx, dpo, { hold: (await openHold(tx, asking, id))!.hold, office: 'dpo', reasons: 'The court has decided.' }));
    }
    return id;
  };
  return {
    headperson: async () => people.get('head')!, lookcase: theCase, lookpupil: async () => pupil, lookasked: once('asked', () => look('asked')), looktorefuse: once('refuse', () => look('asked')), looktowithdraw: once('withdraw', () => look('asked')), lookagreed: once('agreed', () => look('agreed', 'countersign')), looktofind: once('find', () => look('agreed')),
    lookdone: done, lookfinding: async () => (await findingIn(await done())).id, lookfile: async () => (await findingIn(await done())).files[0]!.id,
    legalcase: once('legal', aCase), legalhold: once('hold', () => hold()), holdtolift: once('lift', () => hold()), holdlifting: once('lifting', () => hold(true)), holdsecond: once('second', () => hold(true)),
  };
}
