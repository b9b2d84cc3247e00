/** `countersign verify FILE.pdf`: whose seal a document bears, when it was put on, whether a byte has changed, and whether the key is ours. */
import { readFileSync } from 'node:fs';
import { readConfig } from '../platform/config.ts';
import { momentInWords } from '../platform/days.ts';
import { checkSeal, knownSeals, sealFolderIn } from '../platform/seal/index.ts';
import { findFile } from './options.ts';

/** Exit 0 when the document is unchanged under a seal of this installation, else 1. Needs the data folder and no database. */
export async function verifyFile(typed: string): Promise<number> {
  const file = findFile(typed);
  const check = await checkSeal(readFileSync(file));
  if (!check.sealed) {
    process.stdout.write(`${typed}: there is no seal on it.\n`);
    return 1;
  }
  const ours = check.fingerprint !== null && (await knownSeals(sealFolderIn(readConfig().dataDir))).has(check.fingerprint);
  const lines = [
    ['sealed by', check.whose ?? 'it cannot be read'],
    ['sealed on', check.at ? `${momentInWords(check.at)}, by the clock of the computer that sealed it` : 'it does not say'],
    ['unchanged', check.unchanged ? 'yes, every byte' : `NO: ${check.why}`],
    ['key', ours ? 'this installation’s own' : 'NOT this installation’s: anyone can make a seal with any name on it'],
    ['certificate', check.fingerprint ? `SHA-256 ${check.fingerprint}` : 'it cannot be read'],
  ];
  process.stdout.write(`${typed}\n${lines.map(([name, value]) => `  ${name!.padEnd(12)} ${value}`).join('\n')}\n`);
  return check.unchanged && ours ? 0 : 1;
}
