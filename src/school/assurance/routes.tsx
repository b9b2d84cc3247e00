/** The addresses of assurance. */
import { drawnOnce } from '../../page-parts/index.ts';
import { csv, EVERYONE, get, inOneReading, offices, page, SIGNED_IN, type Asked, type Body, type Route } from '../../platform/web/index.ts';
import { listDeeds, readListed, verifyListed } from '../../logbook/index.ts';
import type { Rulebook } from '../../rulebook/index.ts';
import type { Feature, Shared, StartCard } from '../feature.ts';
import { fullName, listPeople } from '../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../policies/index.ts';
import { everythingFor } from './everything.ts';
import { examplesFor } from '../may-i/index.ts';
import { AccessibilityPage, deedInWords, EverythingPage, FirstPage, LogbookPage, PrivacyPage, StartPage } from './pages.tsx';
import { lineWords } from './line-words.ts';
import { readToday, schoolCards } from './reads.ts';
import type { PersonaList } from './words.ts';

const LOGBOOK_READERS = offices('head', 'deputy-head', 'dpo', 'network-manager', 'ict-lead');
const LINES = 50;

export const routes = (shared: Shared, features: readonly Feature[], personas: PersonaList): Route[] => [
  get('/', { who: EVERYONE, page: asked => firstPage(asked, shared, personas) }),
  get('/accessibility', { who: EVERYONE, page: async () => page('Accessibility', <AccessibilityPage />) }),
  get('/privacy', { who: EVERYONE, page: async () => page('Privacy', <PrivacyPage demonstration={shared.demonstration} />) }),
  get('/:school', { who: EVERYONE, halfWay: false, page: asked => startPage(asked, shared, features) }),
  get('/:school/all', { who: SIGNED_IN, page: async asked => page('Everything you can open here', <EverythingPage slug={asked.school.slug} groups={everythingFor(features, asked.reader)} />) }),
  get('/:school/logbook', { who: LOGBOOK_READERS, page: asked => logbookPage(asked, shared) }),
  get('/:school/logbook.csv', {
    who: LOGBOOK_READERS,
    page: async asked => {
      const lines = await gatherLines(asked, shared, 500);
      return csv(`logbook-${asked.today}.csv`, [['line', 'when', 'who', 'what', 'about', 'clause', 'hash'],
        ...lines.map(line => [line.seq, line.at.toISOString(), line.by, deedInWords(line.deed), line.about, line.clause ?? '', line.hash])]);
    },
  }),
];

async function firstPage({ db, today }: Asked<Body>, shared: Shared, personas: PersonaList) {
  const cards = await schoolCards(db, { today, vocabulary: shared.vocabulary, personas });
  return page('Your school’s ICT rules, running', drawnOnce(cards, () => <FirstPage cards={cards} demonstration={shared.demonstration} askAs={askAs(shared)} />), { look: 'wide' });
}

/** What waits for the reader stands before the question box, as far as it fits on one line; what can wait stands after it. */
const IN_FIRST_LINE = { wide: 3, kid: 2 };
const CAN_WAIT = 30;

async function startPage(asked: Asked<Body>, shared: Shared, features: readonly Feature[]) {
  const { reader, school, today } = asked;
  const young = reader.kinds.includes('pupil-ks1');
  const cards = reader.person === null ? [] : await cardsFrom(features, asked);
  const first = cards.slice(0, IN_FIRST_LINE[young ? 'kid' : 'wide']).filter(card => card.order < CAN_WAIT);
  const showToday = reader.person !== null && (reader.offices.length > 0 || reader.kinds.some(kind => ['staff', 'governor', 'trustee', 'inspector'].includes(kind)));
  const { rules, figures } = await asked.remembered({ key: `start ${today} ${showToday}`, work: async tx => {
    const ask = { school, vocabulary: shared.vocabulary, today };
    return { rules: await rulesInForce(tx, ask), figures: showToday ? await readToday(tx, ask) : null };
  } });
  const publicPolicies = rules.rulebook.policies.filter(policy => policy.front.public)
    .map(policy => ({ title: policy.front.title, href: `/${school.slug}/policies/${policy.id}`, summary: policy.front.summary ?? '' }));
  return page(reader.person ? 'Start' : school.name, (
    <StartPage school={school} name={reader.person ? reader.name : null} today={figures} first={first.map(card => card.card)} cards={cards.slice(first.length).map(card => card.card)} young={young}
      publicPolicies={publicPolicies} examples={examplesFor(reader.kinds)} askAs={askAs(shared)} />
  ), { look: young ? 'kid' : 'wide', withoutBox: true });
}

