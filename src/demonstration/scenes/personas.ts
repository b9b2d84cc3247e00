/** Whom a visitor may be besides: people who only play a part in scenes. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { findPerson, giveOffices } from '../../school/people/index.ts';
import { addPersonas } from '../store.ts';
import { newToken, sha256 } from '../../platform/ids.ts';
import type { Stage } from './words.ts';

/** Offices that have a link of their own where somebody holds them who has none yet. */
const ALSO: readonly (readonly [office: string, role: string])[] = [['data-protection-lead', 'data protection lead'], ['it-support', 'IT support'], ['helpdesk', 'IT helpdesk']];
const COVERS_SINCE = -80;

/** Somebody stands in for the safeguarding lead; and links for them, for IT, for whoever looks after data, and for a junior pupil. */
export async function addMorePersonas(tx: Tx, stage: Stage): Promise<void> {
  const { school, today, now } = stage;
  const found: { readonly persona: string; readonly person: string; readonly role: string }[] = [];
  const deputy = stage.who('teacher 6') ?? stage.who('teacher 5');
  if (deputy !== null && stage.who('dsl') !== null) {
    await giveOffices(tx, { school: school.id, by: stage.who('head') ?? 'countersign', at: now }, [{ office: 'dsl', person: deputy, from: addDays(today, COVERS_SINCE), cover: true }]);
    found.push({ persona: 'deputy-dsl', person: deputy, role: 'deputy safeguarding lead' });
  }
  for (const [office, role] of ALSO) {
    const person = stage.holderOf(office);
    if (person !== null && !stage.isPersona(person) && !found.some(one => one.person === person)) found.push({ persona: office, person, role });
  }
  const pupil = stage.personaOf('pupil');
  const isJunior = pupil !== null && (await findPerson(tx, pupil, today))?.kinds.includes('pupil') === true;
  const junior = isJunior ? null : stage.firstOf('Year 4');
  if (junior !== null) found.push({ persona: 'junior', person: junior, role: 'Year 4 pupil' });
  await addPersonas(tx, school.id, found.map(one => ({ ...one, token: sha256(newToken()).slice(0, 24) })));
}
