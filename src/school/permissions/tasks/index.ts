/** Tasks: what was granted and has to be carried out, and what people ask of IT. */
export { taskCards } from './cards.tsx';
export { openTask } from './deeds.ts';
export { operates as taskOperates } from './operates.ts';
export { carrierOf } from './reads.ts';
export { IT_ASKERS, taskRoutes } from './routes.tsx';
export { chaseTasks, leaverHoldsNothing } from './run.ts';
export { exportTasks, forgetInTasks, withdrawTasks } from './store.ts';
