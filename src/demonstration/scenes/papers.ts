/** What hangs on walls, stands beside rules and goes with the policies. */
import type { Tx } from '../../platform/database/index.ts';
import { listPeople, widened } from '../../school/people/index.ts';
import { fillCopy, fillDocument, fillPoster, fillQuestion, rulesInForce } from '../../school/policies/index.ts';
import { namer } from '../names.ts';
import { SCRIPTS } from './script.ts';
import type { Stage } from './words.ts';

/** Posters on walls, a question answered and one that waits, two linked documents and a copy to send. */
export async function layOutPapers(tx: Tx, stage: Stage): Promise<void> {
  const { school, vocabulary, today, now, personaOf } = stage;
  const script = SCRIPTS[school.pack];
  const by = { school, vocabulary, today, at: now, by: stage.holderOf('office') };
  for (const poster of script?.posters ?? []) await fillPoster(tx, by, { ...poster, names: widened([poster.audience], vocabulary) });
  const asker = personaOf('teacher');
  for (const question of asker ? script?.questions ?? [] : []) await fillQuestion(tx, by, { ...question, person: asker!, holderOf: stage.holderOf });
  const policy = (await rulesInForce(tx, stage)).rulebook.policies[0]?.front;
  if (!policy) return;
  await fillDocument(tx, by, { policy: policy.policy, title: 'How to report a worry', owner: policy.owner ?? 'head', address: 'https://example.org/' });
  await fillDocument(tx, by, { policy: policy.policy, title: 'Sheet for lending a laptop', owner: policy.owner ?? 'head', address: null });
  const taken = (await listPeople(tx, { day: today, left: true, limit: 1000 })).map(one => `${one.givenName} ${one.familyName}`);
  const names = namer(stage.chance, taken);
  const family = names.family();
  await fillCopy(tx, by, { folder: stage.sealFolder, policy: policy.policy, name: `${names.given(family)} ${family}`, address: '3 Orchard Row', days: 3 });
}
