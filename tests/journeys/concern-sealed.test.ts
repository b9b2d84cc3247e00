import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { sql } from '../../src/platform/database/index.ts';
import { lockOf } from '../../src/platform/seal/index.ts';
import { entriesOf, eyesOn } from '../../src/school/concerns/store.ts';
import { fullName, listPeople } from '../../src/school/people/index.ts';
import { addEntry } from '../../src/school/concerns/deeds/case.ts';
import { doingIn, fileOne, holderOf } from '../support/concerns.ts';
import { withoutKeys } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const at = '/day-school';
const NARRATIVE = 'She showed Quincy a bruise behind the chapel.';
const FILE = 'A letter to Quincy about the chapel.';

describe('what is told is sealed', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'day-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const as = async (office: string) => school.asPerson(await holderOf(school, office));

  /** Everything that the database's superuser can read: each table as text, and what stands in bytes as bytes. */
  async function everything(): Promise<Buffer> {
    const client = new pg.Client(school.databaseUrl);
    await client.connect();
    const parts: Buffer[] = [];
    const { rows: roles } = await client.query<{ it: boolean }>('select rolsuper or rolbypassrls as it from pg_roles where rolname = current_user');
    ok(roles[0]!.it, 'the test reads as superuser');
    const { rows: tables } = await client.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from "${name}"`);
      for (const row of rows) for (const value of Object.values(row)) parts.push(value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value) ?? ''));
    }
    await client.end();
    return Buffer.concat(parts);
  }

  test('whoever holds the database and all its rows, but not the keys, finds no word, no name and no file of what was told', async () => {
    const reporter = await holderOf(school, 'data-manager');
    const child = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 1 })))[0]!;
    const { concerns: [id] } = await fileOne(school, { reporter, narrative: NARRATIVE, answers: { where: 'behind the chapel' }, about: [await holderOf(school, 'network-manager')], children: [child.id], files: [{ name: 'quincy.txt', type: 'text/plain', bytes: Buffer.from(FILE) }] });
    const doing = await doingIn(school, await holderOf(school, 'dsl'));
    await school.change(tx => addEntry(tx, doing, { concern: id!, sort: 'note', words: { text: 'Quincy says it was his uncle.' } }));
    const all = await everything();
    ok(all.includes(id!), 'the rows of the concern are among what was read');
    for (const told of ['Quincy', 'quincy', 'chapel', 'bruise', 'uncle', Buffer.from('Quincy').toString('hex'), Buffer.from('Quincy').toString('base64').slice(0, 7)]) equal(all.includes(told), false, told);
    const client = new pg.Client(school.databaseUrl);
    await client.connect();
    const { rows } = await client.query<{ text: string }>('select r::text || c::text || e::text || f::text as text from concern_report r join concern c on c.report_id = r.id join concern_entry e on e.concern_id = c.id join concern_file f on f.concern_id = c.id');
    await client.end();
    for (const person of [reporter, child.id]) for (const row of rows) equal(row.text.includes(person), false, 'no person of the report stands there by id');
    ok(fs.existsSync(path.join(school.shared.sealFolder, 'concerns', `${school.school.id}.key`)));
    const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-other-keys-'));
    const other = await lockOf(elsewhere, school.school.id);
    const entry = (await school.read(tx => entriesOf(tx, id!)))[0]!;
    let said = '';
    try { other.open(entry.locked, entry.id); } catch (fault) { said = (fault as Error).message; }
    match(said, /Without the key nobody can read what was told/);
    fs.rmSync(elsewhere, { recursive: true });
  });

  test('each reading is written down and shown to those who read it', async () => {
    const { concerns: [id] } = await fileOne(school, { files: [{ name: 'letter.txt', type: 'text/plain', bytes: Buffer.from(FILE) }] });
    const dsl = await as('dsl');
    const page = await dsl.get(`${at}/concerns/${id}`);
    const [, file] = /files\/([0-9a-f-]{36})/.exec(page.html)!;
    const letter = await dsl.get(`${at}/concerns/${id}/files/${file}`);
    equal(letter.html, FILE);
    equal((await (await as('head')).get(`${at}/concerns/${id}/files/${file}`)).status, 404);
    const again = await dsl.get(`${at}/concerns/${id}`);
    equal((again.html.match(/>The page</g) ?? []).length, 2);
    equal((again.html.match(/>A file</g) ?? []).length, 1);
  });

  test('a few parts are shared with the head for a reason, who reads those alone and until it ends', async () => {
    const { concerns: [id] } = await fileOne(school, { narrative: NARRATIVE });
    const dsl = await as('dsl');
    const doing = await doingIn(school, await holderOf(school, 'dsl'));
    const part = await school.change(tx => addEntry(tx, doing, { concern: id!, sort: 'note', words: { text: 'He needs a place near the door.' } }));
    const refused = await dsl.post(`${at}/concerns/${id}/share`, { to: 'office head', reason: 'She has to arrange it.' });
    equal(refused.status, 422);
    match(refused.html, /Tick what they get/);
    equal((await dsl.post(`${at}/concerns/${id}/share`, { to: 'office head', parts: part, reason: 'She has to arrange it.' })).status, 303);
    const head = await as('head');
    const { html } = await head.get(`${at}/concerns/${id}`);
    match(html, /near the door/);
    doesNotMatch(html, /bruise|Who has read it|Talking and sharing/);
    equal((await head.get(`${at}/concerns/${id}/share`)).status, 404, 'what was shared is not shared on');
    const eye = (await school.read(tx => eyesOn(tx, [id!]))).find(one => one.why === 'shared')!;
    equal((await dsl.post(`${at}/concerns/${id}/end-share`, { eye: eye.id })).status, 303);
    equal((await head.get(`${at}/concerns/${id}`)).status, 404);
  });

  test('what goes to the police is printed with a receipt, and nobody it is about can be given it', async () => {
    const network = await holderOf(school, 'network-manager');
    const { concerns: [id] } = await fileOne(school, { narrative: NARRATIVE, about: [network] });
    const dsl = await as('dsl');
    const form = await dsl.get(`${at}/concerns/${id}/share`);
    doesNotMatch(form.html, new RegExp(`person ${network}|office network-manager`));
    match(form.html, /value="office head"/);
    doesNotMatch(form.html, /office (police|children-social-care|outside-agency|service-provider|school|file-owner)"/, 'who stands in for the police here is not the police');
    const told = /value="([0-9a-f-]{36})"/.exec(form.html)![1]!;
    equal((await dsl.post(`${at}/concerns/${id}/share`, { to: `person ${network}`, parts: told, reason: 'A mistake.' })).status, 422);
    const given = await dsl.postAndFollow(`${at}/concerns/${id}/share`, { to: 'outside', outside: 'The police, PC Adeola', parts: told, reason: 'They look into it.' });
    match(given.html, /Given to The police, PC Adeola/);
    match(given.html, /bruise/);
    match((await dsl.get(`${at}/concerns/${id}`)).html, /Given outside/);
  });

  test('whoever told it is asked something, answers, and is told what became of it, without seeing the case', async () => {
    const reporter = await holderOf(school, 'data-manager');
    const { report, concerns: [id] } = await fileOne(school, { reporter, narrative: NARRATIVE });
    const dsl = await as('dsl');
    equal((await dsl.post(`${at}/concerns/${id}/talk`, { text: 'Which day was it?', sort: 'question' })).status, 303);
    const told = await school.asPerson(reporter);
    match((await told.get(at)).html, /You are asked something/);
    match((await told.get(`${at}/my-reports/${report}`)).html, /Which day was it\?/);
    equal((await told.post(`${at}/my-reports/${report}/${id}`, { text: 'Monday.' })).status, 303);
    match((await dsl.get(`${at}/concerns/${id}`)).html, /Answer of whoever told it[^]*Monday\./);
    doesNotMatch((await told.get(at)).html, /You are asked something/);
    equal((await told.get(`${at}/concerns/${id}`)).status, 404);
  });

  test('two offices together open the concern of somebody who is away; it is told, written down, and ends', async () => {
    const { concerns: [id], told: [one] } = await fileOne(school, { narrative: NARRATIVE });
    const [head, chair, dpo] = [await as('head'), await as('chair-of-governors'), await as('dpo')];
    const asks = await head.postAndFollow(`${at}/concern-openings`, { code: one!.code.toLowerCase(), reason: 'She is ill, and social care is on the telephone.' });
    match(asks.html, /If there is such a concern/);
    equal((await head.get(`${at}/concerns/${id}`)).status, 404, 'one office alone opens nothing');
    const waiting = await chair.get(`${at}/concern-openings`);
    match(waiting.html, /social care is on the telephone/);
    const starts = async (client: Client) => (await client.get(at)).html.includes('Waiting for a second office');
    deepEqual([await starts(head), await starts(chair)], [false, true], 'the start page says so, to whoever may be the second');
    const opening = /name="opening" value="([^"]+)"/.exec(waiting.html)![1]!;
    equal((await head.post(`${at}/concern-openings/agree`, { opening })).status, 404, 'nobody agrees with themselves');
    const person = await holderOf(school, 'head');
    const headUntil = (until: string | null) => school.change(tx => sql`update office_holder set until_day = ${until}::date where office = 'head' and person_id = ${person}`.execute(tx));
    await headUntil('2026-11-22');
    equal((await chair.post(`${at}/concern-openings/agree`, { opening })).status, 404, 'whoever asked is head no longer');
    await headUntil(null);
    equal((await chair.post(`${at}/concern-openings/agree`, { opening })).status, 303);
    equal((await dpo.post(`${at}/concern-openings/agree`, { opening })).status, 404, 'it is open already');
    for (const reader of [head, chair]) match((await reader.get(`${at}/concerns/${id}`)).html, /bruise/);
    equal((await dpo.get(`${at}/concerns/${id}`)).status, 404);
    match((await (await as('dsl')).get(`${at}/concerns/${id}`)).html, /Opened<\/strong>[^]*social care is on the telephone[^]*Two offices opened it together/);
    const now = school.now();
    school.travelTo(new Date(now.getTime() + 73 * 3_600_000));
    const later = (await (await as('head')).get(`${at}/concerns/${id}`)).status;
    school.travelTo(now);
    equal(later, 404);
  });

  test('asking for a concern about oneself looks like asking for one that does not exist', async () => {
    const headPerson = await holderOf(school, 'head');
    const { told: [one] } = await fileOne(school, { about: [headPerson] });
    const head = await as('head');
    const replies = [];
    for (const code of [one!.code, 'ZZZZ-ZZZZ']) { const { html, status } = await head.postAndFollow(`${at}/concern-openings`, { code, reason: 'I would like to look at it.' }); replies.push([status, withoutKeys(html)]); }
    deepEqual(replies[0], replies[1]);
    equal((await (await as('dpo')).get(`${at}/concern-openings`)).html.includes(one!.code), false);
  });

  test('what the school sets holds from its day: when it goes on, who comes next, whom to ring', async () => {
    const chair = await as('chair-of-governors');
    equal((await (await as('head')).get(`${at}/concern-settings`)).status, 404, 'the head does not set what happens to concerns about the head');
    const given = { safeguarding: '15', other: '600', next: 'head\ndeputy head academic\nchair of governors', openingHours: '24', openedHours: '24', officerName: 'Council safeguarding desk', officerNumber: '01632 960000', officerHours: 'weekdays' };
    equal((await chair.post(`${at}/concern-settings`, { ...given, next: 'the wizard' })).status, 422);
    equal((await chair.post(`${at}/concern-settings`, given)).status, 303);
    const { concerns: [id] } = await fileOne(school, { about: [await holderOf(school, 'dsl')] });
    deepEqual((await school.read(tx => eyesOn(tx, [id!]))).map(eye => eye.office), ['head']);
    const { concerns: [other] } = await fileOne(school, { kinds: [{ kind: 'handle-breach', facts: {} }], about: [await holderOf(school, 'head')] });
    deepEqual((await school.read(tx => eyesOn(tx, [other!]))).map(eye => eye.office), ['deputy-head-academic']);
    const second = await (await as('data-manager')).post(`${at}/something-happened`, { danger: 'no', narrative: 'They did it together.', about: [await holderOf(school, 'head'), await holderOf(school, 'chair-of-governors')] });
    match(second.html, /Council safeguarding desk[^]*01632 960000/);
    equal((await chair.post(`${at}/concern-settings`, { ...given, safeguarding: '60' })).status, 303);
    match((await chair.get(`${at}/concern-settings`)).html, /value="60"/);
  });

  test('a child’s file goes to the next school with its history, its files and a receipt, and without notes for a few', async () => {
    const [child] = await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 1, offset: 3 }));
    const { concerns: [id], told: [one] } = await fileOne(school, { narrative: NARRATIVE, children: [child!.id], files: [{ name: 'letter.txt', type: 'text/plain', bytes: Buffer.from(FILE) }] });
    const { told: [about] } = await fileOne(school, { narrative: 'Not hers to read.', children: [child!.id], about: [await holderOf(school, 'dsl')] });
    const doing = await doingIn(school, await holderOf(school, 'dsl'));
    await school.change(tx => addEntry(tx, doing, { concern: id!, sort: 'restricted-note', words: { text: 'Only for me.', for: [] } }));
    const dsl = await as('dsl');
    match((await dsl.get(`${at}/child-file`)).html, /within 5 school days/);
    equal((await (await as('head')).get(`${at}/child-file`)).status, 404);
    equal((await dsl.post(`${at}/child-file`, { child: 'Nobody Whatever', school: 'High Lea School', person: 'Ms Ode' })).status, 422);
    const given = { child: fullName(child!), school: 'High Lea School', person: 'Ms Ode' };
    const choice = (await dsl.post(`${at}/child-file`, given)).html;
    deepEqual([...choice.matchAll(/name="concerns"[^>]*value="([^"]+)"/g)].map(found => found[1]), [id]);
    equal((await dsl.post(`${at}/child-file`, { ...given, chosen: 'yes' })).status, 422);
    const packed = await dsl.post(`${at}/child-file`, { ...given, chosen: 'yes', concerns: id! });
    equal(packed.status, 200);
    const files = unzipSync(packed.bytes!);
    const text = (name: string) => Buffer.from(files[Object.keys(files).find(key => key.endsWith(name))!]!).toString();
    match(text(`${one!.code}.html`), /bruise[^]*Children it may concern[^]*What happened, in order/);
    equal(text('letter.txt'), FILE);
    match(text('receipt.txt'), /High Lea School, Ms Ode[^]*Received by/);
    const all = Object.values(files).map(bytes => Buffer.from(bytes).toString()).join();
    for (const never of ['Only for me', 'Not hers to read', about!.code]) equal(all.includes(never), false, never);
    match((await dsl.get(`${at}/concerns/${id}`)).html, /Given outside[^]*High Lea School, Ms Ode/);
  });
});
