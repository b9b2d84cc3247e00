/** The addresses of whoever reads the log: the log itself, what was found, and its files. */
import { nameFitting, takeFile } from '../../../platform/files/index.ts';
import { get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { cite, rulesInForce } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import type { Errors } from '../case/open-case.ts';
import { settingsNow } from '../deeds/route.ts';
import { noteReading, writeFinding } from './deeds.ts';
import { findingForm, type FindingGiven } from './forms.ts';
import { change, LOOKERS, lookHere, secret, statusOf, trailOf } from './open-look.ts';
import { FindingPage, LogPage } from './pages.tsx';
import { SYSTEM } from './phrases.ts';
import { fileOf, logOf, openLook } from './reads.ts';

const LINES = 50;
const MOST_BYTES = 10_485_760;
const REFUSED = {
  unknown: 'Choose a picture (JPEG or PNG), a PDF or a text file', broken: 'This picture is damaged. Choose another',
  virus: 'A virus was found in this file. It was not kept. Tell IT about the device it came from', unchecked: 'The file could not be checked for viruses just now. Try again later',
} as const;

export const readingRoutes = (shared: Shared): Route[] => [
  get('/:school/looks/:look/log', { who: LOOKERS, page: asked => showLog(asked, shared) }),
  get('/:school/looks/:look/finding', { who: LOOKERS, page: asked => showFinding(asked, shared, {}, {}) }),
  post('/:school/looks/:look/finding', { who: LOOKERS, form: findingForm, upload: { most: MOST_BYTES }, perMinute: 20, deed: asked => find(asked, shared), again: (asked, { errors, raw }) => showFinding(asked, shared, raw, errors) }),
  get('/:school/looks/:look/files/:file', { who: LOOKERS, page: asked => sendFile(asked, shared) }),
];

async function showLog(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const wanted = Math.max(1, Math.floor(Number(asked.query['page'])) || 1);
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const found = await asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '', true);
    if (!view?.part.reads || view.look.system !== 'countersign' || view.words.person === null) return null;
    const { lines, total } = await logOf(tx, view, { limit: LINES, offset: (wanted - 1) * LINES });
    await noteReading(tx, doing, view.look);
    return { view, lines, total, rulebook: (await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today })).rulebook };
  });
  if (!found) return NOT_FOUND;
  const { view, lines, total, rulebook } = found;
  const cited = (id: string): string => (rulebook.clauses.has(id as ClauseId) ? cite(rulebook, id as ClauseId) : id);
  return page(SYSTEM.countersign, <LogPage view={view} here={lookHere(asked)} lines={lines} total={total} page={wanted} pages={Math.max(1, Math.ceil(total / LINES))} cite={cited} />, { look: 'wide', trail: [...trailOf(asked), [SYSTEM.countersign, lookHere(asked)]], headers: secret });
}

async function showFinding(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const found = await asked.read(async tx => ({ view: await openLook(tx, asking, asked.params['look'] ?? ''), days: (await settingsNow(tx, asked.today)).lookFindingDays }));
  if (!found.view?.part.reads) return NOT_FOUND;
  return page('Write down what was found', <FindingPage view={found.view} action={`${lookHere(asked)}/finding`} back={lookHere(asked)} raw={raw} errors={errors} days={found.days} />, { status: statusOf(errors), trail: [...trailOf(asked), [SYSTEM[found.view.look.system], lookHere(asked)]], headers: secret });
}

async function find(asked: Asked<FindingGiven>, shared: Shared): Promise<Reply> {
  const again = (file: string) => showFinding(asked as unknown as Asked<Body>, shared, { ...asked.form }, { file });
  const taken = asked.upload ? await takeFile(asked.upload.bytes, shared.virusScanner) : null;
  if (taken && !taken.ok) return again(REFUSED[taken.why]);
  if (taken && asked.form.found === 'no') return again('Where nothing was found there is no file to keep');
  const file = taken?.ok ? { name: nameFitting(asked.upload!.name, taken.type), type: taken.type, bytes: taken.bytes } : null;
  const given = { found: asked.form.found === 'yes', text: asked.form.text, quiet: asked.form.quiet, file };
  const done = await change(asked, shared, view => view.part.reads, (tx, doing, view) => writeFinding(tx, doing, { look: view.look, given: view.words.person === null ? { ...given, quiet: '' } : given }));
  return done ? goTo(lookHere(asked), 'Written down. Those who deal with the case are told that something waits.') : NOT_FOUND;
}

async function sendFile(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const found = await asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '');
    const file = view && await fileOf(tx, asking.lock, view, asked.params['file'] ?? '');
    if (file) await noteReading(tx, doing, view!.look);
    return file;
  });
  return found ? { kind: 'file', type: found.type, name: found.name, body: found.bytes } : NOT_FOUND;
}
