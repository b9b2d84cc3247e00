/**
 * Whom to ask and whom to tell when several rules name somebody.
 */
import type { OfficeGroups } from '../words.ts';

/**
 * Asking: a common approver is asked once. Rules that share an approver are narrowed to the offices that satisfy both
 * ("head or deputy" and "head" make "head"). The order of the rules does not matter.
 */
export function mergeAsks(rules: readonly OfficeGroups[]): OfficeGroups {
  const groups: (readonly string[])[] = [];
  for (const rule of rules.toSorted((one, other) => compare(flat(one), flat(other)))) {
    const taken = new Set<number>();
    for (const group of rule) {
      const at = groups.findIndex((known, index) => !taken.has(index) && known.some((office) => group.includes(office)));
      if (at < 0) groups.push(group);
      else groups[at] = groups[at]!.filter((office) => group.includes(office));
      taken.add(at < 0 ? groups.length - 1 : at);
    }
  }
  return withoutWider(groups);
}

function flat(groups: OfficeGroups): string {
  return `${groups.flat().length} ${groups.map((group) => group.join('|')).join('+')}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Telling: everyone named is told; a group that another one already satisfies is left out. */
export function mergeTells(rules: readonly OfficeGroups[]): OfficeGroups {
  return rules.length === 0 ? [] : withoutWider(rules.flat());
}

/** Leaves out a group when another group's any choice already satisfies it. */
function withoutWider(groups: OfficeGroups): OfficeGroups {
  return groups.filter((group, at) => !groups.some((other, index) => index !== at
    && other.every((office) => group.includes(office)) && (other.length < group.length || index < at)));
}
