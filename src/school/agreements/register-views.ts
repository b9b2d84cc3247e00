/** What the register's pages are drawn from. */
import { remember, type Tx } from '../../platform/database/index.ts';
import type { Reply } from '../../platform/web/index.ts';
import { csv } from '../../platform/web/index.ts';
import { findPerson, fullName, listGuardians, namesOf, type Person } from '../people/index.ts';
import { allowedTo } from './allowed/reads.ts';
import { stateOf } from './decisions.ts';
import type { PersonProps } from './pages/person.tsx';
import type { CountsProps, RegisterFilter, RegisterProps } from './pages/register.tsx';
import { countRegister, countsOf, listAgreements, listAsks, listDeclines, policiesToSign, registerChoices, registerRows, type Place } from './reads.ts';
import { talkWords } from './views.ts';
import { ASK_STATES, type SigningPolicy } from './words.ts';

const PAGE = 50;
const MOST_LINES = 20_000;

/** The filter of an address; whatever is not understood is left out. */
export function filterOf(query: Readonly<Record<string, string>>): RegisterFilter {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' && query[name].length <= 80 ? query[name] : undefined);
  const [by = '', down] = (text('sort') ?? 'name').split('-');
  const sort = (['name', 'policy', 'due', 'signed'] as const).find(one => one === by) ?? 'name';
  return { policy: text('policy'), kind: text('kind'), class: text('class'), state: ASK_STATES.find(state => state === query['state']), sort, down: down === 'down' };
}

const titlesOf = (policies: ReadonlyMap<string, SigningPolicy>): Record<string, string> => Object.fromEntries([...policies].map(([id, policy]) => [id, policy.title]));

/** Counts alone. */
export async function countsView(tx: Tx, place: Place): Promise<CountsProps> {
  return {
    slug: place.school.slug, today: place.today, counts: await countsOf(tx, place.today),
    titles: titlesOf(await policiesToSign(tx, place.vocabulary)), linked: false,
  };
}

interface RegisterOf {
  readonly place: Place;
  readonly filter: RegisterFilter;
  readonly search: string;
  readonly page: number;
}

/** One page of the register. A search stands apart from the filters and shows the first lines that fit. */
export async function registerView(tx: Tx, of: RegisterOf): Promise<RegisterProps> {
  const { place, filter, search } = of;
  const ask = { ...(search ? { sort: 'name' as const, down: false } : filter), today: place.today, search, limit: PAGE };
  const narrowed = Boolean(search || filter.policy || filter.kind || filter.class || filter.state);
  const counts = await countsView(tx, place);
  const total = narrowed ? await countRegister(tx, { ...ask, offset: 0 }) : counts.counts.reduce((sum, row) => sum + row.bound, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(of.page, pages);
  const choices = await remember(tx, 'register choices', () => registerChoices(tx));
  return {
    ...counts, linked: true, rows: await registerRows(tx, { ...ask, offset: (page - 1) * PAGE }), total, page, pages, filter, search,
    kinds: choices.kinds.map(value => ({ value, text: place.vocabulary.kinds.get(value)?.title ?? value })), classes: choices.classes,
  };
}

/** The register as a spreadsheet: every line that fits the filter. */
export async function registerCsv(tx: Tx, of: { place: Place; filter: RegisterFilter }): Promise<Reply> {
  const { place, filter } = of;
  const rows = await registerRows(tx, { ...filter, today: place.today, limit: MOST_LINES, offset: 0 });
  const titles = titlesOf(await policiesToSign(tx, place.vocabulary));
  const head = ['Name', 'Who', 'Class', 'Policy', 'Edition', 'State', 'Asked since', 'Sign by', 'Signed on', 'Countersigned on', 'Adults who must countersign', 'Adults who have', 'Said no on'];
  const kind = (id: string) => place.vocabulary.kinds.get(id)?.title ?? id;
  return csv(`signatures-${place.today}.csv`, [head, ...rows.map(row => [
    row.name, kind(row.kind), row.class, titles[row.policy] ?? row.policy, row.edition, row.state, row.need?.since ?? null, row.need?.due ?? null, row.signedOn,
    row.countersign ? row.countersignedOn : 'not needed', row.countersign ? row.guardiansNeeded : null, row.countersign ? row.guardianAgreements.length : null, row.declinedOn,
  ])]);
}

/** One person's agreements, or null when there is no such person. */
export async function personView(tx: Tx, of: { person: string; place: Place; page: number }): Promise<PersonProps | null> {
  const { place } = of;
  const person = await findPerson(tx, of.person, place.today);
  if (!person) return null;
  const policies = await policiesToSign(tx, place.vocabulary);
  const title = (id: string) => policies.get(id)?.title ?? id;
  const asks = await listAsks(tx, [person.id]);
  const agreements = await listAgreements(tx, { persons: [person.id], limit: PAGE + 1, offset: (of.page - 1) * PAGE });
  const declines = await listDeclines(tx, [person.id], 10);
  const names = await namesOf(tx, [...agreements.map(one => one.by), ...declines.map(one => one.by)]);
  const talk = [];
  for (const decline of declines) talk.push({ decline, title: title(decline.policy), by: names.get(decline.by) ?? 'somebody who has left', talkTo: await talkWords(tx, decline.talkTo, place) });
  const ties = asks.some(ask => ask.countersign) ? await listGuardians(tx, { children: [person.id], day: place.today }) : null;
  const allowed = await allowedTo(tx, { children: [{ id: person.id, policies: asks.flatMap(ask => policies.get(ask.policy) ?? []) }], reader: null, place });
  return {
    slug: place.school.slug, id: person.id, name: fullName(person), allowed: allowed.get(person.id) ?? [], about: aboutPerson(person, place),
    asks: asks.flatMap(ask => {
      const policy = policies.get(ask.policy);
      return policy ? [{ ask, policy, state: stateOf({ open: ask.open, due: ask.need?.due ?? null, declinedOn: ask.declinedOn }, place.today) }] : [];
    }),
    agreements: agreements.slice(0, PAGE).map(agreement => ({ agreement, title: title(agreement.policy), signer: names.get(agreement.by) ?? 'somebody who has left' })),
    declines: talk, nobodyMayAgree: ties !== null && !ties.some(tie => tie.mayAgree && !tie.noContact), page: of.page, pages: agreements.length > PAGE ? of.page + 1 : of.page,
  };
}

function aboutPerson(person: Person, place: Place): string {
  const kinds = person.kinds.map(kind => place.vocabulary.kinds.get(kind)?.title ?? kind);
  return [...kinds, person.place?.yearGroup ?? '', person.place?.class ?? ''].filter(Boolean).join(', ');
}

