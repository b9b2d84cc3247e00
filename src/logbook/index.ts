export { checkChain, GENESIS, hashOf } from './chain.ts';
export { eraseWords, readLines, verify, write, writeAll, type Line } from './store.ts';
export type { ChainCheck, Deed, Entry } from './words.ts';
