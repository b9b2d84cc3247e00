export { takeInTranslation } from './deeds.ts';
export { editionBy, editionIn, languagesToSign } from './reads.ts';
export { translationRoutes } from './routes.tsx';
export type { TranslationShown } from './words.ts';
