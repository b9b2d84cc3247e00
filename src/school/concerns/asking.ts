/** What a deed or a read of concerns is given, made of what a route was asked. */
import { currentSchool, type School, type Tx } from '../../platform/database/index.ts';
import { lockOf, type Lock } from '../../platform/seal/index.ts';
import type { Asked } from '../../platform/web/index.ts';
import type { Shared } from '../feature.ts';
import type { Asking, Doing } from './words.ts';

/** The lock of a school's concerns. */
export const lockFor = (shared: Pick<Shared, 'sealFolder'>, school: Pick<School, 'id'>): Promise<Lock> => lockOf(shared.sealFolder, school.id);

type Of = Pick<Asked<unknown>, 'reader' | 'school' | 'now' | 'today'>;

/** For `openConcern` and the lists. */
export const askingOf = async ({ reader, school, now, today }: Of, shared: Shared): Promise<Asking> => ({ reader, school, now, today, shared, lock: await lockFor(shared, school) });

/** For the deeds. Signed out, `by` is null. */
export const doingOf = async ({ reader, school, now, today }: Of, shared: Shared): Promise<Doing> => ({ school, by: reader.person, at: now, today, shared, lock: await lockFor(shared, school) });

/** The lock of the school in which this transaction works; null outside any. */
export async function lockIn(tx: Tx, shared: Pick<Shared, 'sealFolder'>): Promise<Lock | null> {
  const school = await currentSchool(tx);
  return school ? lockFor(shared, school) : null;
}
