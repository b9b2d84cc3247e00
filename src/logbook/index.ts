export { checkChain, GENESIS, hashOf } from './chain.ts';
export { eraseWords, hasDone, listDeeds, readDoneBy, readLines, readListed, verify, verifyListed, write, writeAll, type Line, type ListedLine } from './store.ts';
export { UNLISTED_DEED } from './words.ts';
export type { ChainCheck, Deed, Entry } from './words.ts';
