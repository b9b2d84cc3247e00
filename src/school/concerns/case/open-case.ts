/** Opening the case of a concern, and drawing a page of it. */
import type { VNode } from 'preact';
import { page, type Asked, type Reply } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { openConcern } from '../deeds/open.ts';
import type { Opened } from '../words.ts';
import { caseView, deals, type CaseView } from './reads.ts';

export type Errors = Readonly<Record<string, string>>;
export const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;
const NO_STORE = { 'cache-control': 'no-store' };

/** Opens a concern for one who deals with it, with everything about its case; null for anybody else. */
export async function openCase(asked: Asked<unknown>, shared: Shared, what = 'work'): Promise<CaseView | null> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '', what);
    return opened && deals(asked, opened) ? caseView(tx, asked, opened, shared) : null;
  });
}

/** A page of a case. */
export const casePage = (asked: Asked<unknown>, { opened }: { opened: Opened }, title: string, body: VNode, errors: Errors = {}): Reply =>
  page(title, body, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Concerns', `/${asked.school.slug}/concerns`], [opened.concern.code, hereOf(asked)]], headers: NO_STORE });

/** What happened did not happen tomorrow. */
export function laterThanToday(words: Readonly<Record<string, unknown>>, today: string): Errors | null {
  const late = ['on', 'asked', 'told', 'resultOn', 'understoodOn', 'answeredOn'].filter(name => typeof words[name] === 'string' && (words[name] as string) > today);
  return late.length > 0 ? Object.fromEntries(late.map(name => [name, 'Give today or an earlier day'])) : null;
}
