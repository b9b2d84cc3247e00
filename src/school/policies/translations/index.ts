export { takeInTranslation, approveTranslation } from './deeds.ts';
export { translationFor } from './reads.ts';
export { translationRoutes } from './routes.tsx';
export { TranslatedBody, TranslationNote } from './pages.tsx';
export type { Translated } from './words.ts';
