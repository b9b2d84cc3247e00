/** What a parent does: says yes or no to a question, beside a signature or by itself. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { School } from '../../../platform/web/index.ts';
import * as store from './store.ts';
import type { Answer, AnswerChannel, Question } from './words.ts';

/** Whose answers they are, about whom, and how they came. The caller has made sure that this adult may agree for the child. */
export interface Answering {
  readonly school: School;
  readonly child: string;
  readonly by: string;
  /** Who puts it down, where that is somebody else. */
  readonly enteredBy?: string;
  readonly policy: string;
  readonly agreement: string | null;
  readonly channel: AnswerChannel;
  readonly at: Date;
  /** The day it was said. */
  readonly today: string;
}

/** Keeps a parent's answers, each with its line in the logbook. A question without a clear answer is left as it was. */
export async function keepAnswers(tx: Tx, of: Answering, given: readonly { readonly question: Omit<Question, 'words' | 'thing'>; readonly answer: Answer | null }[]): Promise<void> {
  for (const { question, answer } of given) {
    if (answer === null) continue;
    const { act, about, clause } = question;
    await store.addAnswer(tx, of.school.id, { child: of.child, by: of.by, act, about, answer, agreement: of.agreement, channel: of.channel, on: of.today, at: of.at });
    await write(tx, {
      school: of.school.id, deed: 'answer-for-child', by: of.enteredBy ?? of.by, about: of.child, at: of.at, clause: `${of.school.slug}/${of.policy}#${clause}`, words: { act, about, answer },
    });
  }
}
