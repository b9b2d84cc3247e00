import { equal, match } from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after, before, describe } from 'node:test';
import { isPublicAddress, isWebAddress, lookAt } from './index.ts';

test('an address inside a school is not public, in whichever way it is written', () => {
  for (const address of [
    '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fd00::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'ff02::1', 'fe80::1%eth0', 'localhost', '',
  ]) equal(isPublicAddress(address), false, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '193.62.1.1', '2a00:1450:4009::1', '2606:4700::1111']) equal(isPublicAddress(address), true, address);
});

test('only addresses of the web without a name and a password in them are asked', () => {
  for (const address of ['ftp://school.example/x', 'file:///etc/passwd', 'javascript:alert(1)', 'https://head:secret@school.example/', 'school.example', '', 'https://']) equal(isWebAddress(address), false, address);
  equal(isWebAddress('https://www.school.example/policies/privacy.pdf'), true);
});

describe('looking at an address', () => {
  let origin = '';
  let asked: string[] = [];
  const server = http.createServer((request, answer) => {
    asked.push(request.url ?? '');
    const [, what = '', more = ''] = (request.url ?? '').split('/');
    if (what === 'page') answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Edition 3</p>');
    else if (what === 'file') answer.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-');
    else if (what === 'on') answer.writeHead(302, { location: `/on/${Number(more) + 1}` }).end();
    else if (what === 'moved') answer.writeHead(301, { location: '/page' }).end();
    else if (what === 'inside') answer.writeHead(302, { location: 'http://192.168.7.7/' }).end();
    else if (what === 'busy') answer.writeHead(asked.filter(url => url === '/busy').length < 3 ? 503 : 200).end();
    else if (what === 'endless') { answer.writeHead(200, { 'content-type': 'text/html' }); const drip = setInterval(() => answer.write('x'.repeat(100_000)), 1); request.on('close', () => clearInterval(drip)); }
    else if (what === 'silent') return;
    else answer.writeHead(404).end();
  });
  before(async () => {
    await new Promise<void>(done => { server.listen(0, '127.0.0.1', done); });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => { server.closeAllConnections(); server.close(); });

  const here = { mayAsk: (address: string) => address === '127.0.0.1', waitMs: 1, longestMs: 300 };
  const look = (path: string) => { asked = []; return lookAt(`${origin}${path}`, here); };

  test('a page, a file and an address that moved are there; a page that is gone is not', async () => {
    equal(((await look('/page')) as { text: string }).text, '<p>Edition 3</p>');
    equal((await look('/file')).ok, true);
    equal((await look('/moved')).ok, true);
    const gone = await look('/gone');
    equal(gone.ok, false);
    equal(gone.status, 404);
    equal(asked.length, 1);
  });

  test('a server that is busy is asked three times', async () => {
    equal((await look('/busy')).ok, true);
    equal(asked.length, 3);
  });

  test('neither endless redirects nor an endless page nor silence hold it up', async () => {
    match(JSON.stringify(await look('/on/1')), /without an end/);
    equal((await look('/endless')).ok, true);
    match(JSON.stringify(await look('/silent')), /in time/);
  });

  test('it never asks an address inside, not by number, by name or by a redirect', async () => {
    asked = [];
    match(JSON.stringify(await lookAt(`${origin}/page`, { waitMs: 1 })), /public address/);
    match(JSON.stringify(await lookAt(`${origin.replace('127.0.0.1', 'localhost')}/page`, { waitMs: 1 })), /public address/);
    equal(asked.length, 0);
    match(JSON.stringify(await look('/inside')), /public address/);
    match(JSON.stringify(await lookAt('http://8.8.8.8:25/', { waitMs: 1 })), /public address/);
  });
});
