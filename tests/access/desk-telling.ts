/** Things on the desk that somebody told: a pupil's, a parent's, and those of the signed out. */
import { raiseAlarm } from '../../src/school/concerns/account-alarm/deeds.ts';
import { decideWhen, informHead, noteNeutrally } from '../../src/school/concerns/neutral/deeds.ts';
import { openConcern } from '../../src/school/concerns/index.ts';
import { tellSomeone } from '../../src/school/concerns/tell-someone/deeds.ts';
import { tellingOf } from '../../src/school/concerns/tell-someone/words.ts';
import { askingAs, doingIn } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function tellingThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  /** A pupil tells the safeguarding lead. */
  const told = (id: string) => async (): Promise<string> => {
    const by = people.get('pupil')!;
    const doing = await doingIn(school, by);
    const filed = await school.change(tx => tellSomeone(tx, { ...doing, by }, { telling: tellingOf(id)!, words: 'It was on the field.', button: 'I saw it', adult: null, about: null, takeDown: false, who: ['pupil-senior', 'pupil'] }));
    return filed.concerns[0]!;
  };
  /** Somebody signed out says that an account is used by another. */
  const alarm = async (): Promise<string> => {
    const doing = await doingIn(school, null);
    return school.change(tx => raiseAlarm(tx, doing, { account: 'somebody', noticed: '', reach: '', person: null, who: [] }));
  };
  /** The teacher notes something of the support staff; the head is informed, and has chosen a day. */
  const noted = (far: 'new' | 'informed' | 'decided') => async (): Promise<string> => {
    const by = people.get('teacher')!;
    const filed = await (async () => { const doing = await doingIn(school, by); return school.change(tx => noteNeutrally(tx, { ...doing, by }, { subject: 'other-adult', person: people.get('support')!, name: '', what: 'A lift home in the rain.', when: 'today', context: '', harm: 'no', who: ['teacher', 'staff'] })); })();
    const concern = filed.concerns[0]!;
    if (far === 'new') return concern;
    const dsl = people.get('dsl')!;
    const [asking, doing] = [await askingAs(school, dsl), { ...await doingIn(school, dsl), by: dsl }];
    await school.change(async tx => informHead(tx, doing, (await openConcern(tx, asking, concern))!));
    if (far === 'decided') await school.change(tx => decideWhen(tx, doing, { concern, on: '2026-12-01', words: '' }));
    return concern;
  };
  return { neutralnote: noted('new'), neutralinformed: noted('informed'), neutraldecided: noted('decided'), accountalarm: alarm, pupiltold: told('unkind'), phonetold: told('phone') };
}