/** What every feature puts on this reader's start page, in order. One after the other: they share a connection. */
async function cardsFrom(features: readonly Feature[], asked: Asked<Body>): Promise<StartCard[]> {
  for (const feature of features) await feature.bringInStep?.(asked);
  return inOneReading(asked, async one => {
    const cards: StartCard[] = [];
    for (const feature of features) cards.push(...(await feature.startCards?.(one)) ?? []);
    return cards.sort((a, b) => a.order - b.order);
  });
}

/** Signed out, the box asks as whom: the widest kinds, in plain words. */
const askAs = (shared: Shared) => ['parent', 'teacher', 'supply', 'support-staff', 'pupil-senior', 'pupil-ks1', 'governor', 'visitor', 'volunteer']
  .flatMap(kind => { const found = shared.vocabulary.kinds.get(kind); return found ? [{ value: kind, text: found.title }] : []; });

async function gatherLines(asked: Asked<Body>, shared: Shared, limit: number) {
  const before = Number(asked.query['before']);
  return asked.read(async tx => {
    const lines = await readListed(tx, { limit, ...(asked.query['deed'] ? { deed: asked.query['deed'] } : {}), ...(before > 0 ? { before } : {}) });
    const ids = [...new Set(lines.flatMap(line => [line.by, line.about ?? '', ...Object.values(line.words ?? {})]))].filter(id => /^[0-9a-f-]{36}$/.test(id));
    const people = new Map((await listPeople(tx, { day: asked.today, ids, left: true, limit: 1000 })).map(person => [person.id, fullName(person)]));
    const { rulebook } = await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today });
    return lines.map(line => ({
      seq: line.place, at: line.at, deed: line.deed, hash: line.hash, by: people.get(line.by) ?? 'Countersign', about: people.get(line.about ?? '') ?? '',
      clause: line.clause ? citeOrTitle(rulebook, line.clause) : null, href: line.clause ? clauseHref(line.clause) : null,
      words: lineWords(line.words ?? {}, rulebook, people),
    }));
  });
}

/** A clause as it is cited; a whole policy by its title. */
function citeOrTitle(rulebook: Rulebook, id: string): string {
  return id.includes('#') ? cite(rulebook, id) : rulebook.policies.find(policy => id === `${rulebook.pack}/${policy.id}`)?.front.title ?? id;
}

async function logbookPage(asked: Asked<Body>, shared: Shared) {
  const lines = await gatherLines(asked, shared, LINES);
  const chain = asked.query['check'] ? await asked.read(verifyListed) : null;
  const deeds = await asked.remembered({ key: 'deeds of the logbook', work: listDeeds });
  const deed = asked.query['deed'] ?? '';
  const last = lines.at(-1)?.seq ?? 0;
  const words = chain && (chain.whole ? `All ${chain.entries} lines follow one another, up to ${chain.last.slice(0, 12)}.` : `Line ${chain.brokenAt}: ${chain.why}.`);
  return page('Logbook', (
    <LogbookPage slug={asked.school.slug} lines={lines} deed={deed} deeds={deeds} chain={chain && { whole: chain.whole, words: words ?? '' }}
      older={lines.length === LINES && last > 1 ? `/${asked.school.slug}/logbook?deed=${encodeURIComponent(deed)}&before=${last}` : null} />
  ), { look: 'wide' });
}
