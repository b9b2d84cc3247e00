/** What is done with translations. Each is one change with its logbook line. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId, sha256 } from '../../../platform/ids.ts';
import { read } from '../../../rulebook/index.ts';
import type { By } from '../deeds.ts';
import { readEdition } from '../reads.ts';
import type { Edition } from '../words.ts';
import { faultOf } from './decisions.ts';
import * as store from './store.ts';
import type { Translation, TranslationFault } from './words.ts';

export type Taken = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: TranslationFault };

/** Takes a translation of an edition in, for somebody to approve; `approved` where it was approved with the edition. Every clause of the edition must be there, and no other. */
export async function takeInTranslation(tx: Tx, by: By, given: { edition: Edition; language: string; markdown: string; approved?: boolean }): Promise<Taken> {
  const { edition, language } = given;
  const markdown = `${given.markdown.replaceAll('\r\n', '\n').trim()}\n`;
  const english = readEdition(edition, by.vocabulary).document;
  const fault = english ? faultOf(english, read(markdown, `${edition.policy}.${language}.md`, by.vocabulary).policy) : { why: 'unreadable' as const, clauses: [] };
  if (fault) return { ok: false, fault };
  const id = newId();
  await store.addTranslation(tx, {
    school: by.school.id, id, policy: edition.policy, language, editionId: edition.id, englishHash: edition.textHash, markdown, textHash: sha256(markdown), madeBy: by.by, madeAt: by.at,
  });
  await log(tx, by, 'take-in-translation', { id, policy: edition.policy, language });
  if (given.approved) await approveTranslation(tx, by, { id, policy: edition.policy, language });
  return { ok: true, id };
}

/** From now on readers of the language see it. False where it does not wait for approval. */
export async function approveTranslation(tx: Tx, by: By, translation: Pick<Translation, 'id' | 'policy' | 'language'>): Promise<boolean> {
  if (!(await store.setApproved(tx, translation.id, { person: by.by, at: by.at }))) return false;
  await log(tx, by, 'approve-translation', translation);
  return true;
}

/** Readers see the one before it, or the English. `back` puts it back into use. */
export async function withdrawTranslation(tx: Tx, by: By, translation: Translation, back: boolean): Promise<boolean> {
  if (!(await store.setWithdrawn(tx, translation.id, back ? null : by.at))) return false;
  await log(tx, by, back ? 'put-back-translation' : 'withdraw-translation', translation);
  return true;
}

const log = (tx: Tx, by: By, deed: string, { id, policy, language }: { id: string; policy: string; language: string }) =>
  write(tx, { school: by.school.id, deed, by: by.by ?? 'countersign', about: id, at: by.at, clause: `${by.school.slug}/${policy}`, words: { policy, language } });
