/** Quizzes that were done before, for an invented school. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { NOBODY } from '../../../platform/web/index.ts';
import { findPerson, widened } from '../../people/index.ts';
import type { Place } from '../reads.ts';
import { answeredOf } from './decisions.ts';
import { keepQuiz } from './deeds.ts';
import { quizView } from './reads.ts';

/** Somebody does the quiz of a document with all answers right but so many. Nothing where they are not asked to sign it, or it has none. */
export async function fillQuiz(tx: Tx, place: Place & { readonly at: Date }, of: { person: string; policy: string; wrong: number }): Promise<void> {
  const person = await findPerson(tx, of.person, place.today);
  if (!person) return;
  const reader = { ...NOBODY, person: person.id, kinds: widened(person.kinds, place.vocabulary), offices: person.offices };
  const view = await quizView(tx, { reader, policy: of.policy, place });
  if (!view) return;
  const said = view.questions.map(({ right }, at) => (at < of.wrong ? (right === 'no' ? 'ask' as const : 'no' as const) : right));
  const { policy, title, editionId, edition } = view.policy;
  await keepQuiz(tx, { school: place.school, by: person.id, at: place.at, today: place.today }, { policy, title, editionId, edition, answers: answeredOf(view.questions, said), once: newId() });
}
