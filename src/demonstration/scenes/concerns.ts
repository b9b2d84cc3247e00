/** What people told at the model schools, and how far those who deal with it have come. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { fillComplaint, fillHours, fillNote, fillNumbers, fillProcedure, fillReport, fillTelling, fillUnnamed, fillWork, type Place, type Work } from '../../school/concerns/index.ts';
import { CONCERNS, OUTSIDE, type ConcernScript } from './concern-script.ts';
import { accountWork, breachWork, bullyingWork, closedWork, inHandWork, smallWork, thingWork, type Parts } from './case-work.ts';
import type { Role, Stage, When } from './words.ts';

/** A scene on its way: the school, its words, and the people it needs. */
interface Telling extends Parts { readonly tx: Tx; readonly place: Place; readonly script: ConcernScript }

/** Everything that was told in the last fortnight. A school without somebody for a part goes without that story. */
export async function tellAndDealWith(tx: Tx, stage: Stage): Promise<void> {
  const script = CONCERNS[stage.school.pack];
  const dsl = stage.who('dsl');
  if (!script || dsl === null) return;
  const place: Place = { school: stage.school, shared: stage.shared, lock: stage.lock, today: stage.today, readers: stage.readers };
  const telling: Telling = { tx, place, script, stage, dsl };
  await fillHours(tx, place, { by: dsl, at: stage.at([40, '12:00']), from: '08:15', until: '16:15' });
  await fillNumbers(tx, place, { by: dsl, at: stage.at([40, '12:05']), ...OUTSIDE });
  await fromPupils(telling);
  await aboutSafety(telling);
  await aboutData(telling);
  await aboutThings(telling);
  await fromGrownUps(telling);
}

const work = async ({ tx, place }: Telling, by: string | null, concern: string | undefined, done: readonly (Work & { readonly at: Date })[]): Promise<void> => {
  if (by !== null && concern !== undefined) await fillWork(tx, place, { concern, by, work: done });
};

/** Somebody tells one kind of thing. Undefined where nobody of the school could have. */
async function tell({ tx, place, stage }: Telling, of: { readonly by: Role; readonly at: When; readonly kind: string; readonly facts?: Readonly<Record<string, string>>; readonly narrative: string; readonly about?: readonly (string | null)[]; readonly children?: readonly (string | null)[] }): Promise<string | undefined> {
  const by = stage.who(of.by);
  if (by === null) return undefined;
  const known = (people: readonly (string | null)[] = []) => people.filter(one => one !== null);
  return (await fillReport(tx, place, { by, at: stage.at(of.at), narrative: of.narrative, kinds: [{ kind: of.kind, facts: of.facts ?? {} }], about: known(of.about), children: known(of.children) }))[0];
}

async function fromPupils(telling: Telling): Promise<void> {
  const { tx, place, stage, script, dsl } = telling;
  const [first, pupil] = [stage.who(script.unopened.by), stage.personaOf('pupil')];
  if (first) await fillTelling(tx, place, { ...script.unopened, by: first, at: stage.at(script.unopened.at) });
  await work(telling, dsl, await fillUnnamed(tx, place, { ...script.unnamed, at: stage.at([1, '17:40']) }), [{ does: 'read', at: stage.at([1, '18:05']) }]);
  if (pupil) await work(telling, dsl, await fillTelling(tx, place, { ...script.inHand, by: pupil, at: stage.at([4, '12:50']) }), inHandWork(telling, script.inHand));
}

async function aboutSafety(telling: Telling): Promise<void> {
  const { stage, script, dsl } = telling;
  const bullied = await tell(telling, { by: 'teacher 1', at: [8, '15:20'], kind: 'handle-bullying', facts: { trigger: 'bullying-allegation' }, narrative: script.bullying.narrative, about: [stage.who('pupil 5')], children: [stage.who('pupil 4')] });
  await work(telling, dsl, bullied, bullyingWork(telling, script.bullying));
  await work(telling, dsl, await tell(telling, { by: 'teacher 2', at: [9, '09:05'], kind: 'report-safeguarding-concern', narrative: script.closed.narrative, children: [stage.who('pupil 6')] }), closedWork(telling, script.closed));
}

