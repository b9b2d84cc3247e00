export { takeInTranslation } from './deeds.ts';
export { translationRoutes } from './routes.tsx';
