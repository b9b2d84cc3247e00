/**
 * Permissions: whether an "ask" is already answered.
 */
import type { OfficeGroups, Permission } from '../words.ts';
import type { ActTable } from './tables.ts';
import { NO, UNKNOWN, YES, and, or } from './logic.ts';
import type { Truth } from './logic.ts';
import { AT_FIRST, readTest } from './values.ts';
import { approversFor } from './who.ts';
import type { Asker } from './who.ts';

/** The raw values of a situation: fact → values. */
export type Situation = ReadonlyMap<string, readonly string[]>;

/** The live permissions for an act that might count. */
export function livePermissions(permissions: readonly Permission[] | undefined, act: string): readonly Permission[] {
  return permissions === undefined || permissions.length === 0 ? NONE
    : permissions.filter((permission) => permission.live && permission.act === act);
}
const NONE: readonly Permission[] = [];

/** Whether a permission covers the situation: each of its facts is met. Unknown facts leave it unknown. */
function covers(table: ActTable, permission: Permission, situation: Situation): Truth {
  let covered: Truth = YES;
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

/** The facts that a permission's reach hangs on and the situation leaves open. */
export function openFacts(permissions: readonly Permission[], situation: Situation): readonly string[] {
  return permissions.flatMap((permission) => Object.keys(permission.facts ?? {}).filter((name) => !situation.has(name)));
}

/**
 * Whether each group of offices has said yes. A permission without office counts for whichever the rule names, save
 * where that could only be the asker's own office.
 */
export function permitted(table: ActTable, asker: Asker, groups: OfficeGroups, held: { permissions: readonly Permission[]; situation: Situation }): readonly Truth[] {
  const approvers = approversFor(asker, groups);
  return approvers.map((group, index) => {
    let answered: Truth = NO;
    const replaced = !groups[index]!.some((office) => group.includes(office));
    for (const permission of held.permissions) {
      const counts = permission.office === undefined ? !replaced : group.includes(permission.office);
      if (counts) answered = or(answered, covers(table, permission, held.situation));
    }
    return answered;
  });
}
