import { deepEqual, equal, match } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { schoolBySlug } from '../../src/platform/database/index.ts';
import { openSchool } from '../support/school.ts';

/** The tests are built into a folder of their own; the command line is run as it lies in the project. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
const COUNTERSIGN = path.join(projectFolder(), 'src/countersign.ts');

test('whoever keeps the server opens a school, and its head sets a password and is led to a passkey', async () => {
  const school = await openSchool({ pack: 'village-primary', demonstration: false });
  try {
    const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
      const env = { ...process.env, DATABASE_URL: school.databaseUrl, PUBLIC_URL: 'https://countersign.example' };
      return promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', COUNTERSIGN, 'open-school', ...args], { env })
        .then(({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }), (fault: { code: number; stdout: string; stderr: string }) => ({ code: fault.code, out: fault.stdout, err: fault.stderr }));
    };
    match((await run('--name', 'Hollow Lane School', '--head', 'Hedda')).err, /Say which school and who is its head/);
    match((await run('--name', 'Privacy', '--head', 'Hedda Newschool')).err, /A school cannot stand at "privacy"/);
    equal((await run('--name', 'Larkmead', '--at', school.school.slug, '--head', 'Hedda Newschool')).code, 2, 'one is there already');
    const opened = await run('--name', 'St Anne’s, Hollow Lane', '--head', 'Hedda Anne Newschool');
    equal(opened.code, 0, opened.err);
    match(opened.err, /Hedda Anne Newschool, who signs in as hedda\.anne\.newschool/);
    const at = '/st-annes-hollow-lane';
    const link = opened.out.trim().replace('https://countersign.example', '');
    match(link, new RegExp(`^${at}/set-password/`));
    equal((await schoolBySlug(school.db, at.slice(1)))!.name, 'St Anne’s, Hollow Lane');
    const head = school.guest();
    equal((await head.post(link, { password: 'corridor lantern meadow', again: 'corridor lantern meadow' })).status, 303);
    equal((await head.post(`${at}/sign-in`, { name: 'hedda.anne.newschool', password: 'corridor lantern meadow' })).location, at);
    match((await head.get(`${at}/sign-in-settings/second-factor`)).html, /Your office needs one thing more/, 'an office needs a passkey, on the first day too');
    deepEqual([(await school.guest().get(link)).status, (await school.guest().get('/')).html.includes('St Anne’s, Hollow Lane')], [410, true], 'the link works once');
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
