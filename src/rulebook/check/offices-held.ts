/** Offices that policies name and nobody holds, and offices handed round in a circle. */
import type { BoundRule, Finding, Place } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

/** Not held from day to day: they follow from the case, or are everybody. */
const FROM_THE_CASE: ReadonlySet<string> = new Set(['parent', 'pictured-person', 'everyone', 'file-owner', 'staff-member', 'responsible-adult', 'trip-leader', 'teacher', 'line-manager']);

/** What people write where nobody has been found yet. */
const NOBODY = /^(?:|tb[acd]|to be \w+|x{2,}|vacant|vacancy|nobody|unknown|none|n\/a|[-?.]+)$/i;

/** One finding for each office without a holder, at the first place that names it. */
export function checkOfficesHeld({ rulebook, documents }: PackDesk): readonly Finding[] {
  const { school, vocabulary } = rulebook;
  const places = new Map<string, Place>();
  const name = (office: string | undefined, at: Place): void => {
    if (office !== undefined && vocabulary.offices.has(office) && !places.has(office)) places.set(office, at);
  };
  for (const { policy, head } of documents) {
    name(policy.front.owner, head('owner'));
    name(policy.front.approved?.by, head('approved'));
  }
  for (const rule of rulebook.rules) for (const office of officesOf(rule)) name(office, rule.at);
  return [...places].flatMap(([office, at]) => {
    const fault = FROM_THE_CASE.has(office) || vocabulary.offices.get(office)!.outside ? undefined : faultOf(office, school.offices);
    const title = vocabulary.offices.get(office)!.title;
    if (fault === undefined) return [];
    const message = fault === 'circle' ? `The office "${office}" (${title}) is handed round in a circle and nobody holds it.` : `Nobody holds the office "${office}" (${title}).`;
    return [findingAt(at, { severity: 'error', code: 'office-without-holder', message, remedy: `Add ${office}: and who holds it to school.yaml.` })];
  });
}

function officesOf(rule: BoundRule): readonly string[] {
  const named = rule.verb === 'duty-of' ? rule.subject.split(/[+|()\s]+/) : [];
  const authority = (rule.attributes['authority'] ?? '').split(/[+|()\s]+/);
  return [...rule.offices.flat(), ...named, ...authority];
}

function faultOf(office: string, offices: Readonly<Record<string, string>>): 'vacant' | 'circle' | undefined {
  const seen = new Set<string>();
  for (let next = office; ; next = offices[next]!.slice('office:'.length).trim()) {
    if (seen.has(next)) return 'circle';
    seen.add(next);
    const holder = offices[next]?.trim();
    if (holder === undefined || NOBODY.test(holder)) return 'vacant';
    if (!holder.startsWith('office:')) return undefined;
  }
}
