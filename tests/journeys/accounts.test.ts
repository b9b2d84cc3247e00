import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { beginHold, endHold, stepDone, takeAway, type Carrying } from '../../src/school/accounts/deeds.ts';
import { accounts, accountsOn, restoreAccounts } from '../../src/school/accounts/index.ts';
import { recordOf } from '../../src/school/accounts/reads.ts';
import { holdsOf, stepsOf } from '../../src/school/accounts/store.ts';
import { announce } from '../../src/school/bulletin.ts';
import { readerOf } from '../../src/school/people/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { readLines } from '../../src/logbook/index.ts';
import { NOBODY } from '../../src/platform/web/index.ts';
import { wordsOf } from '../support/cases.ts';
import { holderOf } from '../support/concerns.ts';
import { theFamily, type Family } from '../support/family.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const doingAs = (school: TestSchool, by: string): Carrying => ({ school: school.school, by, at: school.now(), today: school.today(), vocabulary: school.shared.vocabulary, sealFolder: school.shared.sealFolder });
const letters = (school: TestSchool, person: string) => school.read(async tx => (await sql<{ subject: string; body: string }>`select subject, body from mail_outbox where kind = 'account' and person_id = ${person} order by made_at, id`.execute(tx)).rows);
const personOf = async (school: TestSchool, persona: string): Promise<string> => school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx)).rows[0]!.id);
const openSteps = async (school: TestSchool, person: string) => (await school.read(tx => stepsOf(tx, [person]))).filter(step => step.ended === null);
const read = async (client: Client, path: string): Promise<string> => wordsOf((await client.get(path)).html);

