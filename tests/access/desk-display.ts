/** Things on the desk that stand round a policy, and a trip. */
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';
import { addCompanion } from '../../src/school/policies/companions/deeds.ts';
import { makePoster, putUp } from '../../src/school/policies/posters/index.ts';
import { clausesFor } from '../../src/school/policies/posters/decisions.ts';
import { shownPoster } from '../../src/school/policies/posters/reads.ts';
import { issuePolicies, rulesInForce } from '../../src/school/policies/index.ts';
import { addCarrier, chooseGoers, planTrip, type Doing } from '../../src/school/trips/deeds.ts';
import { listCarriers, removeCarrier } from '../../src/school/trips/store.ts';
import { findTrip } from '../../src/school/trips/reads.ts';
import type { Device } from '../../src/school/trips/words.ts';
import { answerQuestion, askAboutClause } from '../../src/school/policies/questions/deeds.ts';
import { findQuestion } from '../../src/school/policies/questions/reads.ts';
import { askForCopy } from '../../src/school/policies/copies/deeds.ts';
import { listCompanions } from '../../src/school/policies/companions/reads.ts';
import type { By } from '../../src/school/policies/index.ts';

/** Each is made once and then used again. */
export function displayThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const by = (person: Person): By => ({ school: school.school, vocabulary: school.shared.vocabulary, by: people.get(person)!, at: school.now(), today: school.today() });
  const ask = () => ({ school: school.school, vocabulary: school.shared.vocabulary, today: school.today() });
  const pupilClause = async () => {
    const { rulebook } = await school.read(tx => rulesInForce(tx, ask()));
    return clausesFor(rulebook.policies.find(one => one.id === 'middle-senior-code')!, ['pupil-senior', 'pupil'])[0]!.id;
  };
  const poster = async () => school.change(async tx => makePoster(tx, by('head'), { policy: 'middle-senior-code', title: 'Our code', audience: 'pupil-senior', clauses: [await pupilClause()] }));
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => () => made.get(name) ?? made.set(name, make()).get(name)!;
  const aPoster = once('poster', poster);
  const doing = (): Doing => ({ school: school.school, by: people.get('teacher')!, at: school.now(), today: school.today() });
  const trip = (title: string) => school.change(async tx => {
    const id = await planTrip(tx, doing(), { title, place: 'A museum', from: '2026-12-10', until: '2026-12-11', leader: people.get('teacher')!, eraseOn: '2027-01-31' });
    const goes = (person: Person, part: 'adult' | 'pupil') => ({ trip: found, among: [people.get(person)!], chosen: [people.get(person)!], part });
    const found = (await findTrip(tx, id))!;
    await chooseGoers(tx, doing(), goes('supply', 'adult'));
    await chooseGoers(tx, doing(), goes('pupil', 'pupil'));
    return id;
  });
  const aTrip = once('trip', () => trip('Museum'));
  const carrier = async (person: Person, device: Device) => {
    const id = await aTrip();
    return school.change(async tx => (await addCarrier(tx, doing(), {
      trip: (await findTrip(tx, id))!, person: people.get(person)!, carrying: { who: [], device, owner: 'personal', purpose: 'personal', facts: {} },
      weighed: { kind: 'decide', offices: [['trip-leader']], because: ['prep-school/mobile-devices#phones-on-trips'] }, picturesGoneBy: device === 'camera' ? '2026-12-20' : null,
    }))!);
  };
  const question = () => school.change(tx => askAboutClause(tx, by('teacher'), { policy: 'e-safety', clause: 'privacy-notice', asked: 'Where is it?', person: people.get('teacher')! }));
  return {
    copy: () => school.change(tx => askForCopy(tx, by('parent'), { policy: 'e-safety', how: 'paper', language: '', closed: null })),
    rulequestion: once('rulequestion', question),
    answered: once('answered', async () => {
      const id = await question();
      await school.change(async tx => answerQuestion(tx, by('ict-lead'), { question: (await findQuestion(tx, id))!, words: 'Where?', answer: 'Here.', office: 'ict-lead', clauseHash: 'of an older wording' }));
      return id;
    }),
    tripleader: async () => people.get('teacher')!,
    trip: aTrip,
    othertrip: once('othertrip', () => trip('Farm')),
    carrier: once('carrier', () => carrier('pupil', 'phone')),
    camera: once('camera', () => carrier('supply', 'camera')),
    dropped: async () => {
      await school.change(async tx => { for (const one of await listCarriers(tx, [await aTrip()])) if (one.person === people.get('supply') && one.device === 'phone') await removeCarrier(tx, one.id); });
      return carrier('supply', 'phone');
    },
    pupilclause: pupilClause,
    poster: aPoster,
    kidposter: once('kidposter', async () => {
      const { rulebook } = await school.read(tx => rulesInForce(tx, ask()));
      const clauses = clausesFor(rulebook.policies.find(one => one.id === 'early-years-ks1-code')!, ['pupil-ks1', 'pupil']).slice(0, 6).map(clause => clause.id);
      return school.change(tx => makePoster(tx, by('head'), { policy: 'early-years-ks1-code', title: 'Our rules', audience: 'pupil-ks1', clauses }));
    }),
    bigposter: once('bigposter', async () => {
      const { rulebook } = await school.read(tx => rulesInForce(tx, ask()));
      const clauses = clausesFor(rulebook.policies.find(one => one.id === 'staff-code')!, ['teacher', 'staff']).slice(0, 10).map(clause => clause.id);
      return school.change(tx => makePoster(tx, by('head'), { policy: 'staff-code', title: 'How we use ICT', audience: 'staff', clauses }));
    }),
    issued: async () => String(await issuePolicies({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now() })),
    retired: once('retired', poster),
    posterplace: once('place', async () => {
      const shown = (await school.read(async tx => shownPoster(tx, ask(), await aPoster())))!;
      return school.change(tx => putUp(tx, by('teacher'), { poster: shown.poster, edition: shown.of.edition, place: 'Library' }));
    }),
    companion: async () => {
      const known = (await school.read(tx => listCompanions(tx, { policy: 'e-safety', removed: true }))).find(one => one.title.startsWith('Privacy notice'));
      return known?.id ?? school.change(tx => addCompanion(tx, by('head'), 'e-safety', { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: 'https://www.school.example/privacy', ownPolicy: null, clause: 'privacy-notice', openFirst: false, stopsPublishing: true }));
    },
  };
}
