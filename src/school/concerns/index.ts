/** The front door of concerns. */
import type { Feature, Shared } from '../feature.ts';
import { answeredCards } from './answered/cards.tsx';
import { exportSites, forgetInSites, siteCards, siteNav, siteOperates, siteRoutes } from './block-list/index.ts';
import { caseCards, caseOperates, exportWork, forgetWork, workRoutes } from './case/index.ts';
import { exportReports, forgetReporter } from './deeds/person.ts';
import { childFileCards } from './child-file/cards.tsx';
import { childFileNav, childFileRoutes } from './child-file/routes.tsx';
import { figureNav, figureRoutes } from './figures/index.ts';
import { heldFileRoutes } from './held-files/routes.tsx';
import { inboxCards } from './inbox/cards.tsx';
import { inboxRoutes } from './inbox/routes.tsx';
import { sayingShut } from './keys/shut.tsx';
import { lateCards, lateOperates, lateRoutes } from './late/index.ts';
import { exportHolds, forgetInHolds, legalCards, legalNav, legalOperates, legalRoutes, tendHolds } from './legal/index.ts';
import { exportLooks, forgetInLooks, lookCards, lookNav, lookOperates, lookRoutes, tendLooks } from './looking/index.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { reportNav, reportRoutes } from './report/routes.tsx';
import { concernRoutes } from './routes.tsx';
import { operates } from './operates.ts';
import { settingsNav, settingsRoutes } from './school-settings/routes.tsx';
import { exportSanctions, forgetInSanctions, sanctionCards, sanctionNav, sanctionOperates, sanctionRoutes } from './sanctions/index.ts';
import { sharingRoutes } from './sharing/routes.tsx';
import { twoKeysCards } from './two-keys/cards.tsx';
import { twoKeysNav, twoKeysRoutes } from './two-keys/routes.tsx';
import { childCards, childNav, childOperates, childRoutes, exportChoices, forgetChoices } from './for-children.ts';

export { askingOf, doingOf, lockFor } from './asking.ts';
export { addEntry, addEye, addPeople, setSeverity, setState } from './deeds/case.ts';
export { fileReport } from './deeds/file-report.ts';
export { remindOfCases } from './case/index.ts';
export { heldForLaw } from './legal/index.ts';
export { runSanctions, sanctionWasSwitched } from './sanctions/index.ts';
export { joinKeysEverywhere } from './keys/deeds.ts';
export { sayingShut } from './keys/shut.tsx';
export { handOnEverywhere } from './inbox/hand-on.ts';
export { doingAs, openConcern, openFile } from './deeds/open.ts';
export { fillComplaint, fillHours, fillNote, fillNumbers, fillProcedure, fillReport, fillTelling, fillUnnamed, fillWork, type Numbers, type Place, type Work } from './take-in.ts';
export type { Asking, Concern, Doing, Entry, Eye, Filed, KindTold, Opened, Panel, Panels, ReportGiven } from './words.ts';

/** Concerns: everything that people tell the school, each read only by those it was meant for. */
export const concerns = (shared: Shared): Feature => ({
  name: 'concerns',
  routes: sayingShut([...reportRoutes(shared), ...inboxRoutes(shared), ...sharingRoutes(shared), ...twoKeysRoutes(shared), ...childFileRoutes(shared), ...settingsRoutes(shared), ...concernRoutes(shared), ...workRoutes(shared), ...childRoutes(shared), ...sanctionRoutes(shared), ...figureRoutes(shared), ...lateRoutes(shared), ...heldFileRoutes(shared), ...lookRoutes(shared), ...legalRoutes(shared), ...siteRoutes(shared)]),
  nav: [...reportNav, ...twoKeysNav, ...childFileNav, ...settingsNav, ...childNav, ...sanctionNav, ...figureNav, ...lookNav, ...legalNav, ...siteNav],
  startCards: async asked => [...await inboxCards(asked, shared), ...await caseCards(shared)(asked), ...await childCards(asked), ...await answeredCards(asked, shared), ...await sanctionCards(shared)(asked), ...await lateCards(shared)(asked), ...await childFileCards(shared)(asked), ...await lookCards(shared)(asked), ...await legalCards(shared)(asked), ...await twoKeysCards(shared)(asked), ...await siteCards(shared)(asked)],
  operates: [...operates, ...caseOperates, ...childOperates, ...sanctionOperates, ...lateOperates, ...lookOperates, ...legalOperates, ...siteOperates],
  exportPerson: async (tx, person) => ({ told: await exportReports(shared)(tx, person), chosen: await exportChoices(shared, tx, person), done: await exportWork(tx, person), decided: await exportSanctions(tx, person), looks: await exportLooks(tx, person), holds: await exportHolds(tx, person), sites: await exportSites(tx, person) }),
  erasePerson: forgetPerson(shared),
});

/** Forgets a person in everything that was told, but in cases on hold; once a hold is lifted, `tendLooksAndHolds` does it. */
const forgetPerson = (shared: Shared) => async (tx: Tx, person: string): Promise<void> => {
  await forgetReporter(shared)(tx, person);
  await forgetChoices(shared, tx, person);
  await forgetWork(tx, person);
  await forgetInSanctions(tx, person);
  await forgetInLooks(shared, tx, person);
  await forgetInHolds(tx, person);
  await forgetInSites(tx, person);
};

/** What comes round by itself in looks and holds: findings that nobody used are forgotten, people are told, holds are looked at again. Returns how much was done. */
export const tendLooksAndHolds = async (round: { readonly db: Database; readonly shared: Shared; readonly now: Date }): Promise<number> => (await tendLooks(round)) + (await tendHolds({ ...round, forget: forgetPerson(round.shared) }));
