import { equal, match, doesNotMatch } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { adopt, publishedPolicies } from '../../src/school/policies/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const HERE = '/village-primary/policies/learning-platform';
let school: TestSchool;

describe('a policy in other languages', () => {
  before(async () => { school = await openSchool(); });
  after(() => school.close());

  test('a parent reads the rules in Welsh with the English beside each clause, and which of them decides', async () => {
    const english = await school.guest().get(HERE);
    match(english.html, /<a href="[^"]*\?in=cy" lang="cy"[^>]*>Cymraeg<\/a>/);
    doesNotMatch(english.html, /Peidiwch/);
    const { html, status } = await school.guest().get(`${HERE}?in=cy`);
    equal(status, 200);
    match(html, /<h1 lang="cy" dir="ltr">Defnyddio&#39;r platfform dysgu|<h1 lang="cy" dir="ltr">Defnyddio'r platfform dysgu/);
    match(html, /The English text decides/);
    match(html, /<p lang="cy" dir="ltr">Peidiwch â rhoi eich manylion i neb\.[\s\S]{0,300}<p lang="en-GB" dir="ltr">Give your log-in to no one\./);
  });

  test('a translation that lacks a clause is not taken; a whole one waits until the governors approve it', async () => {
    const [head, chair] = [await school.as('head'), await school.as('chair')];
    const english = (await head.get(`${HERE}/translations/template`)).html;
    doesNotMatch(english, /^::/m);
    const polish = english.replaceAll(/\. \{#/g, ' po polsku. {#');
    const lacking = await head.post(`${HERE}/translations`, { language: 'pl', text: polish.replace(/^.*\{#no-sharing\}$/m, '') });
    equal(lacking.status, 422);
    match(lacking.html, /These clauses are missing: no-sharing/);
    match((await head.postAndFollow(`${HERE}/translations`, { language: 'pl', text: polish })).html, /It waits for approval/);
    doesNotMatch((await school.guest().get(`${HERE}?in=pl`)).html, /po polsku/);
    const id = /name="translation" value="([^"]+)"/.exec((await chair.get(`${HERE}/translations`)).html)![1]!;
    equal((await head.post(`${HERE}/translations/approve`, { translation: id })).status, 404);
    match((await chair.postAndFollow(`${HERE}/translations/approve`, { translation: id })).html, /Readers of this language see it now/);
    match((await school.guest().get(`${HERE}?in=pl`)).html, /po polsku/);
    match((await head.get(`${HERE}/translations/${id}/file`)).html, /po polsku\. \{#no-sharing\}/);
    await chair.post(`${HERE}/translations/withdraw`, { translation: id });
    doesNotMatch((await school.guest().get(`${HERE}?in=pl`)).html, /po polsku/);
  });

  test('a clause that the next edition changes stands in English, marked, until it is translated anew', async () => {
    const before = fs.readFileSync(path.resolve('policies/village-primary/learning-platform.md'), 'utf8');
    const markdown = before.replace('edition: "1"', 'edition: "2"').replace('Give your log-in to no one.', 'Give your log-in to nobody at all.').replaceAll('2026-09-14', school.today()).replaceAll('2026-09-08', school.today());
    await school.change(async tx => {
      await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown });
      equal((await publishedPolicies(tx, { school: school.school, vocabulary: school.shared.vocabulary, today: school.today() })).find(one => one.document.id === 'learning-platform')!.edition.number, 2);
    });
    const { html } = await school.guest().get(`${HERE}?in=cy`);
    match(html, /changed since the translation<\/strong><\/p><p lang="en-GB" dir="ltr">Give your log-in to nobody at all\./);
    doesNotMatch(html, /Peidiwch â rhoi eich manylion i neb/);
    match(html, /Gofalwch am eich cyfrinair/);
    match((await (await school.as('head')).get(`${HERE}/translations`)).html, /1 clause is out of date/);
  });
});
