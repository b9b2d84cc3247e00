import { deepEqual, equal } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { openSchool, type TestSchool } from '../../../../tests/support/school.ts';
import { readLines } from '../../../logbook/index.ts';
import { newId } from '../../../platform/ids.ts';
import { addPeople, listHolders, listPeople } from '../../people/index.ts';
import type { Signer } from '../deeds.ts';
import { findAgreement, findAsk, listDeclines } from '../reads.ts';
import { noteTeaching, signInClass, talkInClass, undoInClass } from './deeds.ts';
import { mayRunClass, sittingOf } from './reads.ts';

const POLICY = 'early-years-ks1-code';

describe('signing with a class', () => {
  let school: TestSchool;
  let head: string;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    head = (await school.read(tx => listHolders(tx, school.today()))).find(one => one.office === 'head')!.person;
  });
  after(() => school.close());

  const teacher = (): Signer => ({ school: school.school, vocabulary: school.shared.vocabulary, by: head, kinds: ['staff'], at: school.now(), today: school.today() });
  const reader = () => ({ person: head, name: 'The head', kinds: ['staff'], offices: ['head'], persona: false, session: null });
  const place = () => ({ school: school.school, today: school.today(), vocabulary: school.shared.vocabulary });

  /** A class of its own with one child, and what is shown to it. */
  async function aClass(name: string) {
    const [child] = await school.change(tx => addPeople(tx, { school: school.school.id, by: head, at: school.now() }, [
      { givenName: 'Ida', familyName: 'Testwell', email: null, joinedOn: school.today(), kinds: ['pupil-ks1'], place: { yearGroup: 'Year 1', class: name, phase: 'Key Stage 1' } },
    ]));
    await (await school.asPerson(head)).get('/prep-school/agreements/class');
    const sitting = (await school.read(tx => sittingOf(tx, { class: name, policy: POLICY, reader: reader(), place: place() })))!;
    return { of: { class: name, policy: POLICY, child: child! }, shown: { edition: sitting.sheet.editionId, hash: sitting.sheet.hash } };
  }

  test('a mark made in class is the child’s own agreement to the whole text, with the teacher as its witness', async () => {
    const { of, shown } = await aClass('Finches');
    const done = await school.change(tx => signInClass(tx, teacher(), { ...of, shown, drawing: 'M1 1L2 2', once: newId() }));
    equal(done.ok, true);
    const agreement = (await school.read(tx => findAgreement(tx, done.ok ? done.agreement : '')))!;
    deepEqual([agreement.by, agreement.capacity, agreement.channel, agreement.witness, agreement.whole, agreement.typedName], [of.child, 'self', 'class', head, true, 'Ida Testwell']);
    const line = (await school.read(tx => readLines(tx, { about: agreement.id, limit: 5 })))[0]!;
    deepEqual([line.deed, line.by], ['sign-agreement', head]);
    const ask = (await school.read(tx => findAsk(tx, of.child, POLICY)))!;
    deepEqual([ask.signedOn, ask.open], [school.today(), true], 'a parent has still to sign beside the child');
  });

  test('a mark of the wrong child is undone at once, and the ask is as it was before', async () => {
    const { of, shown } = await aClass('Linnets');
    const before = await school.read(tx => findAsk(tx, of.child, POLICY));
    await school.change(tx => signInClass(tx, teacher(), { ...of, shown, drawing: null, once: newId() }));
    equal(await school.change(tx => undoInClass(tx, teacher(), { ...of, reader: reader() })), true);
    deepEqual(await school.read(tx => findAsk(tx, of.child, POLICY)), before);
    equal(await school.change(tx => undoInClass(tx, teacher(), { ...of, reader: reader() })), false, 'there is nothing left to undo');
  });

  test('a child who would rather talk first is noted, and may promise later', async () => {
    const { of, shown } = await aClass('Swifts');
    equal(await school.change(tx => talkInClass(tx, teacher(), { ...of, reason: '', talkTo: 'head', once: newId() })), true);
    equal((await school.read(tx => listDeclines(tx, [of.child], 5))).length, 1);
    equal((await school.read(tx => findAsk(tx, of.child, POLICY)))!.declinedOn, school.today());
    await school.change(tx => signInClass(tx, teacher(), { ...of, shown, drawing: null, once: newId() }));
    equal((await school.read(tx => findAsk(tx, of.child, POLICY)))!.signedOn, school.today());
  });

  test('a child of another class, and rules that have changed meanwhile, are not signed', async () => {
    const { of, shown } = await aClass('Plovers');
    deepEqual(await school.change(tx => signInClass(tx, teacher(), { ...of, class: 'Robins', shown, drawing: null, once: newId() })), { ok: false, why: 'not-asked' });
    deepEqual(await school.change(tx => signInClass(tx, teacher(), { ...of, shown: { ...shown, hash: '0'.repeat(64) }, drawing: null, once: newId() })), { ok: false, why: 'changed' });
  });

  test('whoever covers a class runs its signing on the days that were noted, and nobody but staff is noted', async () => {
    const { of } = await aClass('Dunlins');
    const supply = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['supply'], limit: 1 })))[0]!;
    const covering = { person: supply.id, name: 'Supply', kinds: ['supply', 'staff'], offices: [], persona: false, session: null };
    const may = (today: string) => school.read(tx => mayRunClass(tx, covering, { class: of.class, today }));
    equal(await may(school.today()), false);
    equal(await school.change(tx => noteTeaching(tx, teacher(), { class: of.class, person: supply.id, from: school.today(), until: school.today() })), true);
    equal(await may(school.today()), true);
    equal(await may('2026-11-24'), false);
    equal(await school.change(tx => noteTeaching(tx, teacher(), { class: of.class, person: of.child, from: school.today(), until: null })), false);
  });
});
