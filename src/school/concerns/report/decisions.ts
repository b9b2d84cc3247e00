/** What a story turns out to be: which kinds of thing, and what they are told. Pure. */
import { groupOf, type KindGroup } from '../kinds.ts';
import { LOOK_AFTER_DATA, SAFEGUARDING_OFFICE } from '../routing.ts';
import type { KindTold } from '../words.ts';
import type { Holder, Holders, Story } from './words.ts';

const SAFEGUARDING = 'report-safeguarding-concern';
const DEVICE_LOSS = 'report-device-loss';
const DATA_BREACH = 'report-data-breach';

/** The kinds that a story is: those ticked; a child's safety wherever a child may be harmed or somebody is in danger; and whatever nobody ticked is that too. */
export function kindsIn(story: Pick<Story, 'kinds' | 'danger' | 'child'>): string[] {
  const child = story.child === 'yes' || story.danger === 'yes';
  const kinds = [...story.kinds, ...(child && !story.kinds.includes(SAFEGUARDING) ? [SAFEGUARDING] : [])];
  return kinds.length > 0 ? [...new Set(kinds)] : ['handle-breach'];
}

export interface KindAnswers {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly narrative: string;
  readonly office: string;
}

/**
 * What each kind's readers are told. Of several kinds each has words of its own, and only those who look after children
 * read the whole story. A lost device with personal information that is not known to be encrypted is a data breach as well.
 */
export function toldIn(story: Pick<Story, 'narrative' | 'names'>, answers: readonly KindAnswers[]): KindTold[] {
  const several = answers.length > 1;
  const told = answers.map(({ kind, facts, narrative, office }): KindTold => {
    const whole = !several || kind === SAFEGUARDING;
    return { kind, facts: whole && story.names !== '' ? { ...facts, who: story.names } : facts, ...(several ? { narrative: whole ? story.narrative : narrative } : {}), ...(office === '' ? {} : { office }) };
  });
  const lost = told.find(one => one.kind === DEVICE_LOSS);
  if (!lost || told.some(one => one.kind === DATA_BREACH) || lost.facts['personal-data'] === 'no' || lost.facts['encrypted'] === 'yes') return told;
  if (lost.facts['personal-data'] !== 'yes' && lost.facts['encrypted'] !== 'no') return told;
  const facts = { trigger: 'device-lost', encrypted: lost.facts['encrypted'] || 'no', device: lost.facts['device'] ?? '' };
  return [...told, { kind: DATA_BREACH, facts, narrative: lost.narrative ?? story.narrative }];
}

/** Office-holders, those whom a report must go round most often first: each stands once. `next` is the school's own list of who comes next. */
export function holdersInGroups(holders: readonly Holder[], next: readonly string[]): Holders {
  const lead = (one: Holder): boolean => one.offices.some(office => office === SAFEGUARDING_OFFICE || next.includes(office));
  const keep = (one: Holder): boolean => one.offices.some(office => LOOK_AFTER_DATA.includes(office));
  const others = holders.filter(one => !lead(one));
  return { leaders: holders.filter(lead), keepers: others.filter(keep), others: others.filter(one => !keep(one)) };
}

/** Kinds under the plain headings of what they are about, in the order in which they are offered. */
export function kindsInGroups<K extends { readonly value: string }>(kinds: readonly K[]): { readonly group: KindGroup; readonly kinds: readonly K[] }[] {
  const groups = [...new Set(kinds.map(kind => groupOf(kind.value)))];
  return groups.map(group => ({ group, kinds: kinds.filter(kind => groupOf(kind.value) === group) }));
}
