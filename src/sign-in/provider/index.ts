export { findProvider } from './reads.ts';
export { providerRoutes, type ProviderParts } from './routes.tsx';
