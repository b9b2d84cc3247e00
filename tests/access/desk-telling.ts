/** Things on the desk that somebody told: a pupil's, a parent's, and those of the signed out. */
import { raiseAlarm } from '../../src/school/concerns/account-alarm/deeds.ts';
import { answerComplaint, complain, setProcedure } from '../../src/school/concerns/complaints/deeds.ts';
import { complaintOfConcern, complaintView, findComplaint } from '../../src/school/concerns/complaints/reads.ts';
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
  /** A parent complains about a picture, where the school has two stages; one of them was answered. */
  const complaint = (far: 'new' | 'answered', what: 'complaint' | 'concern') => async (): Promise<string> => {
    const [parent, deputy] = [people.get('parent')!, people.get('deputy')!];
    const stage = { office: 'deputy-head', answerWithin: 10, answerIn: 'days' } as const;
    const [byHead, byParent, byDeputy] = [{ ...await doingIn(school, people.get('head')!), by: people.get('head')! }, { ...await doingIn(school, parent), by: parent }, { ...await doingIn(school, deputy), by: deputy }];
    await school.change(tx => setProcedure(tx, byHead, { since: school.today(), acknowledgeWithin: 5, acknowledgeIn: 'days', stages: [{ ...stage, title: 'First' }, { ...stage, title: 'Second' }] }));
    const id = await school.change(tx => complain(tx, byParent, { sort: 'images', words: 'A picture that we said no to.', wish: '', child: null, about: null, who: ['parent'] }));
    const made = (await school.read(tx => findComplaint(tx, id)))!;
    const asking = await askingAs(school, deputy);
    if (far === 'answered') {
      await school.change(async tx => {
        const opened = (await openConcern(tx, asking, made.concern))!;
        const { steps: [step] } = await complaintView(tx, asking.lock, (await complaintOfConcern(tx, made.concern))!);
        await answerComplaint(tx, byDeputy, opened, { complaint: made, step: step!, outcome: 'upheld', answer: { words: 'It is gone.', policy: 'e-safety', policyTitle: 'E-safety' } });
      });
    }
    return what === 'complaint' ? id : made.concern;
  };
  return { complaint: complaint('new', 'complaint'), complaintanswered: complaint('answered', 'complaint'), complaintcase: complaint('new', 'concern'), neutralnote: noted('new'), neutralinformed: noted('informed'), neutraldecided: noted('decided'), accountalarm: alarm, pupiltold: told('unkind'), phonetold: told('phone') };
}
