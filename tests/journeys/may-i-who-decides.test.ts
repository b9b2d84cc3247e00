import test from 'node:test';
import { deepEqual, match, ok } from 'node:assert/strict';
import { listHolders, listPeople, namesOf } from '../../src/school/people/index.ts';
import { teachersOf } from '../../src/school/agreements/index.ts';
import { openSchool } from '../support/school.ts';

test('a pupil reads the name of the teacher to whom the request goes, not of whoever holds the office at the school', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { own, holders, pupils } = await school.read(async tx => {
      const pupils = await listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], class: '7A', limit: 1 });
      const own = await teachersOf(tx, '7A', school.today());
      return { pupils, own: [...(await namesOf(tx, own)).values()], holders: (await listHolders(tx, school.today())).filter(one => one.office === 'teacher').map(one => one.name) };
    });
    ok(own.length > 0 && holders.length > 0 && !own.some(name => holders.includes(name)), 'the two differ, or nothing is tried here');
    const pupil = await school.asPerson(pupils[0]!.id);
    const decidersIn = (html: string) => { const list = /Who decides<\/h\d>[^]*?<\/ul>/.exec(html)?.[0] ?? ''; return [...own, ...holders].filter(name => list.includes(name)); };
    const said = (await pupil.post('/prep-school/may-i', { question: 'May I print my poster?', act: 'print', 'fact.necessary': 'yes' })).html;
    deepEqual(decidersIn(said), own);
    const form = /href="(\/prep-school\/ask\/print[^"]*)"/.exec(said)?.[1] ?? '';
    deepEqual(decidersIn((await pupil.get(form.replaceAll('&amp;', '&'))).html), own);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('the head, who decides for others, reads that the chair of governors decides for them, as the form says too', async () => {
  const school = await openSchool();
  try {
    const nameOf = async (persona: string) => (await school.personas()).find(one => one.persona === persona)!.name.split(',')[0]!;
    const [headName, chairName] = [await nameOf('head'), await nameOf('chair')];
    const head = await school.as('head');
    const decidersIn = (html: string) => { const list = /Who decides<\/h\d>[^]*?<\/ul>/.exec(html)?.[0] ?? ''; return [headName, chairName].filter(name => list.includes(name)); };
    const said = (await head.post('/village-primary/may-i', { question: 'May I use my own laptop for school?', act: 'use-personal-device', 'fact.purpose': 'school-business' })).html;
    deepEqual(decidersIn(said), [chairName]);
    match(said, /Ask the chair of governors first/);
    const form = /href="(\/village-primary\/ask\/use-personal-device[^"]*)"/.exec(said)?.[1] ?? '';
    deepEqual(decidersIn((await head.get(form.replaceAll('&amp;', '&'))).html), [chairName]);
    deepEqual(decidersIn((await (await school.as('teacher')).post('/village-primary/may-i', { question: 'May I use my own laptop for school?', act: 'use-personal-device', 'fact.purpose': 'school-business' })).html), [headName]);
  } finally {
    await school.close();
  }
});
