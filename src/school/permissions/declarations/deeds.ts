/** What is done with declarations. Each deed is one change with its logbook line; what somebody wrote stands in no line. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { BY_ITSELF, type Doing } from '../deeds.ts';
import * as store from './store.ts';
import type { Clear, Declaration, DeclarationGiven, End } from './words.ts';

const log = (tx: Tx, { school, by, at }: Doing, line: { deed: string; about: string; clause?: string; words?: Record<string, string> }) => write(tx, { school: school.id, by: by ?? BY_ITSELF, at, ...line });

/** Notes what somebody takes out for a task, after the rules had nothing against it. Returns its id. */
export async function declare(tx: Tx, doing: Doing & { readonly by: string }, of: { readonly given: DeclarationGiven; readonly weighed: Clear }): Promise<string> {
  const { given, weighed } = of;
  const id = await store.addDeclaration(tx, { ...given, school: doing.school.id, person: doing.by, clauses: weighed.because, owners: weighed.owners, on: doing.today });
  const [clause] = weighed.because;
  await log(tx, doing, { deed: 'declare-data-out', about: id, ...(clause ? { clause } : {}), words: { sort: given.sort, 'gone by': given.goneBy } });
  return id;
}

/** It is back, wiped, deleted or shredded. False where that was said before. */
export async function confirmGone(tx: Tx, doing: Doing, of: { readonly declaration: Declaration; readonly on: string; readonly how: End }): Promise<boolean> {
  const { declaration } = of;
  if (!(await store.setGone(tx, { id: declaration.id, on: of.on, how: of.how, saidOn: doing.today }))) return false;
  const [clause] = declaration.clauses;
  await log(tx, doing, { deed: 'confirm-data-gone', about: declaration.id, ...(clause ? { clause } : {}), words: { on: of.on, how: of.how } });
  return true;
}

/** Takes back what was said of its end. */
export async function openAgain(tx: Tx, doing: Doing, declaration: Declaration): Promise<void> {
  await store.reopen(tx, declaration.id);
  await log(tx, doing, { deed: 'take-back-data-gone', about: declaration.id });
}
