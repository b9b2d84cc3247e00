/**
 * What every command needs: its options, the paths people typed, today.
 */
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isPack, loadRulebook } from '../packs/index.ts';
import type { LoadedPack } from '../packs/index.ts';
import { today } from '../platform/clock.ts';
import { callerFolder } from '../platform/config.ts';
import { isDay } from '../rulebook/index.ts';
import type { Day } from '../rulebook/index.ts';

/** A command takes its arguments and gives an exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

/** A command was called in a way it does not understand. The message goes to the person who called it. */
export class WrongCall extends Error {}

/** Reads options; an unknown one is a wrong call. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new WrongCall((fault as Error).message.split('. To specify')[0]!);
  }
}

/**
 * A path as the person typed it, from where they stood: npm moves to the project's folder first and leaves the
 * other in INIT_CWD. It comes back short, to be shown.
 */
export function findPath(typed: string): string {
  const from = [callerFolder(), process.cwd()];
  const found = from.map((folder) => resolve(folder, typed)).find((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
  if (found === undefined) throw new WrongCall(`There is no ${typed}.`);
  const short = relative(process.cwd(), found);
  return short === '' ? '.' : short.startsWith('..') ? found : short;
}

/** The same for a file. */
export function findFile(typed: string): string {
  const path = findPath(typed);
  if (statSync(path).isDirectory()) throw new WrongCall(`${typed} is a folder, and a file was expected. Name a file in it.`);
  return path;
}

/** The rulebook of the school in `--school DIR`. How much is wrong with it is said on stderr. */
export function openSchool(typed: string | undefined): LoadedPack {
  if (typed === undefined) throw new WrongCall('Say which school: --school DIR.');
  const dir = findPath(typed);
  if (!isPack(dir)) throw new WrongCall(`${typed} is not a school's folder: it has no school.yaml.`);
  const loaded = loadRulebook(dir);
  const errors = loaded.findings.filter((finding) => finding.severity === 'error').length;
  if (errors > 0) {
    process.stderr.write(`countersign: ${errors} ${errors === 1 ? 'error' : 'errors'} in the policies; a rule that cannot be read counts as "ask". Run: countersign check ${dir}\n`);
  }
  return loaded;
}

/** The day in `--on`, or today where the schools are. */
export function dayOf(typed: string | undefined): Day {
  if (typed === undefined) return today();
  if (!isDay(typed)) throw new WrongCall(`"${typed}" is not a day; write it as 2026-09-01.`);
  return typed;
}

/** Writes to stdout and waits while the reader is slow. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((done) => process.stdout.once('drain', done));
}
