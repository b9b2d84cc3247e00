/**
 * The command line: `countersign check | decide | may | analyse | coverage | export | open-school | verify | keys`.
 */
import { runCommand } from './command-line/index.ts';

// Why: a reader that has seen enough (`… | head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

process.exitCode = await runCommand(process.argv.slice(2));
