/** Signatures that were given before Countersign came, or for an invented school: many at once, each kept like any other. */
import { writeAll } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import { newId } from '../../platform/ids.ts';
import { announce } from '../bulletin.ts';
import { refreshAsks, signingPolicy } from './asks/refresh.ts';
import { listAsks } from './asks/store.ts';
import { clauseThatAsks, type Signer } from './deeds.ts';
import { sheetOf } from './shown.ts';
import * as store from './store.ts';
import type { AskRow, Capacity, Channel, Sheet } from './words.ts';

/** One signature to take in. `at` is when it was given; `kinds` what its signer was at the school then. */
export interface Given {
  readonly person: string;
  readonly by: string;
  readonly kinds: readonly string[];
  readonly capacity: Capacity;
  readonly policy: string;
  readonly typedName: string;
  readonly channel: Channel;
  readonly at: Date;
}

/**
 * Takes in signatures of the whole documents in force. One that nobody is asked for is left out.
 * Bring the asks in step first. Costs some ten queries however many there are. Returns how many were taken in.
 */
export async function takeInAgreements(tx: Tx, by: Pick<Signer, 'school' | 'vocabulary' | 'today'>, given: readonly Given[]): Promise<number> {
  const school = by.school.id;
  const asks = await asksOf(tx, [...new Set(given.map(one => one.person))]);
  const sheets = new Map<string, Sheet>();
  const kept: { id: string; sheet: Sheet; one: Given }[] = [];
  for (const one of given) {
    const ask = asks.get(`${one.person} ${one.policy}`);
    const policy = ask && (await signingPolicy(tx, ask.editionId, by.vocabulary));
    if (!policy || (one.capacity === 'guardian' && !ask.countersign)) continue;
    const key = `${ask.editionId} ${one.capacity}`;
    const sheet = sheets.get(key) ?? sheetOf({ id: policy.editionId, number: policy.edition, document: policy.document }, { capacity: one.capacity, clauses: [] });
    sheets.set(key, sheet);
    kept.push({ id: newId(), sheet, one });
  }
  await store.addAgreements(tx, school, kept.map(({ id, sheet, one }) => ({
    ...one, id, signedOn: dayOf(one.at), once: newId(), editionId: sheet.editionId, edition: sheet.edition, clauses: sheet.clauses.map(clause => clause.id),
    textHash: sheet.hash, statement: sheet.statement,
  })));
  await writeAll(tx, kept.map(({ id, sheet, one }) => ({
    school, deed: one.capacity === 'self' ? 'sign-agreement' : 'countersign-agreement', by: one.by, about: id, at: one.at,
    clause: clauseThatAsks(by.school, sheet.document), words: { policy: sheet.title, edition: String(sheet.edition), text: sheet.hash },
  })));
  await refreshAsks(tx, { school, today: by.today, vocabulary: by.vocabulary });
  for (const { sheet, one } of kept) await announce(tx, 'agreement-signed', { school, person: one.person, policy: one.policy, edition: sheet.editionId, at: one.at });
  return kept.length;
}

/** Person and policy → ask; read in parts, for a list of asks has a limit. */
async function asksOf(tx: Tx, persons: readonly string[]): Promise<Map<string, AskRow>> {
  const asks = new Map<string, AskRow>();
  for (let from = 0; from < persons.length; from += 100) {
    for (const ask of await listAsks(tx, persons.slice(from, from + 100))) asks.set(`${ask.person} ${ask.policy}`, ask);
  }
  return asks;
}
