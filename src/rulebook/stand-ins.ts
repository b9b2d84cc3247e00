/** "Unassigned" and "the school" in a text that names nobody, and the real offices that a school has put in their place. */
import type { Clause, Policy, Rule, SchoolSheet } from './words.ts';

/** The two offices of a text that names nobody. */
export const STAND_INS = ['unassigned', 'school'] as const;
export type StandIn = (typeof STAND_INS)[number];

export const isStandIn = (office: string): office is StandIn => (STAND_INS as readonly string[]).includes(office);

/** How the sheet calls what one clause says: "unassigned staff-code#install". */
export const standInKey = (standIn: StandIn, policy: string, clause: string): string => `${standIn} ${policy}#${clause}`;

/** Whose duty a `duty-of` rule says something is: the offices of "head+governing-body". */
export const dutyHolders = (rule: Rule): readonly string[] => (rule.verb === 'duty-of' ? rule.subject.split(/[|+()\s]+/).filter(Boolean) : []);

type Sheet = Pick<SchoolSheet, 'offices' | 'standIns'>;

/** The office in the place of another, for one clause: what the clause has of its own, and with `all` what holds for every clause. */
function realOffice(office: string, of: { sheet: Sheet; policy: string; clause: string; all: boolean }): string {
  if (!isStandIn(office)) return office;
  const own = of.sheet.standIns?.[standInKey(office, of.policy, of.clause)];
  if (own) return own;
  const holder = of.sheet.offices[office];
  return of.all && holder?.startsWith('office:') ? holder.slice('office:'.length) : office;
}

function ruleNamed(rule: Rule, of: { sheet: Sheet; policy: string; clause: string; all: boolean }): Rule {
  const named = [...rule.offices.flat(), ...rule.who.kinds, ...rule.who.except, ...dutyHolders(rule)];
  const real = (office: string): string => realOffice(office, of);
  if (named.every(office => real(office) === office)) return rule;
  const subject = rule.verb === 'duty-of' ? rule.subject.replaceAll(/[\w-]+/g, real) : rule.subject;
  const each = (names: readonly string[]): string[] => [...new Set(names.map(real))];
  return { ...rule, subject, offices: rule.offices.map(each), who: { kinds: each(rule.who.kinds), except: each(rule.who.except) } };
}

/** A rule with the office that its own clause puts in the place of nobody. What holds for all clauses stays as written: deciding looks it up. */
export const ruleOfClause = (rule: Rule, of: { sheet: Sheet; policy: string; clause: string }): Rule => ruleNamed(rule, { ...of, all: false });

/** A policy as people read it: real offices wherever the school has put them in the place of nobody. The same policy where it names none. */
export function withRealOffices(policy: Policy, sheet: Sheet): Policy {
  let changed = false;
  const clauses = policy.clauses.map((clause): Clause => {
    const rules = clause.rules.map(rule => ruleNamed(rule, { sheet, policy: policy.id, clause: clause.id, all: true }));
    if (rules.every((rule, at) => rule === clause.rules[at])) return clause;
    changed = true;
    return { ...clause, rules };
  });
  return changed ? { ...policy, clauses } : policy;
}

/** The clauses of a policy that name nobody: which stand-in each has. */
export function clausesOfNobody(policy: Policy): { readonly clause: Clause; readonly standIn: StandIn }[] {
  return policy.clauses.flatMap(clause => STAND_INS.filter(standIn => clause.rules.some(rule => [...rule.offices.flat(), ...rule.who.kinds, ...dutyHolders(rule)].includes(standIn))).map(standIn => ({ clause, standIn })));
}
