import { equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

describe('a file that came with something against the law', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(() => school.close());

  test('it is held for the police: nobody opens it, until two take it out together with the reason', async () => {
    const [dsl, head] = [await school.asPerson(await holderOf(school, 'dsl')), await school.asPerson(await holderOf(school, 'head'))];
    const filed = await fileOne(school, { files: [{ name: 'screen.png', type: 'image/png', bytes: Buffer.from('SEEN-IT') }] });
    const here = `/prep-school/concerns/${filed.concerns[0]!}`;
    const file = /files\/([0-9a-f-]{36})"/.exec((await dsl.get(here)).html)![1]!;
    equal((await dsl.get(`${here}/files/${file}`)).html, 'SEEN-IT', 'before anybody found it so, it opens');
    const triage = (illegal: string) => caseOf(dsl, here).send('triage', { kind: 'report-safeguarding-concern', severity: 'very-serious', harm: 'yes', illegal, intent: 'unknown', reasons: 'What it shows.' });
    await triage('yes');
    await triage('no');
    const shut = await dsl.get(`${here}/files/${file}`);
    equal(shut.status, 303, 'saying otherwise later does not free it');
    match((await dsl.get(shut.location!)).html, /This file is held for the police/);
    ok(!(await dsl.get(here)).html.includes(`/files/${file}"`));

    const held = `${here}/files/${file}/held`;
    equal((await dsl.post(held, { reason: 'They came', reference: '' })).status, 422);
    equal((await dsl.post(held, { reason: 'A constable fetches it today.', reference: 'CR/4711' })).status, 303);
    const release = /name="release" value="([0-9a-f-]{36})"/;
    ok(!release.test((await dsl.get('/prep-school/concern-openings')).html), 'nobody agrees to their own asking');
    const waiting = (await head.get('/prep-school/concern-openings')).html;
    match(wordsOf(waiting), /Why: A constable fetches it today\. The reference of the police: CR\/4711/);
    equal((await dsl.post('/prep-school/concern-openings/file', { release: release.exec(waiting)![1]! })).status, 404);
    equal((await dsl.get(`${here}/files/${file}`)).status, 303, 'one alone is not enough');
    equal((await head.post('/prep-school/concern-openings/file', { release: release.exec(waiting)![1]! })).status, 303);
    equal((await head.get(`${here}/files/${file}`)).status, 404, 'whoever agrees does not see it');
    equal((await dsl.get(`${here}/files/${file}`)).html, 'SEEN-IT');
    match((await dsl.get(here)).html, /The file was taken out for the police/);
    const row = (await school.read(tx => sql<{ all: string }>`select row_to_json(r)::text as all from concern_file_release r`.execute(tx))).rows[0]!.all;
    ok(!row.includes('4711') && !row.includes('constable'), 'the reason is locked');

    school.travelTo(new Date(school.now().getTime() + 73 * 3_600_000));
    equal((await (await school.asPerson(await holderOf(school, 'dsl'))).get(`${here}/files/${file}`)).status, 303, 'after its hours it is shut again');
  });
});
