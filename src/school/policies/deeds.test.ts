import { deepEqual, equal, notEqual, ok, rejects } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { freshDatabase, type FreshDatabase } from '../../../tests/database/fresh.ts';
import { INSTALL, staffCode, vocabulary } from '../../../tests/support/policies.ts';
import { readLines, verify } from '../../logbook/index.ts';
import { inSchool, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { addSchool } from '../../platform/database/index.ts';
import { addPeople, giveOffices, setStandIns } from '../people/index.ts';
import { adopt, approve, discard, propose, saveDraft, sendBack, startDraft, startPolicy, type By } from './deeds.ts';
import { latestApproved, listEditions, listMarks, openEdition, publishedPolicies, rulesInForce } from './reads.ts';
import type { Done, Edition } from './words.ts';

let fresh: FreshDatabase;
let schools = 0;

/** A school of its own with the code adopted, and somebody to act. */
async function aSchool(markdown = staffCode(INSTALL), { head = true } = {}) {
  const school: School = { id: newId(), slug: `school-${++schools}`, name: 'A school', pack: 'test' };
  await addSchool(fresh.db, school);
  let minute = 0;
  const by = (person: string | null = newId()): By => ({ school, vocabulary, by: person, at: new Date(Date.UTC(2026, 10, 23, 9, ++minute)), today: '2026-11-23' });
  const change = <T>(work: (tx: Tx) => Promise<T>) => inSchool(fresh.db, school.id, work);
  if (head) {
    await change(async tx => {
      const doing = { school: school.id, by: 'countersign', at: new Date('2026-09-01T08:00:00Z') };
      const [person] = await addPeople(tx, doing, [{ givenName: 'Ada', familyName: 'Head', email: null, joinedOn: '2026-09-01', kinds: ['staff'] }]);
      await giveOffices(tx, doing, [{ office: 'head', person: person!, from: '2026-09-01' }]);
    });
  }
  await change(tx => adopt(tx, by(null), { markdown }));
  const today = (day = '2026-11-23') => change(tx => publishedPolicies(tx, { school, vocabulary, today: day }));
  return { school, by, change, today };
}

const sure = (done: Done): Edition => { if (!done.ok) throw new Error(done.why); return done.edition; };
const why = (done: Done): string => (done.ok ? 'done' : done.why);
const NEXT = staffCode(`${INSTALL}\nPrint little. {#print}\n\n::must[print]\n`);
const fine = (edition: Edition) => ({ textHash: edition.textHash, errors: 0 });

/** A draft saved with this text, proposed. */
async function proposed({ by, change }: Awaited<ReturnType<typeof aSchool>>, markdown = NEXT): Promise<Edition> {
  return change(async tx => {
    const draft = sure(await startDraft(tx, by(), 'staff-code'));
    const saved = sure(await saveDraft(tx, by(), { policy: 'staff-code', markdown, note: 'Paper is dear.', marks: new Map(), seen: draft.revision }));
    return sure(await propose(tx, by(), { policy: 'staff-code', tried: fine(saved), officesHeld: ['governing-body'] }));
  });
}

describe('what people do with policies', () => {
  before(async () => { fresh = await freshDatabase(); });
  after(() => fresh.close());

  test('a code taken in is in force from its own first day, and not before', async () => {
    const { today } = await aSchool();
    deepEqual((await today('2026-09-06')).length, 0);
    const [code] = await today('2026-09-07');
    deepEqual([code?.edition.number, code?.edition.state, code?.edition.approvedAs, code?.edition.approvedOn], [1, 'approved', 'governing-body', '2026-09-01']);
  });

  test('a text with a fault or without its days is not taken in', async () => {
    const { by, change } = await aSchool();
    await rejects(change(tx => adopt(tx, by(null), { markdown: staffCode(INSTALL.replace('install-software', 'nothing-known')) })), /line \d+/);
    await rejects(change(tx => adopt(tx, by(null), { markdown: staffCode(INSTALL).replace('in-force: 2026-09-07\n', '') })), /first day/);
  });

  test('a draft, saved, proposed and approved, is in force on its day and its document says so itself', async () => {
    const school = await aSchool();
    const proposal = await proposed(school);
    const edition = sure(await school.change(tx => approve(tx, school.by(), { policy: 'staff-code', tried: fine(proposal), offices: ['chair-of-governors'], inForce: '2026-12-01', nextReview: '2027-11-01' })));
    equal((await school.today())[0]?.edition.number, 1);
    const [code] = await school.today('2026-12-01');
    deepEqual([code?.edition.number, code?.document.front.approved?.on, code?.document.front.inForce, code?.document.front.review?.next, code?.document.front.edition], [2, '2026-11-23', '2026-12-01', '2027-11-01', '2']);
    deepEqual([...await school.change(tx => listMarks(tx, edition.id))], [['print', 'new-duty']]);
  });

  test('two writers at once: the second is told, and both texts are still there', async () => {
    const { by, change } = await aSchool();
    const draft = sure(await change(tx => startDraft(tx, by(), 'staff-code')));
    const saving = (markdown: string) => ({ policy: 'staff-code', markdown, note: '', marks: new Map(), seen: draft.revision });
    sure(await change(tx => saveDraft(tx, by(), saving(NEXT))));
    const second = await change(tx => saveDraft(tx, by(), saving(staffCode(INSTALL.replace('anything', 'a thing')))));
    ok(!second.ok && second.why === 'changed-meanwhile' && second.edition?.markdown === NEXT);
  });

  test('errors stop a proposal, and so does a body that nobody holds', async () => {
    const { by, change } = await aSchool();
    const draft = sure(await change(tx => startDraft(tx, by(), 'staff-code')));
    equal(why(await change(tx => propose(tx, by(), { policy: 'staff-code', tried: { textHash: draft.textHash, errors: 1 }, officesHeld: ['governing-body'] }))), 'has-errors');
    equal(why(await change(tx => propose(tx, by(), { policy: 'staff-code', tried: fine(draft), officesHeld: ['head'] }))), 'nobody-approves');
  });

  test('only the body that the edition in force names approves, whatever the draft says', async () => {
    const school = await aSchool();
    const proposal = await proposed(school, NEXT.replace('by: governing-body', 'by: head'));
    const approval = { policy: 'staff-code', tried: fine(proposal), inForce: '2026-11-23' };
    equal(why(await school.change(tx => approve(tx, school.by(), { ...approval, offices: ['head'] }))), 'not-the-approver');
    equal(why(await school.change(tx => approve(tx, school.by(), { ...approval, offices: ['governing-body'] }))), 'done');
  });

  test('what is approved is the text that was shown', async () => {
    const school = await aSchool();
    await proposed(school);
    equal(why(await school.change(tx => approve(tx, school.by(), { policy: 'staff-code', tried: { textHash: 'another', errors: 0 }, offices: ['governing-body'], inForce: '2026-11-23' }))), 'changed-meanwhile');
  });

  test('a first day in the past is refused', async () => {
    const school = await aSchool();
    const proposal = await proposed(school);
    equal(why(await school.change(tx => approve(tx, school.by(), { policy: 'staff-code', tried: fine(proposal), offices: ['governing-body'], inForce: '2026-11-22' }))), 'first-day-past');
  });

  test('what was sent back is a draft again, with the reason, and a proposal cannot be changed meanwhile', async () => {
    const school = await aSchool();
    const proposal = await proposed(school);
    equal(why(await school.change(tx => saveDraft(tx, school.by(), { policy: 'staff-code', markdown: 'x', note: '', marks: new Map(), seen: proposal.revision }))), 'not-open');
    const back = sure(await school.change(tx => sendBack(tx, school.by(), { policy: 'staff-code', reason: 'Say how much.' })));
    deepEqual([back.state, back.sentBack], ['draft', 'Say how much.']);
  });

  test('a discarded draft leaves no gap in the numbers and changes nothing in force', async () => {
    const { by, change } = await aSchool();
    const first = sure(await change(tx => startDraft(tx, by(), 'staff-code')));
    sure(await change(tx => discard(tx, by(), 'staff-code')));
    const second = sure(await change(tx => startDraft(tx, by(), 'staff-code')));
    deepEqual([first.number, second.number], [2, 2]);
    notEqual(first.id, second.id);
    deepEqual((await change(tx => listEditions(tx, 'staff-code'))).map(edition => edition.number), [2, 1]);
  });

  test('a new policy takes a name that is free', async () => {
    const { by, change } = await aSchool();
    equal(why(await change(tx => startPolicy(tx, by(), { policy: 'staff-code', title: 'Again', markdown: 'x' }))), 'taken');
    sure(await change(tx => startPolicy(tx, by(), { policy: 'drones', title: 'Drones', markdown: 'x' })));
    ok(await change(tx => openEdition(tx, 'drones')));
  });

  test('the database itself refuses to change approved text', async () => {
    const { change } = await aSchool();
    const edition = await change(tx => latestApproved(tx, 'staff-code'));
    await rejects(change(tx => sql`update policy_edition set markdown = 'other' where id = ${edition!.id}`.execute(tx)), /never changed/);
  });

  test('every step stands in the logbook, and the chain is whole', async () => {
    const school = await aSchool();
    const proposal = await proposed(school);
    await school.change(tx => approve(tx, school.by(), { policy: 'staff-code', tried: fine(proposal), offices: ['governing-body'], inForce: '2026-11-23' }));
    const lines = await school.change(tx => readLines(tx, { about: proposal.id, limit: 20 }));
    deepEqual(lines.map(line => line.deed).reverse(), ['start-draft', 'save-draft', 'propose-policy', 'publish-policy']);
    equal((await school.change(verify)).whole, true);
  });

  test('no policy is approved while nobody holds an office that it names', async () => {
    const school = await aSchool(staffCode(INSTALL), { head: false });
    const proposal = await proposed(school);
    const approval = { policy: 'staff-code', tried: fine(proposal), offices: ['governing-body'], inForce: '2026-11-23' };
    equal(why(await school.change(tx => approve(tx, school.by(), approval))), 'offices-vacant');
    await school.change(async tx => {
      const doing = { school: school.school.id, by: 'countersign', at: new Date('2026-11-23T08:00:00Z') };
      const [person] = await addPeople(tx, doing, [{ givenName: 'Ada', familyName: 'Head', email: null, joinedOn: '2026-09-01', kinds: ['staff'] }]);
      await giveOffices(tx, doing, [{ office: 'head', person: person!, from: '2026-09-01' }]);
    });
    equal(why(await school.change(tx => approve(tx, school.by(), approval))), 'done');
  });

  test('a policy that names nobody is approved once a real office answers for nobody, and then shows that office', async () => {
    const school = await aSchool();
    const proposal = await proposed(school, staffCode(`${INSTALL}\nAsk before you print in colour. {#print}\n\n::ask[print]{of=unassigned}\n`));
    const approval = { policy: 'staff-code', tried: fine(proposal), offices: ['governing-body'], inForce: '2026-11-23' };
    equal(why(await school.change(tx => approve(tx, school.by(), approval))), 'offices-vacant');
    await school.change(tx => setStandIns(tx, { school: school.school.id, by: 'countersign', at: new Date('2026-11-23T08:00:00Z') }, [{ standIn: 'unassigned', clause: '', office: 'head' }]));
    equal(why(await school.change(tx => approve(tx, school.by(), approval))), 'done');
    deepEqual((await school.today())[0]?.document.clauses.find(clause => clause.id === 'print')?.rules[0]?.offices, [['head']]);
  });

  test('the rulebook is compiled again only when something in force has changed', async () => {
    const school = await aSchool();
    const rules = () => school.change(tx => rulesInForce(tx, { school: school.school, vocabulary, today: '2026-11-23' }));
    const first = await rules();
    equal(await rules(), first);
    const proposal = await proposed(school);
    equal(await rules(), first);
    await school.change(tx => approve(tx, school.by(), { policy: 'staff-code', tried: fine(proposal), offices: ['governing-body'], inForce: '2026-11-23' }));
    notEqual(await rules(), first);
  });
});
