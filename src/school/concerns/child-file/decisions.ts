/** What is still owed of the files of children who left. Pure. */
import { addDays } from '../../../platform/days.ts';
import type { ChildFileRow, Leaver } from './words.ts';

/** A file packed so many days before the child left still counts for that leaving. */
const AHEAD_DAYS = 90;

/** The newest thing said of a child's file since shortly before they left; null where nothing was. */
export const lastSaid = <R extends Pick<ChildFileRow, 'day' | 'at' | 'state'>>(rows: readonly R[], leftOn: string): R | null =>
  rows.filter(row => row.day >= addDays(leftOn, -AHEAD_DAYS)).sort((a, b) => b.at.getTime() - a.at.getTime() || Number(a.state === 'packed') - Number(b.state === 'packed'))[0] ?? null;

/** Whether the file is still owed: until the receipt came back, or somebody said why nothing is owed. */
export const isOwed = ({ last }: Pick<Leaver, 'last'>): boolean => last === null || last.state === 'packed';

/** Those still owed, what falls due first at the head. */
export const owed = (leavers: readonly Leaver[]): Leaver[] => leavers.filter(isOwed).sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name, 'en-GB'));

/** Whether a child only told of it, so that it belongs to somebody else's file: somebody else was harmed and they were not, or they said that it is about a friend. */
export const toldOfAnother = (of: { readonly child: string; readonly reporter: string | null; readonly harmed: readonly string[]; readonly ofFriend: boolean }): boolean =>
  of.reporter === of.child && !of.harmed.includes(of.child) && (of.harmed.length > 0 || of.ofFriend);
