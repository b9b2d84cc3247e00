/** The addresses of people: the list, one person, adding, leaving, families. */
import { isId } from '../../../platform/ids.ts';
import { admits, csv, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { isPupil, KEEPERS, leaving, LIST_READERS, mayGiveOffices, mayImport, mayKeepPeople, maySeeFamilies, narrowed } from '../decisions.ts';
import * as deeds from '../deeds.ts';
import { FAMILY_KEEPERS } from '../families/routes.tsx';
import * as forms from '../forms.ts';
import { Household } from '../household/pages.tsx';
import { belongsTo, householdOf } from '../household/reads.ts';
import { fitted, yearNamed } from '../moves/decisions.ts';
import { MoveHistory } from '../moves/pages.tsx';
import { listMoves, listPlaces, yearsOf } from '../moves/reads.ts';
import { mayBeSentLink } from '../new-link/deeds.ts';
import { AddPage, type Given } from '../pages/add.tsx';
import { ListPage, type ListFilter } from '../pages/list.tsx';
import { LeftPage, NamePage, PersonPage } from '../pages/person.tsx';
import { kindTitles, officeTitles } from '../pages/words.tsx';
import { familyOf, findPerson, listClasses, listHoldings, listKindSpans } from '../reads.ts';
import { everybodyOf, listView } from '../views.ts';
import { fullName, type Person } from '../words.ts';

export const READERS = offices(...LIST_READERS);
export const KEEPING = offices(...KEEPERS);
/** Who may open the register of who has signed; agreements decides, the link is only left out here. */
const SIGNED_READERS = ['office', 'head', 'deputy-head', 'deputy-head-academic', 'dsl'];
/** Likewise the record of accounts. */
const ACCOUNT_READERS = ['office', 'head', 'deputy-head', 'deputy-head-academic', 'network-manager', 'it-support', 'ict-lead', 'system-manager', 'helpdesk'];

export const doingOf = (asked: Asked<unknown>): deeds.Doing => ({ school: asked.school.id, by: asked.reader.person!, at: asked.now });
export const listHome = (asked: Asked<unknown>) => ['People', `/${asked.school.slug}/people`] as const;

/** The person an address names, or null: no such person, or no such school's. */
export async function personOf(asked: Asked<unknown>, param = 'person'): Promise<Person | null> {
  const id = asked.params[param] ?? '';
  return isId(id) ? asked.read(tx => findPerson(tx, id, asked.today)) : null;
}

const filterOf = (asked: Asked<unknown>, { vocabulary }: Shared): ListFilter => ({
  kind: vocabulary.kinds.has(asked.query['kind'] ?? '') ? asked.query['kind']! : '', class: (asked.query['class'] ?? '').slice(0, 40), left: asked.query['left'] === 'yes',
  page: Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000),
});

async function listPage(asked: Asked<unknown>, shared: Shared, search = ''): Promise<Reply> {
  const filter = filterOf(asked, shared);
  const of = { filter, search, today: asked.today, vocabulary: shared.vocabulary };
  const view = await asked.read(tx => listView(tx, of));
  return page('People', <ListPage {...view} {...of} slug={asked.school.slug} mayAdd={mayKeepPeople(asked.reader.offices)} mayImport={mayImport(asked.reader.offices)} />, { look: 'wide' });
}

async function personPage(asked: Asked<unknown>, { vocabulary }: Shared): Promise<Reply> {
  const person = await personOf(asked);
  if (!person) return NOT_FOUND;
  const { offices: mine } = asked.reader;
  const view = await asked.read(async tx => ({
    kinds: await listKindSpans(tx, person.id), holdings: await listHoldings(tx, { person: person.id }),
    maySendLink: mayKeepPeople(mine) && await mayBeSentLink(tx, person, asked.today),
    moves: await listMoves(tx, person.id, 50), places: await listPlaces(tx, person.id),
    household: maySeeFamilies(mine) ? await householdOf(tx, person.id, asked.today) : [], belongs: maySeeFamilies(mine) ? await belongsTo(tx, person.id) : [],
    family: maySeeFamilies(mine) ? await familyOf(tx, person, asked.today) : null,
  }));
  const here = { slug: asked.school.slug, vocabulary, today: asked.today, person, mayKeep: mayKeepPeople(mine) };
  return page(fullName(person), (
    <PersonPage {...view} {...here} mayGive={mayGiveOffices(mine)} mayKeepFamilies={admits(FAMILY_KEEPERS, asked.reader)} history={<><MoveHistory {...view} {...here} /><Household {...view} {...here} staff={leaving(person, asked.today) !== 'left' && person.kinds.some(kind => narrowed('staff', vocabulary).includes(kind))} /></>}
      maySeeAgreements={SIGNED_READERS.some(office => mine.includes(office))} maySeeAccounts={person.id !== asked.reader.person && ACCOUNT_READERS.some(office => mine.includes(office))} />
  ), { trail: [listHome(asked)] });
}

async function addPage(asked: Asked<unknown>, { vocabulary }: Shared, again: { given: Given; errors?: Readonly<Record<string, string>> } = { given: {} }): Promise<Reply> {
  const classes = await asked.read(tx => listClasses(tx, asked.today));
  return page('Add a person', <AddPage slug={asked.school.slug} vocabulary={vocabulary} today={asked.today} classes={classes} {...again} />, { status: again.errors ? 422 : 200, trail: [listHome(asked)] });
}

