import { equal, match, throws } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { readConfig } from './config.ts';

test('with nothing set, the school runs on port 4000 of this machine with its data in ./data', () => {
  const config = readConfig({});
  equal(config.port, 4000);
  equal(config.host, 'localhost');
  equal(config.dataDir, path.resolve('data'));
  equal(config.databaseUrl, undefined);
  equal(config.publicUrl, 'http://localhost:4000');
  equal(config.production, false);
});

test('what is set is taken, and an empty setting counts as none', () => {
  const config = readConfig({ PORT: '8080', DATA_DIR: '/srv/my school', DATABASE_URL: 'postgres://a:b@db/school', PUBLIC_URL: 'https://ict.school.example/', NODE_ENV: 'production', HOST: '' });
  equal(config.port, 8080);
  equal(config.dataDir, path.resolve('/srv/my school'));
  equal(config.databaseUrl, 'postgres://a:b@db/school');
  equal(config.publicUrl, 'https://ict.school.example');
  equal(config.host, 'localhost');
  equal(config.production, true);
});

test('every wrong setting is named with what it should be, and a database password is never shown', () => {
  const wrong = { PORT: '70000', NODE_ENV: 'live', DATABASE_URL: 'mysql://root:secret@db/school' };
  throws(() => readConfig(wrong), (error: Error) => {
    match(error.message, /^PORT: "70000" will not do\. Set PORT to a port number from 0 to 65535/m);
    match(error.message, /^NODE_ENV: "live" will not do\. Set NODE_ENV to development, production or test/m);
    match(error.message, /^DATABASE_URL: The value given will not do\./m);
    equal(error.message.includes('secret'), false);
    return true;
  });
});

test('without a mail server mail rests; with one it leaves from an address of the site, from eight in the morning', () => {
  const config = readConfig({ PUBLIC_URL: 'https://ict.school.example' });
  equal(config.smtpUrl, undefined);
  equal(config.mailFrom, 'countersign@ict.school.example');
  equal(config.chaseHour, 8);
  const set = readConfig({ SMTP_URL: 'smtp://name:secret@mail.school.example:587', MAIL_FROM: 'office@school.example', CHASE_HOUR: '16' });
  equal(set.smtpUrl, 'smtp://name:secret@mail.school.example:587');
  equal(set.mailFrom, 'office@school.example');
  equal(set.chaseHour, 16);
  throws(() => readConfig({ SMTP_URL: 'http://name:secret@mail', CHASE_HOUR: '25' }), (error: Error) => {
    match(error.message, /^SMTP_URL: The value given will not do\./m);
    match(error.message, /^CHASE_HOUR: "25" will not do\./m);
    equal(error.message.includes('secret'), false);
    return true;
  });
});
