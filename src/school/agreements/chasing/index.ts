/** Chasing: reminders, the board, letters and counts. */
export { tellTeacher } from './deeds.ts';
export { chaseRoutes } from './routes.tsx';
export { chaseEverywhere, type ChaseRound } from './run.ts';
export { forgetTeacher, remindersOf } from './store.ts';
