/** The front door of concerns. */
import type { Feature, Shared } from '../feature.ts';
import { exportReports, forgetReporter } from './deeds/person.ts';
import { concernRoutes } from './routes.tsx';

export { askingOf, doingOf, lockFor } from './asking.ts';
export { addEntry, addEye, addPeople, setSeverity, setState } from './deeds/case.ts';
export { fileReport } from './deeds/file-report.ts';
export { doingAs, openConcern, openFile } from './deeds/open.ts';
export type { Asking, Concern, Doing, Entry, Eye, Filed, KindTold, Opened, Panel, Panels, ReportGiven } from './words.ts';

/** Concerns: everything that people tell the school, each read only by those it was meant for. */
export const concerns = (shared: Shared): Feature => ({
  name: 'concerns',
  routes: [...concernRoutes(shared)],
  exportPerson: exportReports(shared),
  erasePerson: forgetReporter(shared),
});
