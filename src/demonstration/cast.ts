/** Who is who in a model school: made up from its sheet and its plan, the same every time. Pure. */
import { addDays } from '../platform/days.ts';
import type { SchoolSheet } from '../rulebook/index.ts';
import type { NewPerson } from '../school/people/index.ts';
import { addAdult, type Casting, type FamilyTie, type Member } from './casting.ts';
import { chanceFrom, namer } from './names.ts';
import { addFamilies } from './families.ts';
import type { Plan } from './plans.ts';
import { personasOf, type Persona } from './personas.ts';

export interface Cast {
  readonly people: readonly NewPerson[];
  readonly offices: readonly { readonly office: string; readonly person: Member }[];
  readonly families: readonly FamilyTie[];
  readonly personas: readonly Persona[];
}

/** Makes the cast of a school. `seed` is the school's short name; `today` says who is new and how old the pupils' places are. */
export function castSchool(of: { sheet: SchoolSheet; plan: Plan; seed: string; today: string }): Cast {
  const chance = chanceFrom(of.seed);
  const named = [...Object.values(of.sheet.offices).filter(name => !name.startsWith('office:')), ...Object.values(of.plan.named ?? {})];
  const casting: Casting = { plan: of.plan, today: of.today, chance, names: namer(chance, named), people: [], offices: [], families: [] };
  addOfficeHolders(casting, of.sheet);
  addAdults(casting);
  addSchoolOffice(casting);
  const pupils = addFamilies(casting);
  addInspector(casting);
  return { people: casting.people, offices: casting.offices, families: casting.families, personas: personasOf(casting, pupils) };
}

/** What an office-holder is, the telling office first; any other office is held by a teacher. */
const KIND_BY_OFFICE: readonly (readonly [RegExp, string])[] = [
  [/^(ict-lead|network-manager|it-support|helpdesk|system-manager)$/, 'ict'],
  [/^(head|dpo|data-protection-lead)$/, 'staff'],
  [/^(office|registrar|data-manager)$/, 'support-staff'],
  [/^board-of-trustees$/, 'trustee'],
  [/^(chair-of-governors|governing-body)$/, 'governor'],
];

function addOfficeHolders(casting: Casting, sheet: SchoolSheet): void {
  const byName = new Map<string, string[]>();
  for (const office of Object.keys(sheet.offices)) {
    const name = holderOf(sheet, office);
    if (name) byName.set(name, [...(byName.get(name) ?? []), office]);
  }
  for (const [name, offices] of byName) {
    const kind = KIND_BY_OFFICE.find(([pattern]) => offices.some(office => pattern.test(office)))?.[1] ?? 'teacher';
    const person = addAdult(casting, { name, kind, yearsHere: 2 + Math.floor(casting.chance() * 9) });
    for (const office of offices) casting.offices.push({ office, person });
  }
}

/** The person who holds an office, by way of other offices where the sheet says so. */
function holderOf(sheet: SchoolSheet, office: string, steps = 0): string | undefined {
  const holder = sheet.offices[office];
  return holder?.startsWith('office:') && steps < 9 ? holderOf(sheet, holder.slice('office:'.length), steps + 1) : holder;
}

function addAdults(casting: Casting): void {
  const { plan, chance } = casting;
  for (const [kind, count] of Object.entries(plan.adults)) {
    for (let index = 0; index < count; index++) {
      const name = index === 0 ? plan.named?.[kind] : undefined;
      const daysHere = newcomer(kind, index, count);
      addAdult(casting, { kind, ...(name ? { name } : {}), ...(daysHere === undefined ? { yearsHere: Math.floor(chance() * 8) } : { daysHere }) });
    }
  }
  const leaver = addAdult(casting, { kind: 'teacher', yearsHere: 4 });
  casting.people[leaver] = { ...casting.people[leaver]!, leftOn: addDays(casting.today, -30) };
}

/** A few came lately: a supply teacher yesterday, a governor five days ago, the last teacher three days ago, the last assistant six weeks ago. */
function newcomer(kind: string, index: number, count: number): number | undefined {
  if (kind === 'supply') return 1 + index * 20;
  if (kind === 'governor' && index === 0) return 5;
  if (kind === 'contractor' || kind === 'visitor') return 2;
  if (index === count - 1 && count > 3) return { teacher: 3, 'support-staff': 42 }[kind];
  return undefined;
}

/** Every school has somebody at the front desk; where its sheet names nobody, one of the support staff. */
function addSchoolOffice(casting: Casting): void {
  if (casting.offices.some(({ office }) => office === 'office')) return;
  const held = new Set(casting.offices.map(({ person }) => person));
  const person = casting.people.findIndex(({ kinds }, index) => kinds.includes('support-staff') && !held.has(index));
  if (person >= 0) casting.offices.push({ office: 'office', person });
}

/** An inspector reads for 48 hours: the day of the visit and the next. */
function addInspector(casting: Casting): void {
  const inspector = addAdult(casting, { kind: 'inspector', daysHere: 0 });
  casting.people[inspector] = { ...casting.people[inspector]!, leftOn: addDays(casting.today, 1) };
}
