/**
 * Permissions: whether an "ask" is already answered.
 */
import type { OfficeGroups, Permission, Question } from '../words.ts';
import type { ActTable } from './tables.ts';
import { NO, UNKNOWN, YES, and, or } from './logic.ts';
import type { Truth } from './logic.ts';
import { AT_FIRST, readTest } from './values.ts';
import { approversFor } from './who.ts';
import type { Asker } from './who.ts';

/** The raw values of a situation: fact → values. */
export type Situation = ReadonlyMap<string, readonly string[]>;

/** The live permissions for an act that might count: not those given for another use than the one that is meant. */
export function livePermissions({ permissions, act, use }: Pick<Question, 'permissions' | 'act' | 'use'>): readonly Permission[] {
  return permissions === undefined || permissions.length === 0 ? NONE
    : permissions.filter((permission) => permission.live && permission.act === act && (permission.use === undefined || use === undefined || permission.use === use));
}
const NONE: readonly Permission[] = [];

/** What is held, and what the question says of the situation and of the use that is meant. */
export interface Held {
  readonly permissions: readonly Permission[];
  readonly situation: Situation;
  readonly use: string | undefined;
}

/** Whether a permission covers the situation: each of its facts is met, and its use is meant. Unknown facts and a use not spoken of leave it unknown. */
function covers(table: ActTable, permission: Permission, { situation, use }: Held): Truth {
  let covered: Truth = permission.use === undefined || permission.use === use ? YES : UNKNOWN;
  for (const [name, wanted] of Object.entries(permission.facts ?? {})) {
    const fact = table.vocabulary.facts.get(name);
    const values = situation.get(name);
    if (!fact) return NO;
    if (!values) covered = and(covered, UNKNOWN);
    else {
      const test = { fact: name, operator: '=', values: typeof wanted === 'string' ? [wanted] : wanted, at: NOWHERE } as const;
      covered = and(covered, AT_FIRST[readTest(fact, test, values)]!);
    }
  }
  return covered;
}
const NOWHERE = { file: '', line: 1, column: 1 };

/** Whether some permission surely covers the situation. */
export const isHeld = (table: ActTable, held: Held): boolean => held.permissions.some((permission) => covers(table, permission, held) === YES);

/** The facts that a permission's reach hangs on and the situation leaves open; where it is the use, whether it is held. */
export function openFacts({ permissions, situation, use }: Held): readonly string[] {
  return permissions.flatMap((permission) => [
    ...Object.keys(permission.facts ?? {}).filter((name) => !situation.has(name)), ...(permission.use === undefined || permission.use === use ? [] : ['grant-held']),
  ]);
}

/**
 * Whether each group of offices has said yes. A permission without office counts for whichever the rule names, save
 * where that could only be the asker's own office.
 */
export function permitted(table: ActTable, asker: Asker, groups: OfficeGroups, held: Held): readonly Truth[] {
  const approvers = approversFor(asker, groups);
  return approvers.map((group, index) => {
    let answered: Truth = NO;
    const replaced = !groups[index]!.some((office) => group.includes(office));
    for (const permission of held.permissions) {
      const counts = permission.office === undefined ? !replaced : group.includes(permission.office);
      if (counts) answered = or(answered, covers(table, permission, held));
    }
    return answered;
  });
}
