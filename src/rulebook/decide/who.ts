/**
 * The asker: which rules bind them, and which offices they may not ask themselves.
 */
import type { OfficeGroups, Rulebook, Vocabulary, Whom } from '../words.ts';

export interface Asker {
  /** Every kind and office the asker is, with the wider kinds. */
  readonly names: ReadonlySet<string>;
  /** Offices whose permission would be their own. */
  readonly own: ReadonlySet<string>;
}

/** Offices whose holders are not staff of the school, with the kind they are instead (if any). */
const NOT_STAFF: Readonly<Record<string, string | undefined>> = {
  'governing-body': 'governor', 'chair-of-governors': 'governor', 'board-of-trustees': 'trustee', parent: 'parent',
  'pictured-person': undefined, everyone: undefined, unassigned: undefined, 'file-owner': undefined,
  'responsible-adult': undefined, 'designated-officer': undefined,
};
/** Offices whose holders look after the school's ICT. */
const ICT_OFFICES: ReadonlySet<string> = new Set(['ict-lead', 'network-manager', 'it-support', 'helpdesk', 'system-manager']);

/** Reads who asks: kinds with all wider kinds, offices with the kinds their holders are. */
export function readAsker(rulebook: Rulebook, who: string | readonly string[]): Asker {
  const { vocabulary } = rulebook;
  const names = new Set<string>();
  const offices = new Set<string>();
  for (const name of typeof who === 'string' ? [who] : who) {
    names.add(name);
    if (vocabulary.kinds.has(name)) addKind(vocabulary, names, name);
    else if (vocabulary.offices.has(name)) {
      offices.add(name);
      addHolder(vocabulary, names, name);
    }
  }
  const own = ownOffices(rulebook, offices);
  for (const office of own) names.add(office);
  return { names, own };
}

function addKind(vocabulary: Vocabulary, names: Set<string>, kind: string): void {
  names.add(kind);
  for (const wider of vocabulary.kinds.get(kind)?.within ?? []) names.add(wider);
}

function addHolder(vocabulary: Vocabulary, names: Set<string>, office: string): void {
  if (vocabulary.offices.get(office)?.outside) return;
  const kind = office in NOT_STAFF ? NOT_STAFF[office] : ICT_OFFICES.has(office) ? 'ict' : 'staff';
  if (kind !== undefined) addKind(vocabulary, names, kind);
}

/** The offices asked as, and every other office that the same person holds. */
function ownOffices(rulebook: Rulebook, offices: ReadonlySet<string>): ReadonlySet<string> {
  const holders = rulebook.school.offices;
  const own = new Set(offices);
  const person = (office: string, steps = 0): string => {
    const holder = holders[office];
    if (holder === undefined) return `office:${office}`;
    return holder.startsWith('office:') && steps < 9 ? person(holder.slice('office:'.length), steps + 1) : holder;
  };
  const people = new Set([...offices].map((office) => person(office)));
  for (const office of Object.keys(holders)) if (people.has(person(office))) own.add(office);
  return own;
}

/** Whether a rule speaks to the asker. */
export function isBound(asker: Asker, whom: Whom): boolean {
  if (whom.except.some((name) => asker.names.has(name))) return false;
  return whom.kinds.length === 0 || whom.kinds.some((name) => asker.names.has(name));
}

/** Whether the asker holds one of the offices named. */
export function holdsOneOf(asker: Asker, groups: OfficeGroups): boolean {
  return groups.some((group) => group.some((office) => asker.names.has(office)));
}

/**
 * Whom this asker may ask. No office-holder approves their own request: their own offices are taken out, and where
 * nobody is left the head decides; for the head, the chair of governors; for the chair, the governing body.
 */
export function approversFor(asker: Asker, groups: OfficeGroups): OfficeGroups {
  if (asker.own.size === 0) return groups;
  return groups.map((group) => {
    const others = group.filter((office) => !asker.own.has(office));
    return others.length > 0 ? others : [standIn(asker)];
  });
}

function standIn(asker: Asker): string {
  return ['head', 'chair-of-governors'].find((office) => !asker.own.has(office)) ?? 'governing-body';
}
