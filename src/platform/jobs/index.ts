/** Long work in a process of its own. */
export { apartFrom, type Apart, type Work } from './apart.ts';
export { serveParent, type Errand } from './child.ts';
