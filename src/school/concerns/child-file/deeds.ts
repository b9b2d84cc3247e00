/** The file of a child who goes to another school: what the safeguarding lead may read and chooses, packed, with a receipt in each concern. */
import type { Tx } from '../../../platform/database/index.ts';
import { momentInWords } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { caseView } from '../case/reads.ts';
import { clockLines } from '../clocks/reads.ts';
import { note } from '../deeds/note.ts';
import { doingAs, openConcern, openFile } from '../deeds/open.ts';
import { namesIn } from '../reads.ts';
import { share } from '../sharing/deeds.ts';
import type { Asking, Opened } from '../words.ts';
import { concernPage } from './paper.ts';
import { addChildFile, concernsOfChild } from './store.ts';
import type { FileState, FileWords } from './words.ts';

export interface FileTo {
  readonly child: string;
  readonly school: string;
  readonly person: string;
  /** Ids of the concerns that go along. */
  readonly concerns: readonly string[];
}

/** Packs it. Null where there is nothing to give. Whoever the concern is about cannot pack it, and the other offices' concerns stay with them. */
export async function packChildFile(tx: Tx, asking: Asking, to: FileTo): Promise<{ bytes: Uint8Array; concerns: number } | null> {
  const { strToU8, zipSync } = await import('fflate');
  const name = `${to.school}, ${to.person}`;
  const files: Record<string, Uint8Array> = {};
  const codes: string[] = [];
  for (const id of await concernsOfChild(tx, asking.lock.keyOf(to.child))) {
    const opened = to.concerns.includes(id) ? await openConcern(tx, asking, id, 'export') : null;
    if (!opened?.whole) continue;
    const { code } = opened.concern;
    codes.push(code);
    files[`${code}.html`] = strToU8(await pageOf(tx, asking, opened));
    if (opened.held && opened.files.length > 0) files[`${code}-held.txt`] = strToU8('The files of this concern are held for the police. They do not go along.');
    for (const file of opened.files) { const bytes = await openFile(tx, opened, file.id); if (bytes) files[`${code}-${file.id.slice(-6)}-${file.name.replaceAll(/[^\w.-]+/g, '-')}`] = bytes; }
    await share(tx, doingAs(asking), opened, { to: { outside: name }, name, parts: opened.entries.map(entry => entry.id), reason: 'The child goes to another school, and the file goes along.' });
  }
  if (codes.length === 0) return null;
  await sayOfFile(tx, asking, { child: to.child, state: 'packed', day: asking.today, text: name });
  files['receipt.txt'] = strToU8(receipt(asking, { name, codes }));
  return { bytes: zipSync(files, { mtime: asking.now }), concerns: codes.length };
}

async function pageOf(tx: Tx, asking: Asking, opened: Opened): Promise<string> {
  const { shared, today, now, school } = asking;
  const view = await caseView(tx, asking, opened, shared);
  return concernPage({ view, clocks: clockLines(view.clocks, opened.lock, view.rulebook), vocabulary: shared.vocabulary, names: await namesIn(tx, opened), today, now, school: school.name });
}

/** Says of a child's file that it was packed, that the next school has it, or that nothing is owed. */
export async function sayOfFile(tx: Tx, { school, reader, now, lock }: Asking, of: { readonly child: string; readonly state: FileState; readonly day: string; readonly text: string }): Promise<void> {
  const id = newId();
  await addChildFile(tx, { school: school.id, id, childKey: lock.keyOf(of.child), state: of.state, day: of.day, locked: lock.lock({ text: of.text } satisfies FileWords, id), by: reader.person, at: now });
  await note(tx, { school, at: now }, id);
}

/** What the next school sends back. */
const receipt = ({ school, now }: Asking, { name, codes }: { name: string; codes: readonly string[] }): string =>
  [`File of a child from ${school.name}`, `For ${name}. Packed ${momentInWords(now)}.`, '', `It holds ${codes.length}: ${codes.join(', ')}.`, '', 'Please write your name and the day below and send this sheet back.', '', 'Received by:', 'Day:', ''].join('\n');
