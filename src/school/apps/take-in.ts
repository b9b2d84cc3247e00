/** A register that is there from the start, for an invented school. */
import type { Tx } from '../../platform/database/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { namedByRules } from './decisions.ts';
import { addAppUser, listApplication, type Doing } from './deeds.ts';
import { findApp, groundOf } from './reads.ts';
import type { AppGiven } from './words.ts';

/** An application to put on the list, and who is named for it. */
export interface AppToFill {
  readonly given: AppGiven;
  /** The rules name it: its clauses go along. */
  readonly ruleName?: string;
  readonly users?: readonly string[];
}

/** Puts applications on the list. Returns how many are new. */
export async function fillApps(tx: Tx, doing: Doing & { readonly vocabulary: Vocabulary }, apps: readonly AppToFill[]): Promise<number> {
  const { rulebook } = await groundOf(tx, doing);
  const named = namedByRules(rulebook);
  let filled = 0;
  for (const { given, ruleName, users = [] } of apps) {
    const id = await listApplication(tx, doing, { given, ruleName: ruleName ?? null, clauses: named.find(one => one.ruleName === ruleName)?.clauses ?? [] });
    const app = id === null ? null : await findApp(tx, id);
    if (!app) continue;
    filled += 1;
    for (const person of users) await addAppUser(tx, doing, { app, person, until: null });
  }
  return filled;
}
