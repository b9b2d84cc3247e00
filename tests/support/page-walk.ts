/** Readers who sign in by persona links and follow the links they are shown; and what the server takes meanwhile (Linux). */
import { ok } from 'node:assert/strict';
import fs from 'node:fs';

/** Pages that every reader tries; from there they follow links. */
const FIRST_PAGES = ['', '/policies', '/agreements', '/agreements/register', '/people', '/offices', '/me', '/logbook', '/family'];

export interface Walker { readonly school: string; readonly cookie: string }

export interface Walked {
  /** Kinds of page that opened, such as `policies/…/editions`. */
  readonly kinds: ReadonlySet<string>;
  /** Addresses of PDFs that were offered, and one reader each was offered to. */
  readonly documents: ReadonlyMap<string, Walker>;
}

/** Signs in with every persona link that a start printed. */
export const signInAll = (printed: string): Promise<Walker[]> => Promise.all([...printed.matchAll(/^(\S+\/persona\/\S+)/gm)].map(async ([, link]) => {
  const answer = await fetch(link!, { redirect: 'manual' });
  return { school: new URL(link!).pathname.split('/')[1]!, cookie: answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ') };
}));

/** Opens one address as this reader. */
export async function openAs({ cookie }: Walker, address: string, path: string): Promise<{ status: number; type: string; text: string }> {
  const answer = await fetch(new URL(path, address), { headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** So many pages, each reader in turn. Throws where a page answers anything but 200, 303 or 404. */
export async function walkAbout(address: string, readers: readonly Walker[], count: number): Promise<Walked> {
  const [kinds, documents] = [new Set<string>(), new Map<string, Walker>()];
  const ways = readers.map(reader => ({ reader, to: FIRST_PAGES.map(page => `/${reader.school}${page}`), seen: new Set<string>() }));
  for (let read = 0; read < count; read++) {
    const { reader, to, seen } = ways[read % ways.length]!;
    const path = to.shift() ?? '/';
    const { status, type, text } = await openAs(reader, address, path);
    ok([200, 303, 404].includes(status), `${path} answered ${status}`);
    if (status === 200) kinds.add(kindOf(path));
    for (const [, link] of type.startsWith('text/html') ? text.matchAll(/href="(\/[^"#?]+)/g) : []) {
      if (!link!.startsWith(`/${reader.school}/`) || seen.has(link!)) continue;
      seen.add(link!);
      if (link!.endsWith('/pdf')) documents.set(link!, reader);
      // Anywhere among those still to come, the same each time.
      else to.splice((seen.size * 7) % (to.length + 1), 0, link!);
    }
  }
  return { kinds, documents };
}

/** `/school/policies/staff-code/editions` → `policies/…/editions`. */
const kindOf = (path: string): string => path.split('/').slice(2).map((part, at) => (at % 2 === 0 ? part : '…')).join('/');

/** The process that serves: the starter hands over to it and waits. */
export function serverOf(starter: number): string {
  const children = fs.readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ');
  return children.find(child => fs.readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('start.mjs'))!;
}

/** What a process holds in memory, in MB, as Linux counts it (VmRSS). */
export const residentMb = (pid: string): number => Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
