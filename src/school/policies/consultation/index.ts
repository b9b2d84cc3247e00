/** The front door of consultation: asking groups of people what they think of an edition. */
export { consultationCards } from './cards.tsx';
export { forgetInConsultations } from './deeds.ts';
export { consultationOperates } from './operates.ts';
export { exportConsulted } from './reads.ts';
export { consultationRoutes, COUNTERS } from './routes.tsx';
