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
