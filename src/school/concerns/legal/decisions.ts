/** Who decides that the school goes to law, when it may, and who lifts a hold. Pure. */
import type { Rulebook } from '../../../rulebook/index.ts';
import { realOffice, standingFor, type RouteAsk } from '../routing.ts';
import { KEY_OFFICES } from '../two-keys/decisions.ts';
import type { Severity } from '../words.ts';
import type { Hold } from './words.ts';

/** How serious a matter is before the school goes to law. */
const SERIOUS: readonly Severity[] = ['serious', 'very-serious'];
/** Who decides where no rule names anybody. */
const HEAD: readonly string[] = ['head'];
/** Who keeps the list of holds. */
export const KEEPERS: readonly string[] = ['dpo', 'data-protection-lead'];

/** Whether a matter is serious enough. Nobody having said how serious it is means no. */
export const mayGoToLaw = (severity: Severity | null): boolean => severity !== null && SERIOUS.includes(severity);

/** What the rules say of going to law: the clause, and the offices that decide. */
export function legalRule(rulebook: Rulebook, today: string): { readonly clause: string | null; readonly offices: readonly string[] } {
  const rule = rulebook.rules.find(one => one.verb === 'sanction' && one.attributes['level'] === 'legal' && (one.from ?? '') <= today && (one.until === undefined || one.until >= today));
  const offices = (rule?.offices ?? []).flat().map(office => realOffice(office, rulebook));
  return { clause: rule?.clauseId ?? null, offices: offices.length > 0 ? offices : HEAD };
}

/** The offices that decide, round everybody the case is about. */
export const legalDeciders = (offices: readonly string[], of: Pick<RouteAsk, 'holders' | 'settings' | 'about'>): string[] => [...new Set(offices.flatMap(office => standingFor(office, of)?.office ?? []))];

/** The offices of a reader by which they may be the second who lifts a hold. */
export const liftingOffices = (offices: readonly string[]): string[] => [...new Set([...KEY_OFFICES, ...KEEPERS])].filter(office => offices.includes(office));

/** In which office somebody may agree that a hold is lifted: another person than whoever asked, with another office. Null where it is not theirs. */
export const liftsAs = (hold: Pick<Hold, 'liftBy' | 'liftOffice' | 'liftAt' | 'liftedAt' | 'aboutKeys'>, reader: { readonly person: string; readonly key: string; readonly offices: readonly string[] }): string | null =>
  hold.liftAt === null || hold.liftedAt !== null || hold.liftBy === reader.person || hold.aboutKeys.includes(reader.key) ? null : liftingOffices(reader.offices).find(office => office !== hold.liftOffice) ?? null;
