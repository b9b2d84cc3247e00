/** What follows for a pupil in a case, in each of its states: put to the head, decided, in force for good, appealed. */
import { agree, appeal, beginSanction, propose, tellThem } from '../../src/school/concerns/sanctions/deeds.ts';
import { oneHeld } from '../../src/school/concerns/sanctions/reads.ts';
import { doingIn, fileOne } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

type Far = 'proposed' | 'decided' | 'in-force' | 'appealed';

/** What stands in these cases, for a test that looks for words of our own. */
export const SANCTION_WORDS = ['You sent a nasty message.', 'It hurt.', 'It was not me.', 'Told at break.'];

export function sanctionThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const pupil = people.get('pupil')!;
  let caseOf: Promise<string> | undefined;
  const working = () => (caseOf ??= fileOne(school, { about: [pupil], kinds: [{ kind: 'handle-bullying', facts: {} }] }).then(filed => filed.concerns[0]!));
  const made = async (far: Far, permanent = false): Promise<string> => {
    const [concern, doing, head] = [await working(), await doingIn(school, people.get('dsl')!), await doingIn(school, people.get('head')!)];
    return school.change(async tx => {
      const id = await propose(tx, doing, {
        concern, offices: [['head']], provided: { kind: 'switch-off', facility: 'internet', clause: 'prep-school/cyberbullying#internet-switched-off', offices: [['head']], permanent, asksIntent: false },
        proposal: { person: pupil, provided: 0, reason: 'You sent a nasty message.', reasons: 'It hurt.', fits: '', intent: 'deliberate', permanent, startsOn: school.today(), endsOn: '2027-01-08', reviewOn: '2027-05-01', appealBy: '2027-01-08', appealTo: 'chair-of-governors' },
      });
      const now = async () => (await oneHeld(tx, doing.lock, id))!;
      if (far !== 'proposed') await agree(tx, head, { sanction: await now(), office: 'head', text: '' });
      if (far === 'in-force' || far === 'appealed') {
        await tellThem(tx, doing, { sanction: await now(), text: 'Told at break.', toldOn: school.today() });
        await beginSanction(tx, doing, await now());
      }
      if (far === 'appealed') await appeal(tx, await doingIn(school, pupil), { sanction: await now(), text: 'It was not me.' });
      return id;
    });
  };
  const kept = new Map<string, Promise<string>>();
  const once = (name: string, far: Far, permanent = false) => (): Promise<string> => {
    const known = kept.get(name) ?? made(far, permanent);
    kept.set(name, known);
    return known;
  };
  return {
    sanctioncase: working, sanctionproposed: once('proposed', 'proposed'), sanctiontotakeback: once('back', 'proposed'), sanctiondecided: once('decided', 'decided'), sanctiontolift: once('lift', 'in-force'), sanctionforgood: once('good', 'in-force', true),
    sanctionappealed: once('appealed', 'appealed'), sanctionmine: once('mine', 'in-force'), sanctiontoswitch: once('switch', 'in-force'), sanctionpupil: async () => pupil,
  };
}
