import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import test, { after, afterEach, before, beforeEach, describe } from 'node:test';
import { addSchool, inSchool, readSchool, sql, type Tx } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { countMail, listMail, MOST_TRIES, putInOutbox, sendDue, smtpCarrier, tryAgain, WAITS_MINUTES, type Letter } from '../../src/platform/mail/index.ts';
import { freshDatabase, type FreshDatabase } from '../database/fresh.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const EIGHT = Date.parse('2026-11-23T08:00:00Z');
const minute = (minutes: number): Date => new Date(EIGHT + minutes * 60_000);

describe('mail', () => {
  let fresh: FreshDatabase;
  let office: PostOffice;
  let school: string;
  let minutes = 0;
  before(async () => { office = await openPostOffice(); });
  after(() => office.close());
  afterEach(() => fresh.close());
  beforeEach(async () => {
    fresh = await freshDatabase();
    minutes = 0;
    office.taken.length = 0;
    school = newId();
    await addSchool(fresh.db, { id: school, slug: `s${school.slice(-8)}`, name: 'A school', pack: 'village-primary' });
  });

  const change = <T>(work: (tx: Tx) => Promise<T>) => inSchool(fresh.db, school, work);
  const read = <T>(work: (tx: Tx) => Promise<T>) => readSchool(fresh.db, school, work);
  const letter = (more: Partial<Letter> = {}): Letter => ({ kind: 'reminder', person: null, to: 'grace@home.example', subject: 'Something to sign', body: 'Sign in: {site}/x/sign-in\n', once: newId(), ...more });
  const write = (...letters: Letter[]) => change(tx => putInOutbox(tx, { school, at: minute(minutes) }, letters));
  const send = (carrier = smtpCarrier({ url: office.url, from: 'countersign@school.example' })) => sendDue({ db: fresh.db, carrier, site: 'https://school.example', now: () => minute(minutes) });
  const mails = () => read(tx => listMail(tx, { state: null, limit: 50, offset: 0 }));

  test('a mail rests until a mail server is there, and then it leaves, once, with a link to the site', async () => {
    await write(letter());
    deepEqual(await sendDue({ db: fresh.db, carrier: null, site: '', now: () => minute(0) }), { sent: 0, refused: 0 });
    deepEqual(await read(countMail), { rests: 1, sent: 0, failed: 0 });
    await send();
    equal((await send()).sent, 0);
    equal(office.taken.length, 1);
    const [taken] = office.taken;
    equal(taken!.to, 'grace@home.example');
    equal(taken!.subject, 'Something to sign');
    match(taken!.text, /https:\/\/school\.example\/x\/sign-in/);
    match(taken!.text, /^Auto-Submitted: auto-generated/m);
    equal((await mails())[0]!.state, 'sent');
    equal(taken!.messageId, `<${(await mails())[0]!.id}@school.example>`);
  });

  test('a deed that fails writes no mail, and a deed done twice writes one', async () => {
    await change(async tx => { await putInOutbox(tx, { school, at: minute(0) }, [letter()]); throw new Error('the deed failed'); }).catch(() => {});
    equal((await mails()).length, 0);
    const same = letter({ once: 'the same deed' });
    equal(await write(same), 1);
    equal(await write(same), 0);
    equal((await mails()).length, 1);
  });

  test('a mail that is put off is tried again after a wait, not before, and then leaves', async () => {
    await write(letter());
    office.refuse(451);
    deepEqual(await send(), { sent: 0, refused: 1 });
    match((await mails())[0]!.fault ?? '', /come back later/);
    deepEqual(await send(), { sent: 0, refused: 0 });
    minutes = WAITS_MINUTES[0]!;
    deepEqual(await send(), { sent: 1, refused: 0 });
    deepEqual(await read(countMail), { rests: 0, sent: 1, failed: 0 });
  });

  test('a mail nobody will take is tried so many times and then fails, is shown, and can be sent again by hand', async () => {
    await write(letter());
    const away = smtpCarrier({ url: 'smtp://127.0.0.1:1', from: 'countersign@school.example' });
    let tries = 0;
    for (let round = 0; round < 20; round++) {
      tries += (await send(away)).refused;
      minutes += 800;
    }
    equal(tries, MOST_TRIES);
    const [mail] = await mails();
    equal(mail!.state, 'failed');
    ok(mail!.fault);
    equal(await change(tx => tryAgain(tx, mail!.id, minute(minutes))), true);
    equal((await send()).sent, 1);
  });

  test('an address that does not exist is not tried twice, and the reason does not repeat the address', async () => {
    await write(letter());
    office.refuse(550);
    await send();
    const [mail] = await mails();
    equal(mail!.state, 'failed');
    equal(mail!.tries, 1);
    ok(!mail!.fault!.includes('grace@'));
  });

  test('a secret is forgotten once it has left, and once it is too old', async () => {
    await write(letter({ secret: true, body: 'open sesame', expiresAt: minute(15), once: 'left' }));
    await send();
    minutes = 1;
    await write(letter({ secret: true, body: 'open sesame', expiresAt: minute(15), once: 'late' }));
    minutes = 16;
    await sendDue({ db: fresh.db, carrier: null, site: '', now: () => minute(minutes) });
    equal(office.taken.length, 1);
    deepEqual((await mails()).map(mail => mail.state).sort(), ['failed', 'sent']);
    const { rows } = await read(tx => sql<{ body: string }>`select body from mail_outbox`.execute(tx));
    deepEqual(rows.map(row => row.body), ['', '']);
    equal(await change(async tx => tryAgain(tx, (await listMail(tx, { state: 'failed', limit: 1, offset: 0 }))[0]!.id, minute(20))), false);
  });

  test('a sender killed after sending and before saying so is followed by another: the mail comes twice with one Message-ID', async () => {
    await write(letter());
    const child = spawn(process.execPath, [path.resolve('tests/mail/dies-after-sending.ts'), fresh.url, office.url, minute(0).toISOString()], { stdio: 'ignore' });
    const [, signal] = await once(child, 'exit') as [number | null, string | null];
    equal(signal, 'SIGKILL');
    equal(office.taken.length, 1);
    equal((await mails())[0]!.state, 'rests');
    equal((await send()).sent, 0);
    minutes = WAITS_MINUTES[0]!;
    equal((await send()).sent, 1);
    equal(office.taken.length, 2);
    equal(office.taken[0]!.messageId, office.taken[1]!.messageId);
    equal((await mails())[0]!.state, 'sent');
  });
});
