/** What the register of applications makes of a question: the act, and the facts that are on record. Pure. */
import type { Rulebook } from '../../rulebook/index.ts';
import type { AppNamed, AppsNamed } from '../answers.ts';

export const USE = 'use-app';
export const IMPORT = 'import-pupil-data-to-app';
/** So sure of another act, the box is not overruled by a name. */
const SURE = 0.6;
/** Values of the fact `app` that are no application of a name. */
const NO_NAME: ReadonlySet<string> = new Set(['other', 'none', 'on-site-app']);

type Facts = Readonly<Record<string, string | readonly string[]>>;

/** How the box read the question. */
export interface ReadAs { readonly act: string; readonly facts: Facts; readonly confidence: number; readonly unsure: boolean; /** The person has said which act they mean. */ readonly chosen: boolean }

export interface AppsKnown {
  readonly act: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly named: readonly AppNamed[];
  /** The name that is not in the register; empty where one is. */
  readonly unlisted: string;
}

/** What is known of the applications that a question names; null where it names none, or asks about something else. What was typed about them does not count: the register does. */
export function appsOnRecord(rulebook: Rulebook, read: ReadAs, apps: AppsNamed): AppsKnown | null {
  const told = typeof read.facts['app'] === 'string' && !NO_NAME.has(read.facts['app']) ? read.facts['app'] : null;
  const byRules = apps.named.length === 0 && told !== null ? apps.byRules.get(told) : undefined;
  const named = byRules ? [byRules] : apps.named;
  const unlisted = named.length > 0 ? '' : told !== null ? rulebook.vocabulary.facts.get('app')?.values.get(told)?.plain ?? told : apps.unlisted;
  if (named.length === 0 && unlisted === '') return null;
  const act = actOf(rulebook, read, { named: named.length > 0, asksToUse: apps.asksToUse });
  if (act === null) return null;
  const forYou = named.length > 0 && named.every(one => one.standing === 'for-you');
  const open = named.length > 0 && named.every(one => one.standing === 'for-you' || one.standing === 'not-for-you');
  if (act === IMPORT) return { act, named, unlisted, facts: { authorised: forYou && named.every(one => mayHold(rulebook, one.data, [read.facts['data-kind'] ?? 'pupil-data'].flat())) ? 'yes' : 'no' } };
  return { act, named, unlisted, facts: { authorised: open ? 'yes' : 'no', 'grant-held': forYou ? 'yes' : 'no', app: told ?? apps.app } };
}

/** Using it, unless the box is sure of something narrower or the person has said what they mean. */
function actOf(rulebook: Rulebook, read: ReadAs, { named, asksToUse }: { readonly named: boolean; readonly asksToUse: boolean }): string | null {
  if (!read.unsure && (read.act === USE || read.act === IMPORT)) return read.act;
  if (read.chosen) return null;
  const spoken = (rulebook.rulesByAct.get(USE) ?? []).length > 0;
  if (named && asksToUse && (read.unsure || (spoken && read.confidence < SURE))) return USE;
  return !named && read.unsure && spoken ? USE : null;
}

/** Whether data of these kinds may go in: the kind itself is allowed, or a wider one of which it is a part. */
export function mayHold(rulebook: Pick<Rulebook, 'vocabulary'>, allowed: readonly string[], asked: readonly string[]): boolean {
  const within = (value: string): readonly string[] => rulebook.vocabulary.facts.get('data-kind')?.values.get(value)?.within ?? [];
  return asked.length > 0 && asked.every(one => allowed.includes(one) || within(one).some(wide => allowed.includes(wide)));
}

/** What the form of a request begins with: the name of the application. */
export const shownIn = ({ act, named, unlisted }: AppsKnown): readonly (readonly [string, string])[] => [[act === IMPORT ? 'shown.software' : 'shown.application', named[0]?.name ?? unlisted]];
