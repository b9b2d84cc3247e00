/** Who carries out what was granted, how a task stands, and who may do what with it. Pure. */
import { dutyHolders, type Rulebook } from '../../../rulebook/index.ts';
import type { Task, TaskState } from './words.ts';

/** What one may only once somebody of the school has put it in or set it up. */
const CARRIED_OUT = new Set(['install-software', 'download-software', 'install-hardware', 'use-remote-access', 'connect-to-network', 'set-up-school-system']);

/** Who carries it out where no clause says: the first of these that somebody holds. */
const HANDS = ['it-support', 'network-manager', 'ict-lead', 'helpdesk', 'system-manager'] as const;
/** Who is asked in plain words. */
const EARS = ['helpdesk', 'it-support', 'ict-lead', 'network-manager', 'system-manager', 'head'] as const;

/** The offices of IT. */
export const IT_OFFICES: readonly string[] = HANDS;

export interface CarryAsk {
  readonly act: string;
  /** The clauses that ask. */
  readonly clauses: readonly string[];
  /** Offices that somebody holds. */
  readonly held: readonly string[];
  /** The offices of whoever says yes. */
  readonly deciders: readonly string[];
}

/**
 * The office that has to carry out what was granted; null where nobody has to. A clause right after the one that asks
 * may name it ("The network manager sets it up"); else it is whoever does such work here, unless they said yes themselves.
 */
export function carriedOutBy(rulebook: Rulebook, { act, clauses, held, deciders }: CarryAsk): string | null {
  if (!CARRIED_OUT.has(act)) return null;
  const named = clauses.flatMap(id => dutyAfter(rulebook, id)).find(office => held.includes(office));
  if (named !== undefined) return named;
  const office = HANDS.find(one => held.includes(one)) ?? null;
  return office !== null && HANDS.some(one => deciders.includes(one)) ? null : office;
}

function dutyAfter(rulebook: Rulebook, id: string): readonly string[] {
  const clause = rulebook.clauses.get(id as never);
  if (!clause) return [];
  const all = clause.policy.clauses;
  const next = all[all.findIndex(one => one.id === clause.id) + 1];
  const sameSection = next !== undefined && next.headings.join('\n') === clause.headings.join('\n');
  return sameSection ? next.rules.flatMap(dutyHolders) : [];
}

/** Who hears a question or a fault. */
export const earOf = (held: readonly string[]): string => EARS.find(office => held.includes(office)) ?? 'head';

export const taskState = ({ ended, claimedBy }: Pick<Task, 'ended' | 'claimedBy'>): TaskState => ended ?? (claimedBy === null ? 'open' : 'claimed');

/** Whose tasks a reader sees: all for IT and the heads, those of their own offices for others, none without an office. */
export function tasksSeenAs(offices: readonly string[]): 'all' | readonly string[] | null {
  if (offices.some(office => IT_OFFICES.includes(office) || office === 'head' || office === 'deputy-head')) return 'all';
  return offices.length > 0 ? offices : null;
}

/** Whether a reader does such work: the office of the task, or any of IT. */
export const mayDo = (task: Pick<Task, 'office'>, offices: readonly string[]): boolean => offices.some(office => office === task.office || IT_OFFICES.includes(office));

/** A task that nobody has taken on is brought to mind so often at most. */
export const MOST_TASK_REMINDERS = 4;

/** Whether the office is reminded on a school day: from the day after it came, once a day, while nobody has taken it on. */
export const remindsOn = ({ ended, claimedBy, openedOn, reminded, remindedOn }: Pick<Task, 'ended' | 'claimedBy' | 'openedOn' | 'reminded' | 'remindedOn'>, today: string): boolean =>
  ended === null && claimedBy === null && openedOn < today && remindedOn !== today && reminded < MOST_TASK_REMINDERS;
