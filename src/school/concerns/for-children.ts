/** What concerns show to pupils, parents and those who are signed out: gathered here, so that the front door stays short. */
import type { Tx } from '../../platform/database/index.ts';
import { kinds, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, NavEntry, Shared } from '../feature.ts';
import { alarmRoutes } from './account-alarm/routes.tsx';
import { alarmsDecidedBy } from './account-alarm/reads.ts';
import { forgetDecider } from './account-alarm/store.ts';
import { unnamedRoutes } from './anonymous/routes.tsx';
import { lockIn } from './asking.ts';
import { exportChildFile, forgetInChildFiles } from './child-file/store.ts';
import { exportComplaints } from './complaints/reads.ts';
import { complaintRoutes } from './complaints/routes.tsx';
import { forgetComplainer, forgetProcedureMaker } from './complaints/store.ts';
import { exportReleases, forgetInReleases } from './held-files/store.ts';
import { neutralRoutes, NOTERS, PATTERN_READERS } from './neutral/routes.tsx';
import { tellCards } from './tell-someone/cards.tsx';
import { choicesBy } from './tell-someone/reads.ts';
import { HOURS_KEEPERS, tellRoutes } from './tell-someone/routes.tsx';
import { forgetChooser } from './tell-someone/store.ts';

export const childRoutes = (shared: Shared): Feature['routes'] => [...tellRoutes(shared), ...unnamedRoutes(shared), ...alarmRoutes(shared), ...neutralRoutes(shared), ...complaintRoutes(shared)];

export const childNav: readonly NavEntry[] = [
  { text: 'Tell someone', path: '/tell-someone', who: kinds('pupil'), order: 3 },
  { text: 'When somebody reads what pupils tell', path: '/tell-someone/hours', who: HOURS_KEEPERS, order: 83, under: 'school', says: 'Pupils are told it before they write. Say only what is true on every school day.' },
  { text: 'Complaints', path: '/complaints', who: SIGNED_IN, order: 86, under: 'school', says: 'Tell the school what went wrong, and see by when you get an answer and at which stage it is.' },
  { text: 'Neutral notification', path: '/neutral-notification', who: NOTERS, order: 84, under: 'school', says: 'Note in a minute what others could take the wrong way, of yourself or another adult. No penalty comes with it.' },
  { text: 'Named more than once', path: '/neutral-notification/pattern', who: PATTERN_READERS, order: 85, under: 'school', says: 'Whether neutral notifications that you may read name the same person, without a name until you open it.' },
];

export const childCards = tellCards;
export { operates as childOperates } from './tell-someone/operates.ts';

/** What is kept of a person besides their reports: what they chose and decided, and the stages and answers of their complaints. */
export async function exportChoices(shared: Shared, tx: Tx, person: string): Promise<unknown> {
  const lock = await lockIn(tx, shared);
  const files = lock ? await exportChildFile(tx, lock.keyOf(person)) : [];
  return { settings: await choicesBy(tx, person), files, releases: await exportReleases(tx, person), alarms: await alarmsDecidedBy(tx, person), complaints: lock ? await exportComplaints(tx, lock, person) : [] };
}

export async function forgetChoices(shared: Shared, tx: Tx, person: string): Promise<void> {
  const lock = await lockIn(tx, shared);
  await forgetChooser(tx, person);
  await forgetInReleases(tx, person);
  await forgetDecider(tx, person);
  await forgetProcedureMaker(tx, person);
  if (lock) await forgetComplainer(tx, lock.keyOf(person));
  if (lock) await forgetInChildFiles(tx, { person, key: lock.keyOf(person) });
}
