/** The page of a concern, drawn from the panels of everything that is done with one. */
import { get, goTo, inOneReading, NOT_FOUND, page, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import type { Shared } from '../feature.ts';
import { askingOf } from './asking.ts';
import { sitePanels } from './block-list/index.ts';
import { casePanels } from './case/index.ts';
import { doingAs, openConcern, openFile } from './deeds/open.ts';
import { noteTaken } from './held-files/deeds.ts';
import { ConcernPage } from './pages.tsx';
import { ownPanels } from './panels.tsx';
import { alarmPanels } from './account-alarm/routes.tsx';
import { sanctionPanels } from './sanctions/index.ts';
import { legalPanels } from './legal/index.ts';
import { lookPanels } from './looking/index.ts';
import { sharingPanels } from './sharing/routes.tsx';
import { complaintPanels } from './complaints/routes.tsx';
import { neutralPanels } from './neutral/routes.tsx';
import { dutyPanels, ringPanels, tellPanels } from './tell-someone/routes.tsx';
import type { Panels } from './words.ts';

/** 5 whom to ring first, 10 what was told, 15 what to do next, 20 clocks, 40 actions and support, 42 the block list, 45 looks into logs, 50 sanctions, 55 going to law, 60 sharing and readers, 65 what the law asks of the reader themselves, 90 chronology and readings. */
const PANELS: readonly Panels[] = [ringPanels, ownPanels, casePanels, tellPanels, alarmPanels, sitePanels, neutralPanels, complaintPanels, dutyPanels, sanctionPanels, lookPanels, legalPanels, sharingPanels];

export const concernRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern', { who: SIGNED_IN, page: asked => showConcern(asked, shared) }),
  get('/:school/concerns/:concern/files/:file', { who: SIGNED_IN, page: asked => sendFile(asked, shared) }),
];

/** What stands in the place of a file that nobody opens. */
const HELD = 'held';

/** A file of a concern, for whoever may read it; that it was read is written down. */
async function sendFile(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const found = await asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '', 'file');
    const line = opened?.files.find(file => file.id === asked.params['file']);
    const bytes = opened && line ? await openFile(tx, opened, line.id, { person: asking.reader.person, now: asked.now }) : null;
    if (opened?.held && line && !bytes) return HELD;
    if (opened?.held && line) await noteTaken(tx, doingAs(asking), { concern: opened.concern.id, file: line.id });
    return line && bytes ? { line, bytes } : null;
  });
  if (found === HELD) return goTo(`/${asked.school.slug}/concerns/${asked.params['concern']}/files/${asked.params['file']}/held`, 'This file is held for the police.');
  return found ? { kind: 'file', type: found.line.type, name: found.line.name, body: found.bytes } : NOT_FOUND;
}

/** The page of a concern. Routes of the panels call it with a status when something is to be mended. */
export async function showConcern(asked: Asked<Body>, shared: Shared, status = 200): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const opened = await asked.change(tx => openConcern(tx, asking, asked.params['concern'] ?? ''));
  if (!opened) return NOT_FOUND;
  const panels = await inOneReading(asked, async one => {
    const drawn = [];
    for (const draw of PANELS) drawn.push(...await draw(one, opened, shared));
    return drawn.sort((a, b) => a.order - b.order);
  });
  return page(`Concern ${opened.concern.code}`, <ConcernPage opened={opened} panels={panels} vocabulary={shared.vocabulary} />, { look: 'wide', status, trail: [['Concerns', `/${asked.school.slug}/concerns`]], headers: { 'cache-control': 'no-store' } });
}
