/** What every address of a look begins with: where it is, and the look opened for whoever has a part in it. */
import type { Tx } from '../../../platform/database/index.ts';
import { kinds, type Asked } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { askingOf, doingOf } from '../asking.ts';
import type { Errors } from '../case/open-case.ts';
import type { Asking, Doing } from '../words.ts';
import { openLook, type LookView } from './reads.ts';

export const LOOKERS = kinds('staff', 'governor', 'trustee');
export const secret = { 'cache-control': 'no-store' };
export const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
export const lookHere = (asked: Asked<unknown>): string => `${baseOf(asked)}/looks/${asked.params['look'] ?? ''}`;
export const trailOf = (asked: Asked<unknown>) => [['Looking into logs', `${baseOf(asked)}/looks`]] as const;
export const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

/** Opens the look for a change, and does it where this reader may; false where they may not. */
export async function change(asked: Asked<unknown>, shared: Shared, may: (view: LookView) => boolean, work: (tx: Tx, doing: Doing, view: LookView, asking: Asking) => Promise<unknown>): Promise<boolean> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  return asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '', true);
    if (!view || !may(view)) return false;
    return (await work(tx, doing, view, asking)) !== false;
  });
}