describe('accounts of the prep school', () => {
  let school: TestSchool;
  let family: Family;
  let [mum, dad, pupil, it, head]: Client[] = [];
  const at = '/prep-school';
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    family = await theFamily(school);
    [mum, dad, pupil] = await Promise.all([family.mum, family.dad, family.child].map(one => school.asPerson(one.id)));
    [it, head] = await Promise.all(['network-manager', 'head'].map(async office => school.asPerson(await holderOf(school, office))));
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  test('a parent has a child’s e-mail kept inside the school, and reads when IT has done it', async () => {
    match(await read(mum!, at), /Your child’s school e-mail/);
    match(await read(mum!, `${at}/child-mail`), /Not limited/);
    equal((await mum!.post(`${at}/child-mail`, { child: family.child.id, to: 'inside' })).status, 303);
    equal((await mum!.post(`${at}/child-mail`, { child: await personOf(school, 'reception'), to: 'inside' })).status, 404, 'no child of theirs for whom the rule is');
    match(await read(mum!, `${at}/child-mail`), /Asked: only inside the school/);
    match(await read(pupil!, `${at}/my-accounts`), /School e-mail Only inside the school .* A parent asked that your e-mail works only inside the school/);
    const seenByDad = await read(dad!, `${at}/child-mail`);
    match(seenByDad, /It works only inside the school at present/);
    doesNotMatch(seenByDad, /You asked/);
    const [step] = await openSteps(school, family.child.id);
    match(await read(it!, `${at}/accounts/to-do`), /School e-mail Let it work only inside the school/);
    equal((await mum!.post(`${at}/accounts/to-do`, { step: step!.id, says: 'done' })).status, 404);
    equal((await it!.post(`${at}/accounts/${family.child.id}/step`, { step: step!.id, says: 'done', on: '2099-01-01', words: '' })).status, 422);
    equal((await it!.post(`${at}/accounts/${family.child.id}/step`, { step: step!.id, says: 'done', on: school.today(), words: 'Rule in the mail server.' })).status, 303);
    match(await read(mum!, `${at}/child-mail`), /Done: only inside the school .* IT says that it was done on/);
    match(await read(head!, `${at}/accounts/${family.child.id}`), /School e-mail Only inside the school since .* Reported Set to work only inside the school/);
    const sent = await letters(school, family.mum.id);
    ok(sent.length > 0);
    for (const { subject, body } of sent) doesNotMatch(subject + body, new RegExp(`${family.child.givenName}|e-?mail works|inside`));
  });

  test('the same parent takes it back, and IT is asked to let mail in again', async () => {
    deepEqual(await school.read(tx => accountsOn(school.shared)(tx, family.child.id, school.today())), ['School e-mail: only inside the school since 23 November 2026']);
    equal((await dad!.postAndFollow(`${at}/child-mail`, { child: family.child.id, to: 'open' })).html.includes('That was so already'), true, 'what another parent asked for stays');
    equal((await mum!.post(`${at}/child-mail`, { child: family.child.id, to: 'open' })).status, 303);
    match(await read(mum!, `${at}/child-mail`), /Asked: mail from outside again/);
    const [step] = await openSteps(school, family.child.id);
    equal((await it!.post(`${at}/accounts/to-do`, { step: step!.id, says: 'done' })).status, 303);
    match(await read(mum!, `${at}/child-mail`), /Not limited/);
    match(await read(head!, `${at}/accounts?state=over`), /Only inside|Over/);
  });

  test('somebody from whom everything was taken is signed out at once, and can still tell, read the rules and ask for it back', async () => {
    const teacher = await personOf(school, 'teacher');
    const before = await school.asPerson(teacher);
    const network = await holderOf(school, 'network-manager');
    await school.change(tx => takeAway(tx, doingAs(school, network), { person: teacher, facility: 'all', how: 'revoked', cause: 'decision', reason: 'The account was sold.' }));
    equal((await before.get(`${at}/agreements`)).location?.includes('/sign-in'), true);
    const again = await school.asPerson(teacher);
    for (const path of ['', '/agreements', '/people', '/trips']) equal((await again.get(at + path)).location, `${at}/my-accounts`, path);
    for (const path of ['/tell-someone', '/something-happened', '/policies', '/policies/staff-code', '/may-i']) equal((await again.get(at + path)).status, 200, path);
    const mine = await read(again, `${at}/my-accounts`);
    match(mine, /You can no longer use Countersign .* The account was sold\./);
    const hold = (await school.read(tx => holdsOf(tx, [teacher])))[0]!;
    equal((await again.post(`${at}/my-accounts/ask`, { hold: hold.id, words: '' })).status, 422);
    equal((await again.post(`${at}/my-accounts/ask`, { hold: hold.id, words: 'It was not me. I have changed my password.' })).status, 303);
    match(await read(it!, at), /Somebody asks for an account back/);
    equal((await openSteps(school, teacher)).length > 0, true, 'what is kept elsewhere waits for IT');
    const twice = () => school.change(tx => takeAway(tx, doingAs(school, network), { person: teacher, facility: 'all', how: 'revoked', cause: 'decision', reason: 'The account was sold.' }));
    deepEqual(await Promise.all([twice(), twice()]), [hold.id, hold.id], 'a form that was sent twice takes it once');
  });

  test('an account that a case switches off shows to IT and to those who decided, never to the head where the head did not', async () => {
    const person = await personOf(school, 'supply');
    const tell = (name: 'sanction-began' | 'sanction-ended') => school.change(tx => announce(tx, name, { school: school.school.id, person, facility: 'internet', until: '2026-12-01', at: school.now(), sanction: '0198c0de-0000-7000-8000-000000000001', deciders: ['chair-of-governors'] }));
    await tell('sanction-began');
    equal((await openSteps(school, person)).length, 1);
    match(await read(it!, `${at}/accounts/${person}`), /The internet at school Switched off since .* Decided in a case/);
    doesNotMatch(await read(head!, `${at}/accounts/${person}`), /Switched off since|Asked of IT/);
    doesNotMatch((await head!.get(`${at}/accounts.csv`)).html, /Decided in a case/);
    match((await it!.get(`${at}/accounts.csv`)).html, /Decided in a case/);
    deepEqual((await school.read(tx => readLines(tx, { about: person, limit: 100 }))).filter(line => line.deed.includes('account')), [], 'no line of the logbook names it');
    await school.change(async tx => {
      const id = await beginHold(tx, doingAs(school, person), { person, facility: 'internet', how: 'revoked', cause: 'decision' });
      await endHold(tx, doingAs(school, person), { hold: (await holdsOf(tx, [person])).find(one => one.id === id)!, how: 'given-back' });
    });
    deepEqual((await openSteps(school, person)).map(step => [step.wanted, step.quiet]), [['suspended', true]], 'what stays because of the case is as quiet as the case');
    await school.change(tx => beginHold(tx, doingAs(school, person), { person, facility: 'internet', how: 'suspended', cause: 'decision', untilOn: '2026-11-30' }));
    equal((await openSteps(school, person)).length, 1, 'a second reason asks IT nothing twice');
    await tell('sanction-ended');
    equal((await school.read(tx => holdsOf(tx, [person]))).filter(one => one.endedAt === null).length, 1);
    const [step] = await openSteps(school, person);
    await school.change(async tx => stepDone(tx, doingAs(school, await holderOf(school, 'network-manager')), { step: step!, on: school.today(), words: '' }));
    equal((await openSteps(school, person)).length, 0, 'it stays off while another reason holds it');
    equal(await restoreAccounts({ db: school.db, vocabulary: school.shared.vocabulary, now: new Date('2026-11-30T12:00:00Z') }), 0);
    equal(await restoreAccounts({ db: school.db, vocabulary: school.shared.vocabulary, now: new Date('2026-12-01T12:00:00Z') }), 1);
    deepEqual((await openSteps(school, person)).map(one => one.wanted), ['open']);
  });

  test('nobody reads their own record there; an account that somebody else used stands as being made safe until it is', async () => {
    const person = await holderOf(school, 'ict-lead');
    equal((await (await school.asPerson(person)).get(`${at}/accounts/${person}`)).status, 404);
    const event = { school: school.school.id, person, by: person, at: school.now(), concern: '0198c0de-0000-7000-8000-000000000002' };
    await school.change(tx => announce(tx, 'account-shut', event));
    match(await read(await school.asPerson(person), `${at}/my-accounts`), /Being made safe .* Somebody else may have used your account/);
    equal((await openSteps(school, person)).length, 0, 'whoever looks into it does it there');
    await school.change(tx => announce(tx, 'account-secured', event));
    match(await read(await school.asPerson(person), `${at}/my-accounts`), /Nothing is switched off, taken away or limited/);
  });

  test('what the school gives people is its own list from the day it says so', async () => {
    match(await read(it!, `${at}/accounts/list`), /These are the things that its rules name/);
    equal((await it!.post(`${at}/accounts/list`, { keys: ['email', 'network'], own: 'Door card\nLibrary' })).status, 303);
    match(await read(it!, `${at}/accounts/${family.child.id}`), /School e-mail .* Door card .* Library/);
  });

  test('a person’s file holds how their accounts stood, and forgetting them leaves nothing of it', async () => {
    const feature = accounts(school.shared);
    match(JSON.stringify(await school.read(tx => feature.exportPerson!(tx, family.child.id))), /inside-only/);
    await school.change(tx => feature.erasePerson!(tx, family.child.id));
    deepEqual([await school.read(tx => holdsOf(tx, [family.child.id])), await school.read(tx => stepsOf(tx, [family.child.id]))], [[], []]);
  });
});

