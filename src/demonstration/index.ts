/** The front door of the demonstration. The roofs and the tests alone come in here. */
export { personaLinks, personaRoutes, type PersonaLink } from './links.ts';
export { fillForBench, loadDemonstration } from './load.ts';
export { playScenes } from './scenes/play.ts';
export type { Loading } from './words.ts';
