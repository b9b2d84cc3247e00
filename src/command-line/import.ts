/**
 * `countersign import FILE.docx|pdf|txt`: an old document as the first draft of a policy, on stdout.
 */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { draftPolicy, readDocument, type DocumentKind } from '../documents/index.ts';
import { loadWords } from '../packs/index.ts';
import { WrongCall, findFile, print, readOptions } from './options.ts';

const KINDS: readonly string[] = ['docx', 'pdf', 'txt'] satisfies DocumentKind[];

export async function command(args: readonly string[]): Promise<number> {
  const { positionals } = readOptions(args, {});
  const [typed] = positionals;
  if (typed === undefined || positionals.length > 1) throw new WrongCall('Say which document: a .docx, .pdf or .txt file.');
  const path = findFile(typed);
  const kind = extname(path).slice(1).toLowerCase();
  if (!KINDS.includes(kind)) throw new WrongCall(`${basename(path)} is neither .docx, .pdf nor .txt. Save it as one of these first.`);
  const id = basename(path, extname(path)).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '') || 'policy';
  const words = loadWords(join(import.meta.dirname, '..', '..', 'policies'));
  const parts = await readDocument(readFileSync(path), kind as DocumentKind).catch((fault: Error) => { throw new WrongCall(fault.message); });
  if (parts.length === 0) throw new WrongCall(`There are no words in ${basename(path)}.`);
  await print(draftPolicy(parts, { id, words }));
  process.stderr.write(`${parts.length} parts read. Save this as policies/<school>/${id}.md and run countersign check: it asks for the rule of each clause.\n`);
  return 0;
}