test('the school takes a log-in of the learning platform back: with reason and name, the parent is told, and it comes back only anew', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const [office, parent] = [await holderOf(school, 'office'), await personOf(school, 'parent')];
    const desk = await school.asPerson(office);
    const here = `/village-primary/accounts/${parent}`;
    equal((await (await school.as('teacher')).get(here)).status, 404);
    match(await read(desk, here), /Take something away, or switch it off/);
    match(await read(desk, `${here}/take`), /Take away: The learning platform/);
    equal((await desk.post(`${here}/take`, { way: 'revoke-account email', cause: 'decision', reason: 'Because.' })).status, 422, 'the rule speaks of the learning platform alone');
    equal((await desk.post(`${here}/take`, { way: 'revoke-account learning-platform', cause: 'decision', reason: 'Pictures were passed on.' })).status, 303);
    const record = await school.read(async tx => recordOf(tx, { school: school.school, today: school.today(), vocabulary: school.shared.vocabulary, reader: { ...NOBODY, ...await readerOf(tx, { person: office, today: school.today(), vocabulary: school.shared.vocabulary }) } }, parent));
    deepEqual(record!.holds.map(hold => [hold.reason, hold.begunBy, hold.clause]), [['Pictures were passed on.', office, 'village-primary/learning-platform#losing-a-log-in']]);
    const mother = await school.asPerson(parent);
    match(await read(mother, '/village-primary/my-accounts'), /The learning platform Taken away .* The reason: Pictures were passed on\. The rule: Using the learning platform, \d\.\d/);
    const [letter] = await letters(school, parent);
    if (letter) doesNotMatch(letter.subject + letter.body, /platform|Pictures/);
    const hold = record!.holds[0]!.id;
    equal((await mother.post('/village-primary/my-accounts/ask', { hold, words: 'I did not know. I will not do it again.' })).status, 303);
    match(await read(desk, here), /They ask to have it back I did not know/);
    equal((await desk.post(`${here}/again`, { hold, says: 'kept', reason: 'Let us talk first.' })).status, 303);
    match(await read(mother, '/village-primary/my-accounts'), /The answer: Let us talk first\./);
    equal((await desk.post(`${here}/again`, { hold, says: 'given', reason: '' })).status, 422);
    equal((await desk.post(`${here}/again`, { hold, says: 'given', reason: 'We spoke, and it is agreed.' })).status, 303);
    match(await read(mother, '/village-primary/my-accounts'), /Nothing is switched off, taken away or limited.* We spoke, and it is agreed\./);
    match(await read(desk, here), /Given again: We spoke/);
    equal((await (await school.as('parent')).get('/village-primary/child-mail')).status, 404, 'no rule of this school lets a parent limit mail');
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
