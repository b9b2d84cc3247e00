/** What somebody does with a quiz: answers it. It gates nothing, and may be done again. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Signer } from '../deeds.ts';
import { correctIn } from './decisions.ts';
import * as store from './store.ts';
import type { Answered } from './words.ts';

export { forgetQuizzes } from './store.ts';

export interface Doing {
  readonly policy: string;
  readonly title: string;
  readonly editionId: string;
  readonly edition: number;
  readonly answers: readonly Answered[];
  readonly once: string;
}

/** Keeps a quiz with its score, its edition and its day. Sent twice, it is kept once. Null where the page was another's. */
export async function keepQuiz(tx: Tx, by: Pick<Signer, 'school' | 'by' | 'at' | 'today'>, doing: Doing): Promise<string | null> {
  const { policy, title, editionId, edition, answers, once } = doing;
  const correct = correctIn(answers);
  const id = await store.addQuiz(tx, by.school.id, { person: by.by, policy, editionId, edition, questions: answers.length, correct, answers, on: by.today, at: by.at, once });
  if (id === null) {
    const before = await store.findQuizOnce(tx, once);
    return before?.person === by.by ? before.id : null;
  }
  await write(tx, { school: by.school.id, deed: 'do-quiz', by: by.by, about: id, at: by.at, words: { policy: title, edition: String(edition), correct: `${correct}/${answers.length}` } });
  return id;
}
