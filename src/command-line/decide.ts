/**
 * `countersign decide --school DIR`: one question as JSON on each line in, one answer on each line out, in order.
 */
import { createInterface } from 'node:readline';
import { decide } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/index.ts';
import { readQuestionLine, toAnswerLine, toErrorLine } from './answer-json.ts';
import { WrongCall, openSchool, print, readOptions } from './options.ts';
import { today } from '../platform/clock.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { school: { type: 'string' } });
  if (positionals.length > 0) throw new WrongCall(`"${positionals[0]}" was not expected; questions are read from standard input.`);
  const { rulebook } = openSchool(values.school);
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  let first = true;
  for await (const line of lines) {
    // Why: Windows puts a mark of three bytes before a text.
    await print(`${answerLine(rulebook, first ? line.replace(/^\ufeff/, '') : line)}\n`);
    first = false;
  }
  return 0;
}

function answerLine(rulebook: Rulebook, line: string): string {
  const read = readQuestionLine(line, today());
  if ('error' in read) return toErrorLine(read.error);
  try {
    return toAnswerLine(decide(rulebook, read.question));
  } catch (fault) {
    return toErrorLine(`This question could not be decided: ${(fault as Error).message}`);
  }
}
