/** Things on the desk that somebody told: a pupil's, a parent's, and those of the signed out. */
import { raiseAlarm } from '../../src/school/concerns/account-alarm/deeds.ts';
import { tellSomeone } from '../../src/school/concerns/tell-someone/deeds.ts';
import { tellingOf } from '../../src/school/concerns/tell-someone/words.ts';
import { doingIn } from '../support/concerns.ts';
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
  return { accountalarm: alarm, pupiltold: told('unkind'), phonetold: told('phone') };
}
