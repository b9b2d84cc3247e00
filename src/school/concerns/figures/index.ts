/** The door of the figures, within concerns. */
export { figureNav, figureRoutes } from './routes.tsx';
