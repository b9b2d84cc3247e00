/** What is going on at the model schools, so that every page has something to show. A second time it finds all there. */
import { inSchool, type Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import { copiesWereAsked } from '../../school/policies/index.ts';
import { queueUp } from '../store.ts';
import type { Loading } from '../words.ts';
import { listApplications } from './apps.ts';
import { askAround } from './asking.ts';
import { dealWithBelongings } from './belongings.ts';
import { tellAndDealWith } from './concerns.ts';
import { tellOfFamilies } from './families.ts';
import { layOutPapers } from './papers.ts';
import { addMorePersonas } from './personas.ts';
import { grantPermissions } from './permissions.ts';
import { askAndDecide } from './requests.ts';
import { stageFor } from './stage.ts';
import { goOnTrips } from './trips.ts';
import { openWifi } from './wifi.ts';

/** Schools whose scenes have families and trips. */
const WITH_FAMILIES: ReadonlySet<string> = new Set(['village-primary', 'prep-school']);

/** Plays the scenes of these schools. Call it once the application is built: its features hear of one another there. */
export async function playScenes(loading: Loading, schools: readonly School[]): Promise<void> {
  // Why all at once: each school has a transaction of its own, and the start waits for the slowest alone.
  await Promise.all(schools.map(school => inSchool(loading.db, school.id, tx => play(tx, loading, school))));
}

async function play(tx: Tx, loading: Loading, school: School): Promise<void> {
  await queueUp(tx, school.id);
  // Why copies: every scene begins with one that somebody asked for, and it stays in the register.
  if (await copiesWereAsked(tx)) return;
  const before = await stageFor(tx, loading, school);
  if (before === null) return;
  await addMorePersonas(tx, before);
  const stage = (await stageFor(tx, loading, school))!;
  await layOutPapers(tx, stage);
  if (WITH_FAMILIES.has(school.pack)) await tellOfFamilies(tx, stage);
  await askAround(tx, stage);
  await goOnTrips(tx, stage);
  await grantPermissions(tx, stage);
  await askAndDecide(tx, stage);
  await tellAndDealWith(tx, stage);
  await openWifi(tx, stage);
  await listApplications(tx, stage);
  await dealWithBelongings(tx, stage);
}
