/** Registers: a list is declared, and everything that lists have in common comes from here. */
export { holds, MOST_IN_A_FILE, partOf, ROWS } from './asking.ts';
export { Due, dueState, type DueState } from './due.tsx';
export { List, ListFigures } from './list.tsx';
export { listed, registerRoutes } from './routes.ts';
export type { Fields, Filter, Found, ListAsk, ListColumn, Listed, Register } from './words.ts';