async function leftPage(asked: Asked<unknown>, { vocabulary }: Shared, again: { on?: string; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> {
  const person = await personOf(asked);
  if (!person) return NOT_FOUND;
  const held = officeTitles(person.offices, vocabulary);
  return page('When do they leave?', <LeftPage slug={asked.school.slug} person={person} offices={held} on={again.on ?? person.leftOn ?? asked.today} {...(again.errors ? { errors: again.errors } : {})} />, { status: again.errors ? 422 : 200, trail: [listHome(asked)] });
}

async function namePage(asked: Asked<unknown>, again: { given?: Body; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> {
  const person = await personOf(asked);
  if (!person) return NOT_FOUND;
  const given = Object.fromEntries(Object.entries(again.given ?? {}).map(([name, value]) => [name, String(value ?? '')]));
  return page('Put the name right', <NamePage slug={asked.school.slug} person={person} given={given} {...(again.errors ? { errors: again.errors } : {})} />, { status: again.errors ? 422 : 200, trail: [listHome(asked)] });
}

export function peopleRoutes(shared: Shared): Route[] {
  const { vocabulary } = shared;
  const at = (asked: Asked<unknown>, person: string) => `/${asked.school.slug}/people/${person}`;

  return [
    get('/:school/people', { who: READERS, page: asked => listPage(asked, shared) }),
    post('/:school/people', { who: READERS, form: forms.searchForm, perMinute: 120, deed: asked => listPage(asked, shared, asked.form.search), again: asked => listPage(asked, shared) }),
    get('/:school/people.csv', {
      who: READERS,
      page: async asked => {
        const people = await asked.read(tx => everybodyOf(tx, { filter: filterOf(asked, shared), today: asked.today, vocabulary }));
        return csv(`people-${asked.today}.csv`, [['given name', 'family name', 'is', 'year group', 'class', 'offices', 'e-mail', 'here since', 'last day'],
          ...people.map(person => [person.givenName, person.familyName, kindTitles(person.kinds, vocabulary), person.place?.yearGroup ?? '', person.place?.class ?? '', officeTitles(person.offices, vocabulary).join(', '), person.email, person.joinedOn, person.leftOn])]);
      },
    }),

    get('/:school/people/add', { who: KEEPING, page: asked => addPage(asked, shared) }),
    post('/:school/people/add', {
      who: KEEPING, form: forms.newPersonForm(new Set(vocabulary.kinds.keys())),
      deed: async asked => {
        const { yearGroup, class: room, lastDay, ...given } = asked.form;
        const years = await asked.read(tx => yearsOf(tx, asked.today));
        const place = isPupil(given.kinds) ? { place: { yearGroup, class: room, phase: yearNamed(years, yearGroup).phase } } : {};
        const [id] = await asked.change(tx => deeds.addPeople(tx, doingOf(asked), [{ ...given, kinds: fitted(given.kinds, yearGroup, years), ...place, ...(lastDay ? { leftOn: lastDay } : {}) }]));
        return goTo(at(asked, id!), `${given.givenName} ${given.familyName} is added.`);
      },
      again: (asked, read) => addPage(asked, shared, { given: read.raw, errors: read.errors }),
    }),

    get('/:school/people/:person', { who: READERS, page: asked => personPage(asked, shared) }),

    get('/:school/people/:person/name', { who: KEEPING, page: asked => namePage(asked) }),
    post('/:school/people/:person/name', {
      who: KEEPING, form: forms.nameForm,
      deed: async asked => {
        const person = await personOf(asked);
        if (!person) return NOT_FOUND;
        await asked.change(tx => deeds.correctName(tx, doingOf(asked), { id: person.id, ...asked.form }));
        return goTo(at(asked, person.id), 'The name is put right.');
      },
      again: (asked, read) => namePage(asked, { given: read.raw, errors: read.errors }),
    }),

    get('/:school/people/:person/left', { who: KEEPING, page: asked => leftPage(asked, shared) }),
    post('/:school/people/:person/left', {
      who: KEEPING, form: forms.leftForm,
      deed: async asked => {
        const person = await personOf(asked);
        if (!person) return NOT_FOUND;
        const { on } = asked.form;
        if (on < person.joinedOn) return leftPage(asked, shared, { on, errors: { on: 'The last day comes before the first day at the school' } });
        await asked.change(tx => deeds.markLeft(tx, doingOf(asked), { person: person.id, on }));
        return goTo(at(asked, person.id), `The last day of ${fullName(person)} is noted.`);
      },
      again: (asked, read) => leftPage(asked, shared, { on: String(read.raw['on'] ?? ''), errors: read.errors }),
    }),
    post('/:school/people/:person/come-back', {
      who: KEEPING, form: forms.noForm,
      deed: async asked => {
        const person = await personOf(asked);
        if (!person || leaving(person, asked.today) === 'here') return NOT_FOUND;
        await asked.change(tx => deeds.takeBackLeaving(tx, doingOf(asked), person.id));
        return goTo(at(asked, person.id), `${fullName(person)} is here as before.`);
      },
      again: async () => NOT_FOUND,
    }),
  ];
}