async function aboutData(telling: Telling): Promise<void> {
  const { stage, script } = telling;
  const officer = stage.who('data-protection-lead') ?? stage.who('dpo');
  if (officer === null) return;
  const factsOf = ({ data, people, recipient }: ConcernScript['breach']) => ({ trigger: 'misdirected', intent: 'accidental', data, people, recipient });
  // Why in hours: the 72 do not stop for a weekend.
  await work(telling, officer, await tell(telling, { by: 'teacher 1', at: 26 * 60, kind: 'report-data-breach', facts: factsOf(script.breach), narrative: script.breach.narrative }), breachWork(telling, script.breach, officer));
  await work(telling, officer, await tell(telling, { by: 'support-staff 1', at: [9, '16:30'], kind: 'report-data-breach', facts: factsOf(script.small), narrative: script.small.narrative }), smallWork(telling, script.small, officer));
}

async function aboutThings(telling: Telling): Promise<void> {
  const { stage, script } = telling;
  const it = stage.who('ict-lead') ?? stage.who('network-manager');
  const lost = await tell(telling, { by: 'teacher 3', at: [1, '16:45'], kind: 'report-device-loss', facts: { device: script.lost.device, 'device-owner': 'school', encrypted: 'yes', 'personal-data': 'no' }, narrative: script.lost.narrative });
  await work(telling, it, lost, thingWork(telling, script.lost, 1, '17:10'));
  const { name, did, ...virus } = script.virus;
  const found = await tell(telling, { by: 'teacher 2', at: [3, '10:40'], kind: 'report-virus', facts: { 'virus-name': name, 'actions-taken': did }, narrative: virus.narrative });
  await work(telling, stage.school.pack === 'town-school' ? stage.who('helpdesk') : it, found, thingWork(telling, virus, 3, '11:05'));
  if (script.account) {
    const head = stage.who('head');
    const told = await tell(telling, { by: 'network-manager', at: [2, '07:50'], kind: 'handle-breach', narrative: script.account.narrative, about: [stage.who('support-staff 3')] });
    await work(telling, head, told, accountWork(telling, script.account));
  }
}

async function fromGrownUps({ tx, place, stage, script, ...parts }: Telling): Promise<void> {
  const [teacher, parent, head] = [stage.personaOf('teacher'), stage.personaOf('parent'), stage.who('head')];
  const telling = { tx, place, stage, script, ...parts };
  if (teacher) {
    const noted = await fillNote(tx, place, { ...script.note, by: teacher, at: stage.at([2, '08:05']), subject: 'self', person: null, name: '', harm: 'no' });
    await work(telling, parts.dsl, noted, [{ does: 'read', at: stage.at([2, '08:20']) }]);
  }
  if (head) {
    await fillProcedure(tx, place, { by: head, at: stage.at([40, '15:00']), procedure: {
      since: addDays(stage.today, -60), acknowledgeWithin: 5, acknowledgeIn: 'school-days',
      stages: [{ title: 'The head looks into it', office: 'head', answerWithin: 15, answerIn: 'school-days' }, { title: 'The chair of governors looks again', office: 'chair-of-governors', answerWithin: 20, answerIn: 'school-days' }],
    } });
  }
  if (parent && head) await fillComplaint(tx, place, { ...script.complaint, by: parent, at: stage.at([3, '20:15']), sort: 'other', child: null, about: null, acknowledged: { by: head, at: stage.at([2, '08:40']) } });
  if (script.aboutHead && head) await tell(telling, { by: 'support-staff 2', at: 150, kind: 'handle-breach', narrative: script.aboutHead.narrative, about: [head] });
}
