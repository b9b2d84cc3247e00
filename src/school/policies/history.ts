/** Gathers the editions of a policy and two of them side by side. */
import type { Tx } from '../../platform/database/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Policy, Vocabulary } from '../../rulebook/index.ts';
import { listPeople, fullName } from '../people/index.ts';
import { talliesOf } from './consultation/reads.ts';
import { changesBetween, mayWrite } from './decisions.ts';
import type { CompareView, HistoryRow, HistoryView } from './pages/history.tsx';
import type { ReaderView } from './pages/reader.tsx';
import { standingWithdrawal, withdrawable } from './withdrawing/reads.ts';
import { listEditions, listMarks, publishedPolicies, readEdition } from './reads.ts';
import { baseOf, viewOf } from './views.ts';
import type { Edition, Mark, Published } from './words.ts';

const A_PAGE = 20;

interface Seen {
  readonly published: readonly Published[];
  readonly current: Published | null;
  /** Approved editions this reader may see, newest first. */
  readonly editions: readonly Edition[];
}

/** The approved editions of a policy as far as this reader may see them: signed out, public ones of a policy that is public today. */
async function seenBy(tx: Tx, asked: Asked<Body>, policy: string, vocabulary: Vocabulary): Promise<Seen> {
  const published = await publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today, publicOnly: asked.reader.person === null });
  const current = published.find(one => one.document.id === policy) ?? null;
  if (asked.reader.person === null && !current) return { published, current, editions: [] };
  const approved = (await listEditions(tx, policy)).filter(edition => edition.state === 'approved');
  const open = asked.reader.person === null ? approved.filter(edition => readEdition(edition, vocabulary).document?.front.public && (edition.inForce ?? '') <= asked.today) : approved;
  return { published, current, editions: open };
}

/** The history page, or null where there is nothing for this reader. */
export function historyView(asked: Asked<Body>, vocabulary: Vocabulary): Promise<HistoryView | null> {
  return asked.read(async tx => {
    const policy = asked.params['policy'] ?? '';
    const { current, editions } = await seenBy(tx, asked, policy, vocabulary);
    if (editions.length === 0) return null;
    const pages = Math.ceil(editions.length / A_PAGE);
    const at = Math.min(pages, Math.max(1, Number.parseInt(asked.query['page'] ?? '1', 10) || 1));
    const shown = editions.slice((at - 1) * A_PAGE, at * A_PAGE);
    const names = asked.reader.person === null ? new Map<string, string>() : await namesOf(tx, shown, asked.today);
    const tallies = seesNumbers(asked) ? await talliesOf(tx, shown.map(edition => edition.id)) : new Map<string, { asked: number; answered: number }>();
    const able = asked.reader.person === null ? null : await withdrawable(tx, { policy, offices: asked.reader.offices, today: asked.today, vocabulary });
    const rows: HistoryRow[] = [];
    for (const edition of shown) {
      const before = editions[editions.indexOf(edition) + 1] ?? null;
      const marks = before ? await listMarks(tx, edition.id) : new Map<string, Mark>();
      const [old, document] = [before && readEdition(before, vocabulary).document, readEdition(edition, vocabulary).document];
      rows.push({
        edition, approver: names.get(edition.approvedBy ?? '') ?? '', changes: before && document ? changesBetween(old, document) : null,
        newDuties: [...marks.values()].filter(mark => mark === 'new-duty').length, before: before?.number ?? null, current: edition.id === current?.edition.id, consulted: tallies.get(edition.id) ?? null,
      });
    }
    return { base: baseOf(asked), policy, title: (current?.edition ?? editions[0]!).title, vocabulary, today: asked.today, rows, page: at, pages, withdrawal: able?.standing ?? await standingWithdrawal(tx, policy), withdrawHref: able && (current || able.standing) ? `${baseOf(asked)}/${policy}/withdraw` : null };
  });
}

/** Numbers of who was asked are for the adults of the school. */
const seesNumbers = ({ reader }: Asked<Body>): boolean => reader.offices.length > 0 || reader.kinds.some(kind => ['staff', 'governor', 'trustee'].includes(kind));

async function namesOf(tx: Tx, editions: readonly Edition[], today: string): Promise<Map<string, string>> {
  const ids = [...new Set(editions.flatMap(edition => edition.approvedBy ?? []))];
  if (ids.length === 0) return new Map();
  const people = await listPeople(tx, { day: today, ids, left: true, limit: ids.length });
  return new Map(people.map(person => [person.id, fullName(person)]));
}

/** One edition to read, whichever it is, or null. */
export function editionView(asked: Asked<Body>, vocabulary: Vocabulary): Promise<ReaderView | null> {
  return asked.read(async tx => {
    const { published, current, editions } = await seenBy(tx, asked, asked.params['policy'] ?? '', vocabulary);
    const edition = editions.find(one => one.number === Number(asked.params['number']));
    const document = edition && readEdition(edition, vocabulary).document;
    if (!edition || !document) return null;
    const view = await viewOf(tx, asked, { edition, document, published, vocabulary });
    return edition.id === current?.edition.id ? view : { ...view, counts: null, past: { current: current?.edition ?? null } };
  });
}

/** Two editions side by side, or null. */
export function compareView(asked: Asked<Body>, vocabulary: Vocabulary): Promise<CompareView | null> {
  return asked.read(async tx => {
    const policy = asked.params['policy'] ?? '';
    const { editions } = await seenBy(tx, asked, policy, vocabulary);
    const from = sideOf(editions, Number(asked.params['from']), vocabulary);
    const to = sideOf(editions, Number(asked.params['to']), vocabulary);
    if (!from || !to || from === to) return null;
    const neighbours = editions[editions.findIndex(one => one.id === to.edition.id) + 1]?.id === from.edition.id;
    return { base: baseOf(asked), policy, vocabulary, from, to, changes: changesBetween(from.document, to.document), marks: neighbours ? await listMarks(tx, to.edition.id) : new Map() };
  });
}

function sideOf(editions: readonly Edition[], number: number, vocabulary: Vocabulary): { edition: Edition; document: Policy } | null {
  const edition = editions.find(one => one.number === number);
  const document = edition && readEdition(edition, vocabulary).document;
  return edition && document ? { edition, document } : null;
}

/** The Markdown of the edition in force, for its writers. */
export function sourceOf(asked: Asked<Body>, vocabulary: Vocabulary): Promise<Edition | null> {
  return asked.read(async tx => {
    const { current } = await seenBy(tx, asked, asked.params['policy'] ?? '', vocabulary);
    return current && mayWrite(asked.reader.offices, current.document.front.owner) ? current.edition : null;
  });
}
