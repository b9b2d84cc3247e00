/** What a reader may open, from every feature's front door. */
import { sayKnown } from '../../platform/languages/index.ts';
import { admits, type Reader } from '../../platform/web/index.ts';
import type { Feature, NavEntry, NavGroup } from '../feature.ts';

/** The pages this reader may open, in order. */
export const navFor = (features: readonly Feature[], reader: Reader): NavEntry[] =>
  features.flatMap(feature => feature.nav ?? []).filter(item => admits(item.who, reader) && (!item.forHolders || reader.offices.length > 0)).sort((a, b) => a.order - b.order)
    .map(item => ({ ...item, text: sayKnown(item.text), ...(item.says ? { says: sayKnown(item.says) } : {}) }));

const GROUPS: readonly { readonly group: NavGroup | undefined; readonly title: string }[] = [
  { group: undefined, title: 'Every day' }, { group: 'rules', title: 'The rules' }, { group: 'signing', title: 'Reading and signing' },
  { group: 'people', title: 'People' }, { group: 'school', title: 'The school' },
];

/** The same pages in their groups; a group without a page is left out. */
export const everythingFor = (features: readonly Feature[], reader: Reader): readonly { readonly title: string; readonly entries: readonly NavEntry[] }[] => {
  const open = navFor(features, reader);
  return GROUPS.map(({ group, title }) => ({ title, entries: open.filter(entry => entry.under === group) })).filter(({ entries }) => entries.length > 0);
};
