import { equal, match, ok } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/process.ts';

interface Server {
  readonly child: ChildProcess;
  readonly at: string;
  /** All that it printed before its port was open. */
  readonly first: string;
}

/** The built server in a process group of its own, up to the moment at which its port opens. */
async function start(dataDir: string, port: number): Promise<Server> {
  const env = { ...process.env, NODE_ENV: '', PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: '', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/main.js'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const deadline = Date.now() + 60_000;
  while (!(await isOpen(port))) {
    ok(Date.now() < deadline && child.exitCode === null, `the port did not open:\n${said}`);
    await wait(20);
  }
  return { child, at: `http://localhost:${port}`, first: said };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect({ host: 'localhost', port });
    socket.once('connect', () => { socket.destroy(); resolve(true); }).once('error', () => resolve(false));
  });
}

/** Stops it as a terminal or a service manager would. Returns the milliseconds until the port was free. */
async function stop({ child }: Server, port: number): Promise<number> {
  const asked = Date.now();
  const gone = once(child, 'exit');
  process.kill(-child.pid!, 'SIGTERM');
  while (await isOpen(port)) await wait(10);
  const took = Date.now() - asked;
  await gone;
  return took;
}

/** The sign-in links, one a line, of what was printed. */
const linksIn = (said: string, at: string): string[] => said.split('\n').filter(line => line.startsWith(`${at}/`));

async function signatures(at: string, persona: string): Promise<{ cookie: string; html: string }> {
  const opened = await fetch(persona, { redirect: 'manual' });
  equal(opened.status, 303);
  const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
  return { cookie, html: await (await fetch(`${at}/village-primary/agreements/staff-code`, { headers: { cookie } })).text() };
}

test('a signature given before the server stops is there after it starts again, by the same links, and the port is free at once', async () => {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign again '));
  fs.chmodSync(parent, 0o755);
  const dataDir = path.join(parent, 'data');
  const port = await freePort();
  try {
    const first = await start(dataDir, port);
    const links = linksIn(first.first, first.at);
    ok(links.length > 50, `all links are printed before the port opens:\n${first.first}`);
    ok(links.every(line => /^http:\/\/localhost:\d+\/[a-z-]+\/persona\/\S+ {2}\S/.test(line)));
    const supply = links.find(line => line.includes('Amina Rahman'))!.split(' ')[0]!;
    const { cookie, html } = await signatures(first.at, supply);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
    const signed = await fetch(`${first.at}/village-primary/agreements/staff-code`, {
      method: 'POST', redirect: 'manual', headers: { cookie, origin: first.at },
      body: new URLSearchParams({ typedName: 'Amina Rahman', edition: field('edition'), hash: field('hash'), once: field('once') }),
    });
    equal(signed.status, 303);
    const seal = signed.headers.get('location')!;
    const took = await stop(first, port);
    ok(took < 10_000, `the port was free after ${took} ms`);

    const second = await start(dataDir, port);
    equal(linksIn(second.first, second.at).join('\n'), links.join('\n'));
    const again = await fetch(`${second.at}${seal}`, { headers: { cookie } });
    equal(again.status, 200);
    match(await again.text(), /Amina Rahman/);
    ok((await stop(second, port)) < 10_000);
  } finally {
    fs.rmSync(parent, { recursive: true, force: true });
  }
});
