/** Class cards: made, printed, ended and opened again by whoever teaches the class. */
export { makeClassCards } from './deeds.ts';
export { classCardRoutes } from './routes.tsx';
