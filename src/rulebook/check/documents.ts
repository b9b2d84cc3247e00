/** Policies beside the texts they were read from. */
import type { Place, Policy } from '../words.ts';
import { passagesOf } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Document, SourceText } from './words.ts';

/** A policy with its passages: from its file where that is given, otherwise from its clauses. */
export function documentOf(policy: Policy, texts: readonly SourceText[]): Document {
  const source = texts.find(({ file }) => file === policy.file);
  return {
    policy,
    passages: source ? passagesOf(source.text, policy.file) : policy.clauses.map(({ text, at }) => passageOfClause(text, at)),
    head: (key) => headOf(policy.file, source?.text, key),
  };
}

function passageOfClause(text: string, at: Place): Passage {
  return { kind: 'paragraph', text, line: at.line, lastLine: at.line, indent: 0, at: () => at };
}

/** The line of a key of the front matter; the head of the file when it is missing. */
function headOf(file: string, text: string | undefined, key: string): Place {
  const rows = (text ?? '').split(/\r\n|\n|\r/, 60);
  const end = rows.findIndex((row, index) => index > 0 && row.trim() === '---');
  const index = rows.findIndex((row, at) => at < end && row.startsWith(`${key}:`));
  return { file, line: index < 0 ? 1 : index + 1, column: 1 };
}
