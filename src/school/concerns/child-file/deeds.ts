/** The file of a child who goes to another school: everything that the safeguarding lead may read, packed, with a receipt in each concern. */
import type { Tx } from '../../../platform/database/index.ts';
import { momentInWords } from '../../../platform/days.ts';
import { doingAs, openConcern, openFile } from '../deeds/open.ts';
import { kindWords } from '../kinds.ts';
import { namesIn } from '../reads.ts';
import { share } from '../sharing/deeds.ts';
import type { Asking } from '../words.ts';
import { concernText } from './paper.ts';
import { concernsOfChild } from './store.ts';

export interface FileTo {
  readonly child: string;
  readonly school: string;
  readonly person: string;
}

/** Packs it. Null where there is nothing to give. Whoever the concern is about cannot pack it, and the other offices' concerns stay with them. */
export async function packChildFile(tx: Tx, asking: Asking, to: FileTo): Promise<{ bytes: Uint8Array; concerns: number } | null> {
  const { strToU8, zipSync } = await import('fflate');
  const name = `${to.school}, ${to.person}`;
  const files: Record<string, Uint8Array> = {};
  const codes: string[] = [];
  for (const id of await concernsOfChild(tx, asking.lock.keyOf(to.child))) {
    const opened = await openConcern(tx, asking, id, 'export');
    if (!opened?.whole) continue;
    const { code, kind } = opened.concern;
    codes.push(code);
    files[`${code}.txt`] = strToU8(concernText(opened, kindWords(kind, asking.shared.vocabulary), await namesIn(tx, opened)));
    for (const file of opened.files) { const bytes = await openFile(tx, opened, file.id); if (bytes) files[`${code}-${file.id.slice(-6)}-${file.name.replaceAll(/[^\w.-]+/g, '-')}`] = bytes; }
    await share(tx, doingAs(asking), opened, { to: { outside: name }, name, parts: opened.entries.map(entry => entry.id), reason: 'The child goes to another school, and the file goes along.' });
  }
  if (codes.length === 0) return null;
  files['receipt.txt'] = strToU8(receipt(asking, { name, codes }));
  return { bytes: zipSync(files, { mtime: asking.now }), concerns: codes.length };
}

/** What the next school sends back. */
const receipt = ({ school, now }: Asking, { name, codes }: { name: string; codes: readonly string[] }): string =>
  [`File of a child from ${school.name}`, `For ${name}. Packed ${momentInWords(now)}.`, '', `It holds ${codes.length}: ${codes.join(', ')}.`, '', 'Please write your name and the day below and send this sheet back.', '', 'Received by:', 'Day:', ''].join('\n');
