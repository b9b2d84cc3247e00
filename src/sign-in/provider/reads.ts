export { findProvider } from './store.ts';
