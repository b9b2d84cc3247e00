/** What is done with posters. Each deed is one change with its logbook line. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { By } from '../deeds.ts';
import type { Edition } from '../words.ts';
import * as store from './store.ts';
import type { Place, Poster } from './words.ts';

const log = (tx: Tx, { school, by, at }: By, line: { deed: string; about: string; words: Record<string, string> }) => write(tx, { school: school.id, by: by ?? 'countersign', at, ...line });

/** Makes a poster of some clauses. Returns its id. */
export async function makePoster(tx: Tx, by: By, given: { policy: string; title: string; audience: string; clauses: readonly string[] }): Promise<string> {
  const id = await store.addPoster(tx, { ...given, school: by.school.id, by: by.by, at: by.at });
  await log(tx, by, { deed: 'make-poster', about: id, words: { policy: given.policy, title: given.title } });
  return id;
}

/** Takes a poster out of use: its copies are to come down. */
export async function retirePoster(tx: Tx, by: By, poster: Poster): Promise<void> {
  await store.setRetired(tx, poster.id, by.today);
  await log(tx, by, { deed: 'retire-poster', about: poster.id, words: { title: poster.title } });
}

/** Takes a poster into use again. */
export async function bringBackPoster(tx: Tx, by: By, poster: Poster): Promise<void> {
  await store.setRetired(tx, poster.id, null);
  await log(tx, by, { deed: 'bring-back-poster', about: poster.id, words: { title: poster.title } });
}

/** Notes that a copy of the edition in force was put up. */
export async function putUp(tx: Tx, by: By, given: { poster: Poster; edition: Edition; place: string }): Promise<string> {
  const { poster, edition, place } = given;
  const id = await store.addPlace(tx, { school: by.school.id, poster: poster.id, place, editionId: edition.id, edition: edition.number, by: by.by, on: by.today });
  await log(tx, by, { deed: 'put-up-poster', about: poster.id, words: { place, edition: String(edition.number) } });
  return id;
}

/** Notes that a copy was looked at and hangs as it should. */
export async function checkPlace(tx: Tx, by: By, place: Place): Promise<void> {
  await store.setChecked(tx, place.id, { by: by.by, on: by.today });
  await log(tx, by, { deed: 'check-poster', about: place.poster, words: { place: place.place } });
}

/** Notes that a copy came down. */
export async function takeDown(tx: Tx, by: By, place: Place): Promise<void> {
  await store.setTakenDown(tx, place.id, { by: by.by, on: by.today });
  await log(tx, by, { deed: 'take-down-poster', about: place.poster, words: { place: place.place, edition: String(place.edition) } });
}

/** It hangs after all. */
export async function hangsStill(tx: Tx, by: By, place: Place): Promise<void> {
  await store.setTakenDown(tx, place.id, { by: null, on: null });
  await log(tx, by, { deed: 'poster-hangs-still', about: place.poster, words: { place: place.place } });
}

/** The old copy came down and one of the edition in force hangs in its place. */
export async function renewPlace(tx: Tx, by: By, given: { place: Place; poster: Poster; edition: Edition }): Promise<void> {
  await takeDown(tx, by, given.place);
  await putUp(tx, by, { poster: given.poster, edition: given.edition, place: given.place.place });
}
