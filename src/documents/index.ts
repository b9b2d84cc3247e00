export { draftPolicy, type DraftWords } from './draft.ts';
export { partsOfLines, readDocument, type DocumentKind } from './read.ts';
export type { Part } from './words.ts';
