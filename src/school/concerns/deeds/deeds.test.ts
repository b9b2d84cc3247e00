import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { A_STORY, askingAs, doingIn, fileOne, holderOf } from '../../../../tests/support/concerns.ts';
import { openSchool, type TestSchool } from '../../../../tests/support/school.ts';
import { eyesOn, findConcern } from '../store.ts';
import { addEntry, addEye, setState } from './case.ts';
import { openConcern, openFile } from './open.ts';

describe('what is told is read by those it was meant for', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'day-school' }); });
  after(() => school.close());

  const officesOn = (concern: string) => school.read(async tx => (await eyesOn(tx, [concern])).map(eye => [eye.office, eye.why]));
  const opens = async (person: string, concern: string) => { const asking = await askingAs(school, person); return school.change(tx => openConcern(tx, asking, concern)); };

  test('a worry about a child goes to the safeguarding lead, who reads it and is seen to have read it', async () => {
    const { concerns: [id] } = await fileOne(school);
    deepEqual(await officesOn(id!), [['dsl', 'routed']]);
    const opened = await opens(await holderOf(school, 'dsl'), id!);
    equal(opened?.entries[0]?.words['narrative'], A_STORY);
    equal(opened?.concern.state, 'seen');
    ok((await school.read(tx => findConcern(tx, id!)))?.seenAt);
    equal((await school.read(tx => eyesOn(tx, [id!])))[0]?.seenAt?.getTime(), school.now().getTime());
  });

  test('a worry about the head goes to the chair of governors, and the head finds nothing there', async () => {
    const head = await holderOf(school, 'head');
    const { concerns: [id] } = await fileOne(school, { kinds: [{ kind: 'handle-breach', facts: {} }], about: [head] });
    deepEqual(await officesOn(id!), [['chair-of-governors', 'round-the-subject']]);
    equal(await opens(head, id!), null);
    ok(await opens(await holderOf(school, 'chair-of-governors'), id!));
  });

  test('a worry about the safeguarding lead goes to the head', async () => {
    const dsl = await holderOf(school, 'dsl');
    const { concerns: [id] } = await fileOne(school, { about: [dsl] });
    deepEqual(await officesOn(id!), [['head', 'round-the-subject']]);
    equal(await opens(dsl, id!), null);
  });

  test('one report of two things is two concerns, and neither reader is told what the other is', async () => {
    const { concerns: [lost, child] } = await fileOne(school, { narrative: 'All of it.', kinds: [{ kind: 'report-security-breach', facts: {}, narrative: 'The tablet is gone.' }, { kind: 'report-safeguarding-concern', facts: {}, narrative: 'She was followed home.' }] });
    deepEqual((await officesOn(lost!)).map(([office]) => office).sort(), ['deputy-head-academic', 'dpo', 'network-manager']);
    const it = await opens(await holderOf(school, 'network-manager'), lost!);
    equal(it?.entries[0]?.words['narrative'], 'The tablet is gone.');
    equal(JSON.stringify(it).includes('followed home') || JSON.stringify(it).includes('All of it'), false);
    equal(await opens(await holderOf(school, 'network-manager'), child!), null);
  });

  test('whoever gets parts reads those parts alone, and a note for a few is read by those few', async () => {
    const dsl = await holderOf(school, 'dsl');
    const [teacher, head] = [await holderOf(school, 'data-manager'), await holderOf(school, 'head')];
    const { concerns: [id] } = await fileOne(school);
    const doing = await doingIn(school, dsl);
    const [part] = await school.change(async tx => {
      const shown = await addEntry(tx, doing, { concern: id!, sort: 'note', words: { text: 'Sit him in front.' } });
      await addEntry(tx, doing, { concern: id!, sort: 'restricted-note', words: { text: 'Only for two.', for: [head] } });
      await addEye(tx, doing, { concern: id!, person: teacher, why: 'shared', parts: [shown] });
      await addEye(tx, doing, { concern: id!, office: 'head', why: 'shared' });
      return [shown];
    });
    const seen = await opens(teacher, id!);
    deepEqual(seen?.entries.map(entry => entry.id), [part]);
    equal(seen?.whole, false);
    equal(seen?.concern.state, 'new', 'a reading by somebody it was shared with does not pass for the safeguarding lead’s');
    match(JSON.stringify((await opens(head, id!))?.entries), /Only for two/);
    match(JSON.stringify((await opens(dsl, id!))?.entries), /Only for two/);
  });

  test('a file is read by those who read the concern, and by nobody else', async () => {
    const bytes = Uint8Array.from([1, 2, 3]);
    const { concerns: [id] } = await fileOne(school, { kinds: [{ kind: 'report-data-breach', facts: {} }], files: [{ name: 'letter.pdf', type: 'application/pdf', bytes }] });
    const opened = await opens(await holderOf(school, 'dpo'), id!);
    deepEqual(opened?.files.map(file => [file.name, file.size]), [['letter.pdf', 3]]);
    deepEqual([...(await school.read(tx => openFile(tx, opened!, opened!.files[0]!.id)))!], [...bytes]);
  });

  test('a concern is closed only after somebody saw it, and codes tell nothing of how many there are', async () => {
    const { told: [one], concerns: [id] } = await fileOne(school);
    const { told: [other] } = await fileOne(school);
    notEqual(one!.code, other!.code);
    const doing = await doingIn(school, await holderOf(school, 'dsl'));
    equal(await school.change(tx => setState(tx, doing, { concern: id!, to: 'closed' })), false);
    equal(await school.change(tx => setState(tx, doing, { concern: id!, to: 'in-hand' })), true);
    equal(await school.change(tx => setState(tx, doing, { concern: id!, to: 'closed' })), true);
    equal(await school.change(tx => setState(tx, doing, { concern: id!, to: 'seen' })), false);
  });
});
