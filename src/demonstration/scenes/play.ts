/** What is going on at the model schools, so that every page has something to show. A second time it finds all there. */
import { inSchool, type Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { School } from '../../platform/web/index.ts';
import { listHolders } from '../../school/people/index.ts';
import { copiesWereAsked } from '../../school/policies/index.ts';
import { chanceFrom } from '../names.ts';
import { listPersonas, queueUp } from '../store.ts';
import type { Loading } from '../words.ts';
import { askAround } from './asking.ts';
import { tellOfFamilies } from './families.ts';
import { layOutPapers } from './papers.ts';
import { grantPermissions } from './permissions.ts';
import { goOnTrips } from './trips.ts';
import { openWifi } from './wifi.ts';
import type { Stage } from './words.ts';

/** Schools whose scenes have families and trips. */
const WITH_FAMILIES: ReadonlySet<string> = new Set(['village-primary', 'prep-school']);

/** Plays the scenes of these schools. Call it once the application is built: its features hear of one another there. */
export async function playScenes(loading: Loading, schools: readonly School[]): Promise<void> {
  for (const school of schools) await inSchool(loading.db, school.id, tx => play(tx, loading, school));
}

async function play(tx: Tx, { vocabulary, shared, now }: Loading, school: School): Promise<void> {
  await queueUp(tx, school.id);
  const personas = new Map((await listPersonas(tx)).map(one => [one.persona, one.person]));
  // Why copies: every scene begins with one that somebody asked for, and it stays in the register.
  if (personas.size === 0 || await copiesWereAsked(tx)) return;
  const today = dayOf(now);
  const holders = await listHolders(tx, today);
  const stage: Stage = {
    school, vocabulary, sealFolder: shared.sealFolder, now, today, chance: chanceFrom(`${school.slug} scenes`),
    holderOf: office => holders.find(one => one.office === office)?.person ?? null, personaOf: persona => personas.get(persona) ?? null,
  };
  await layOutPapers(tx, stage);
  if (WITH_FAMILIES.has(school.pack)) await tellOfFamilies(tx, stage);
  await askAround(tx, stage);
  await goOnTrips(tx, stage);
  await grantPermissions(tx, stage);
  await openWifi(tx, stage);
}
