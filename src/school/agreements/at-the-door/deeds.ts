/** Signing at the door: on the tablet at reception, with whoever started it as witness, or by a supply teacher's one-time link. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { ENGLISH } from '../../../platform/languages/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { DoorSigning, Questions } from '../../answers.ts';
import { announce } from '../../bulletin.ts';
import { rulesInForce } from '../../policies/index.ts';
import { refreshAsks } from '../asks/refresh.ts';
import { lockStamp } from '../asks/store.ts';
import { clauseThatAsks } from '../deeds.ts';
import { keepShownIn } from '../in-language/store.ts';
import { addAgreement } from '../store.ts';
import { ticksOn } from '../ticks/asked.ts';
import { allSaid } from '../ticks/decisions.ts';
import { keepTicks } from '../ticks/store.ts';
import type { Sheet } from '../words.ts';
import { asDoorSheet, laySheets } from './sheets.ts';

/** Answers what somebody signs at the door. */
export const sheetsAtDoor = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['sheetsAtDoor'] => async (tx, ask) =>
  (await laySheets(tx, ask, vocabulary)).map(asDoorSheet);

/** Signs what was shown at the door: a row, a line in the logbook and an announcement for each policy; nothing when a text has changed meanwhile. */
export const signAtDoor = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['signAtDoor'] => async (tx, signing) => {
  await lockStamp(tx, signing.school.id);
  const open = (await laySheets(tx, signing, vocabulary)).filter(laid => laid.signedOn === null).map(laid => laid.sheet);
  if (open.some(sheet => !signing.hashes.includes(sheet.hash))) return 'changed';
  if (open.some(sheet => !allSaid(ticksOn(sheet, 'self'), signing.said[sheet.policy] ?? []))) return 'unticked';
  for (const sheet of open) await signOne(tx, signing, sheet);
  const { editions } = await rulesInForce(tx, { school: signing.school, vocabulary, today: signing.today });
  await refreshAsks(tx, { school: signing.school.id, today: signing.today, vocabulary, persons: [signing.person], editions: [...editions.values()].map(edition => edition.id).sort() });
  return 'signed';
};

async function signOne(tx: Tx, signing: DoorSigning, sheet: Sheet): Promise<void> {
  const { school, person, at, today } = signing;
  const id = await addAgreement(tx, {
    school: school.id, person, by: person, capacity: 'self', kinds: signing.kinds, policy: sheet.policy, editionId: sheet.editionId, edition: sheet.edition,
    clauses: sheet.clauses.map(clause => clause.id), whole: sheet.whole, textHash: sheet.hash, statement: sheet.statement, language: sheet.translation?.language ?? ENGLISH.code, channel: signing.channel,
    witness: signing.witness, typedName: signing.typedName, drawing: signing.drawing, signedOn: today, at, once: newId(),
  });
  if (id === null) return;
  await keepTicks(tx, { school: school.id, agreement: id }, ticksOn(sheet, 'self'));
  await keepShownIn(tx, school.id, id, sheet);
  await write(tx, { school: school.id, deed: 'sign-agreement', by: person, about: id, clause: clauseThatAsks(school, sheet.document), at, words: { policy: sheet.title, edition: String(sheet.edition), text: sheet.hash, ...(sheet.translation ? { language: sheet.translation.language } : {}) } });
  await announce(tx, 'agreement-signed', { school: school.id, person, policy: sheet.policy, edition: sheet.editionId, at });
}
