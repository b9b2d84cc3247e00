import { doesNotMatch, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { hiddenFields } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const withASchool = async (work: (school: TestSchool) => Promise<void>): Promise<void> => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    await work(school);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
};

const REGISTER = '/prep-school/agreements/register';

test('governors see how many have signed, and no name', () => withASchool(async school => {
  const office = (await (await school.as('office')).get(REGISTER)).html;
  const name = />([A-Z][a-z]+ [A-Z][a-z]+)<\/a><\/span><\/th>/.exec(office)?.[1] ?? 'no name was found';
  match(office, new RegExp(name));
  for (const persona of ['chair', 'governor']) {
    const governor = await school.as(persona);
    const page = await governor.get(REGISTER);
    equal(page.status, 200);
    match(page.html, /Numbers only, no names/);
    doesNotMatch(page.html, new RegExp(name));
    equal((await governor.get(`${REGISTER}/csv`)).status, 404);
  }
}));

test('teachers, pupils and parents find no register', () => withASchool(async school => {
  for (const persona of ['teacher', 'supply', 'pupil', 'parent', 'inspector']) equal((await (await school.as(persona)).get(REGISTER)).status, 404, persona);
  equal((await school.guest().get(REGISTER)).location?.startsWith('/prep-school/sign-in'), true);
}));

test('nobody opens a stranger’s agreement, nor countersigns for a child who is not theirs', () => withASchool(async school => {
  const parent = await school.as('parent');
  const children = [...(await parent.get('/prep-school/family')).html.matchAll(/\/family\/([0-9a-f-]{36})\//g)].map(found => found[1]!);
  const teacher = await school.as('teacher');
  const own = /agreements\/seal\/[0-9a-f-]{36}/.exec((await teacher.get('/prep-school/agreements')).html)![0];
  equal((await teacher.get(`/prep-school/${own}`)).status, 200);
  equal((await (await school.as('supply')).get(`/prep-school/${own}`)).status, 404);
  equal((await (await school.as('head')).get(`/prep-school/${own}`)).status, 200);
  const stranger = /register\/([0-9a-f-]{36})"/.exec((await (await school.as('office')).get(`${REGISTER}?kind=pupil-senior&state=overdue`)).html)![1]!;
  equal(children.includes(stranger), false);
  equal((await parent.get(`/prep-school/family/${stranger}/middle-senior-code`)).status, 404);
}));

test('saying no opens a way to talk, and the office sees it', () => withASchool(async school => {
  const supply = await school.as('supply');
  const address = '/prep-school/agreements/staff-code/decline';
  const form = await supply.get(address);
  match(form.html, /will talk with you about it/);
  equal((await supply.post(address, hiddenFields(form.html))).status, 422);
  const done = await supply.postAndFollow(address, { ...hiddenFields(form.html), reason: 'I do not understand clause 9.2' });
  match(done.html, /declined: talk/);
  match(done.html, /Talk to Headteacher: Judith Balogun-Ward/);
  match((await (await school.as('head')).get(`${REGISTER}?state=declined`)).html, /Tilda Sadiq/);
}));

test('an agreement is taken back by a second press, and stays on record', () => withASchool(async school => {
  const teacher = await school.as('teacher');
  const own = `/prep-school/${/agreements\/seal\/[0-9a-f-]{36}/.exec((await teacher.get('/prep-school/agreements')).html)![0]}`;
  match((await teacher.get(`${own}/withdraw`)).html, /Take back your agreement\?/);
  match((await teacher.postAndFollow(`${own}/withdraw`, { reason: '' })).html, /taken back on 23 November 2026/);
  match((await teacher.get(own)).html, /Taken back on 23 November 2026/);
  equal((await teacher.get(`${own}/withdraw`)).status, 404);
}));

test('the register downloads as a spreadsheet with its filter', () => withASchool(async school => {
  const file = await (await school.as('office')).get(`${REGISTER}/csv?state=overdue&policy=middle-senior-code`);
  const lines = file.html.trim().split('\r\n');
  equal(lines.slice(1).every(line => line.includes(',overdue,')), true);
  equal(lines.length > 1, true);
}));
