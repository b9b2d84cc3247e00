/** What the pages of the figures are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { askFeature } from '../../answers.ts';
import { settingsNow } from '../deeds/route.ts';
import { nextDue } from './decisions.ts';
import { listReleases } from './store.ts';
import type { Release } from './words.ts';

/** Twenty years of three terms. */
const MOST = 60;

export interface Released {
  /** The newest first. */
  readonly releases: readonly Release[];
  readonly next: { readonly term: string; readonly on: string } | null;
}

/** Everything that is out, and what comes next. The same for whoever reads. */
export async function released(tx: Tx, today: string): Promise<Released> {
  const releases = await listReleases(tx, MOST);
  const { figuresDelayDays: delay } = await settingsNow(tx, today);
  return { releases, next: nextDue({ terms: await askFeature('terms', tx), released: releases[0]?.to ?? null, delay }) };
}
