export { buildServer } from './server.ts';
export type { Drawing, ServerParts } from './send.ts';
export type { Kept } from './kept.ts';
export { CSV, csv, csvText, formOf, get, goTo, NOT_FOUND, page, post, type Form } from './routes.ts';
export { admits, either, EVERYONE, kinds, offices, SIGNED_IN } from './who.ts';
export { inOneReading } from './one-reading.ts';
export { NOBODY } from './words.ts';
export type { Asked, Body, Cookie, FieldErrors, Page, Read, Reader, Reply, Route, School, Spooled, Upload, Who } from './words.ts';
