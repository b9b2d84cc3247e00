/** Seals documents with a school's own key, and checks them. */
export { knownSeals, sealFolderIn, sealOf, type SchoolSeal, type Sealer } from './keys.ts';
export { checkSeal, sealPdf, type SealCheck, type Sealing } from './pdf.ts';
export { keyIdOf, Locked, lockOf, SHUT, WILL_NOT_OPEN, type Lock } from './locked.ts';
