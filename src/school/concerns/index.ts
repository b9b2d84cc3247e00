/** The front door of concerns. */
import type { Feature, Shared } from '../feature.ts';
import { caseCards, caseOperates, exportWork, forgetWork, workRoutes } from './case/index.ts';
import { exportReports, forgetReporter } from './deeds/person.ts';
import { childFileCards } from './child-file/cards.tsx';
import { childFileNav, childFileRoutes } from './child-file/routes.tsx';
import { figureNav, figureRoutes } from './figures/index.ts';
import { inboxCards } from './inbox/cards.tsx';
import { inboxRoutes } from './inbox/routes.tsx';
import { lateCards, lateOperates, lateRoutes } from './late/index.ts';
import { reportNav, reportRoutes } from './report/routes.tsx';
import { concernRoutes } from './routes.tsx';
import { operates } from './operates.ts';
import { settingsNav, settingsRoutes } from './school-settings/routes.tsx';
import { exportSanctions, forgetInSanctions, sanctionCards, sanctionNav, sanctionOperates, sanctionRoutes } from './sanctions/index.ts';
import { sharingRoutes } from './sharing/routes.tsx';
import { twoKeysNav, twoKeysRoutes } from './two-keys/routes.tsx';
import { childCards, childNav, childOperates, childRoutes, exportChoices, forgetChoices } from './for-children.ts';

export { askingOf, doingOf, lockFor } from './asking.ts';
export { addEntry, addEye, addPeople, setSeverity, setState } from './deeds/case.ts';
export { fileReport } from './deeds/file-report.ts';
export { remindOfCases } from './case/index.ts';
export { runSanctions } from './sanctions/index.ts';
export { joinKeysEverywhere } from './keys/deeds.ts';
export { handOnEverywhere } from './inbox/hand-on.ts';
export { doingAs, openConcern, openFile } from './deeds/open.ts';
export type { Asking, Concern, Doing, Entry, Eye, Filed, KindTold, Opened, Panel, Panels, ReportGiven } from './words.ts';

/** Concerns: everything that people tell the school, each read only by those it was meant for. */
export const concerns = (shared: Shared): Feature => ({
  name: 'concerns',
  routes: [...reportRoutes(shared), ...inboxRoutes(shared), ...sharingRoutes(shared), ...twoKeysRoutes(shared), ...childFileRoutes(shared), ...settingsRoutes(shared), ...concernRoutes(shared), ...workRoutes(shared), ...childRoutes(shared), ...sanctionRoutes(shared), ...figureRoutes(shared), ...lateRoutes(shared)],
  nav: [...reportNav, ...twoKeysNav, ...childFileNav, ...settingsNav, ...childNav, ...sanctionNav, ...figureNav],
  startCards: async asked => [...await inboxCards(asked, shared), ...await caseCards(shared)(asked), ...await childCards(asked), ...await sanctionCards(shared)(asked), ...await lateCards(shared)(asked), ...await childFileCards(shared)(asked)],
  operates: [...operates, ...caseOperates, ...childOperates, ...sanctionOperates, ...lateOperates],
  exportPerson: async (tx, person) => ({ told: await exportReports(shared)(tx, person), chosen: await exportChoices(shared, tx, person), done: await exportWork(tx, person), decided: await exportSanctions(tx, person) }),
  erasePerson: async (tx, person) => {
    await forgetReporter(shared)(tx, person);
    await forgetChoices(shared, tx, person);
    await forgetWork(tx, person);
    await forgetInSanctions(tx, person);
  },
});
