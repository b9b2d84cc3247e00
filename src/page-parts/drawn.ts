/** Parts of pages that are drawn once and put into many pages as they are. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { spokenKey } from '../platform/languages/index.ts';
import { renderToString } from 'preact-render-to-string';

/** Characters kept of drawings by name; the longest unused go first. */
const MOST_CHARACTERS = 2_000_000;

const byView = new WeakMap<object, string>();
const byName = new Map<string, string>();
let characters = 0;

/** Draws a view the first time, and for as long as that very object lives gives the same again. Only for what `draw` makes of the view alone. */
export function drawnOnce<View extends object>(view: View, draw: (view: View) => VNode): VNode {
  const html = byView.get(view) ?? renderToString(draw(view));
  byView.set(view, html);
  return jsxTemplate([html]);
}

/** Draws what has this name the first time, and keeps it a while. The name says everything the drawing depends on but the language. */
export function drawnAs(named: string, draw: () => VNode): string {
  const name = spokenKey() + named;
  const html = byName.get(name) ?? renderToString(draw());
  if (byName.delete(name)) characters -= html.length;
  byName.set(name, html);
  characters += html.length;
  for (const [old, drawing] of byName) {
    if (characters <= MOST_CHARACTERS || old === name) break;
    byName.delete(old);
    characters -= drawing.length;
  }
  return html;
}

/** A drawing as part of a page. `html` comes from this file's functions and from nowhere else: it is not escaped again. */
export const asDrawn = (html: string): VNode => jsxTemplate([html]);
