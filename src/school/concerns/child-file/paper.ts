/** A concern as a page of its own, which any browser opens and prints, whatever software the next school has. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SummaryPage, type SummaryView } from '../case/close-pages.tsx';

const LOOK = `body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#16233d}.pre-line{white-space:pre-line}dt{font-weight:bold}dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:1rem 0}th,td{border:1px solid #8a94a6;padding:.3rem .5rem;text-align:left;vertical-align:top}.card{border:1px solid #8a94a6;padding:0 1rem;margin:1rem 0}`;

/** HTML of the whole concern. Notes for a few do not go along, nor the codes of other concerns. */
export function concernPage(view: Omit<SummaryView, 'here' | 'away'>): string {
  const opened = { ...view.view.opened, entries: view.view.opened.entries.filter(entry => entry.sort !== 'restricted-note') };
  const body = renderToString(h(SummaryPage, { ...view, view: { ...view.view, opened }, here: '', away: true }));
  return `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${opened.concern.code}</title><style>${LOOK}</style></head><body>${body}</body></html>\n`;
}
