/** The panels of every concern: what was told, and what happened since. */
import { cite, clauseHref, rulesInForce } from '../policies/index.ts';
import { KIND_OF } from './complaints/words.ts';
import { ChronologyPanel, ToldPanel } from './pages.tsx';
import { namesIn, othersAboutThem, readingsOf } from './reads.ts';
import type { Panels } from './words.ts';

export const ownPanels: Panels = async (asked, opened, { vocabulary }) => {
  const { names, readings, others, rulebook } = await asked.read(async tx => ({
    names: await namesIn(tx, opened), readings: await readingsOf(tx, opened.concern.id), others: await othersAboutThem(tx, asked, opened),
    rulebook: (await rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today })).rulebook,
  }));
  const cited = opened.concern.clauses.filter(id => rulebook.clauses.has(id as never)).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) }));
  const here = `/${asked.school.slug}/concerns/${opened.concern.id}`;
  return [
    { order: 10, body: <ToldPanel opened={opened} names={names} vocabulary={vocabulary} others={others} cited={cited} silent={!Object.values(KIND_OF).includes(opened.concern.kind) && !rulebook.rules.some(rule => rule.subject === opened.concern.kind)} here={here} /> },
    { order: 90, body: <ChronologyPanel opened={opened} names={names} readings={readings} vocabulary={vocabulary} /> },
  ];
};
