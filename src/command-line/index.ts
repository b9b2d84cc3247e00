/**
 * Chooses the command and turns what it may say into exit codes: 0 done, 1 findings, 2 a wrong call or
 * something that cannot be read.
 */
import { didYouMean } from '../rulebook/index.ts';
import { refusalInWords } from './faults.ts';
import { WrongCall } from './options.ts';
import type { Command } from './options.ts';

const COMMANDS: Readonly<Record<string, { readonly usage: string; readonly load: () => Promise<{ readonly command: Command }> }>> = {
  check: { usage: 'check policies/ [--on DAY] [--json]', load: () => import('./check.ts') },
  decide: { usage: 'decide --school DIR', load: () => import('./decide.ts') },
  may: { usage: 'may "Can I …?" --school DIR --as teacher [--permission ACT]… [--on DAY] [--json]', load: () => import('./may.ts') },
  analyse: { usage: 'analyse DIR [--json]', load: () => import('./analyse.ts') },
  coverage: { usage: 'coverage [DIR] --inventory FILE [--json]', load: () => import('./coverage.ts') },
  export: { usage: 'export --cedar --school DIR', load: () => import('./export.ts') },
  import: { usage: 'import FILE.docx|pdf|txt', load: () => import('./import.ts') },
  'open-school': { usage: 'open-school --name SCHOOL --head NAME [--email ADDRESS] [--at PLACE]', load: () => import('./open-school.ts') },
  trust: { usage: 'trust --school SCHOOL --under TRUST', load: () => import('./trust.ts') },
  'sign-in-link': { usage: 'sign-in-link --school SCHOOL --person NAME [--forget-passkeys]', load: () => import('./sign-in-link.ts') },
  keys: { usage: 'keys', load: () => import('./keys.ts') },
  verify: { usage: 'verify [FILE.pdf]', load: () => import('./verify.ts') },
};

/** Runs one command with its arguments and gives the exit code. Complaints about the call go to stderr. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    (name === '' ? process.stderr : process.stdout).write(usage());
    return name === '' ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) return refuse(`"${name}" is no command. ${didYouMean(name, Object.keys(COMMANDS), '')}`.trim(), usage());
  if (rest[0] === '--help' || rest[0] === '-h') {
    process.stdout.write(`  countersign ${entry.usage}\n`);
    return 0;
  }
  try {
    const { command } = await entry.load();
    return await command(rest);
  } catch (fault) {
    if (fault instanceof WrongCall) return refuse(fault.message, `  countersign ${entry.usage}\n`);
    const refusal = refusalInWords(fault);
    if (refusal !== undefined) return refuse(refusal, '');
    throw fault;
  }
}

function refuse(message: string, help: string): number {
  process.stderr.write(`countersign: ${message}\n${help}`);
  return 2;
}

function usage(): string {
  return `${Object.values(COMMANDS).map((entry) => `  countersign ${entry.usage}`).join('\n')}\n`;
}
