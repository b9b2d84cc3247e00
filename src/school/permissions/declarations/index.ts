/** Declarations: what leaves its place for a task, and by when it is back or gone. */
export { declarationCards } from './cards.tsx';
export { operates as declarationOperates } from './operates.ts';
export { declarationRoutes } from './routes.tsx';
export { chaseDeclarations, leaverStillHas, type DeclarationRound } from './run.ts';
export { exportDeclarations, forgetDeclarations } from './store.ts';
