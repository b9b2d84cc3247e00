/** Who is asked what they think of a policy, and who has done a quiz about one. */
import type { Tx } from '../../platform/database/index.ts';
import { fillQuiz } from '../../school/agreements/index.ts';
import { fillConsultation } from '../../school/policies/index.ts';
import type { Stage } from './words.ts';

const ASKED: Readonly<Record<string, { readonly policy: string; readonly by: string; readonly summary: string; readonly answer: string }>> = {
  'prep-school': {
    policy: 'e-safety', by: 'ict-lead', summary: 'We look at this policy before the spring. Is the part about who does what still right, and does everybody named in it know that they are?',
    answer: 'Say who stands in when the Head of IT is away.',
  },
  'village-primary': {
    policy: 'staff-code', by: 'head', summary: 'Before the next review: which of these rules gave you trouble this term, and which could be shorter?', answer: 'The rules about phones on trips could stand in one place.',
  },
};
const QUIZZES: Readonly<Record<string, string>> = { 'prep-school': 'staff-code', 'village-primary': 'staff-code', 'day-school': 'staff-ict-code' };

/** One consultation that takes answers, and two quizzes that were done. */
export async function askAround(tx: Tx, stage: Stage): Promise<void> {
  const { school, vocabulary, today, now } = stage;
  const asked = ASKED[school.pack];
  const dsl = stage.holderOf('dsl');
  if (asked) {
    const answers = dsl === null ? [] : [{ person: dsl, opinion: 'changes' as const, words: asked.answer }];
    await fillConsultation(tx, { school, vocabulary, today, at: now, by: stage.holderOf(asked.by) }, { policy: asked.policy, summary: asked.summary, offices: ['deputy-head', 'dsl', 'head-of-department', 'pshee-team'], kinds: ['governor'], answers });
  }
  const policy = QUIZZES[school.pack];
  for (const [at, persona] of policy ? ['teacher', 'office'].entries() : []) {
    const person = stage.personaOf(persona);
    if (person) await fillQuiz(tx, { school, vocabulary, today, at: now }, { person, policy: policy!, wrong: at });
  }
}
