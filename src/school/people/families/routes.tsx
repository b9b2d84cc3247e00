/** The addresses of families: a child's record, each adult on it, and what parents say is wrong. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import { isId } from '../../../platform/ids.ts';
import { admits, csv, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { isPupil, LIST_READERS } from '../decisions.ts';
import type { Doing } from '../deeds.ts';
import { findPerson } from '../reads.ts';
import { fullName, type Person } from '../words.ts';
import * as deeds from './deeds.ts';
import * as forms from './forms.ts';
import { AdultPage, NewAdultPage, RecordPage } from './pages.tsx';
import { QueriesPage } from './queries-page.tsx';
import { queriesView, recordView, waitingFor, type AdultRow } from './reads.ts';

/** Who keeps the records of families. */
export const FAMILY_KEEPERS = offices('office', 'head', 'registrar', 'dsl');
const PAGE = 50;
const MOST_LINES = 5_000;

type Again = { given?: Body; errors?: Readonly<Record<string, string>> };

const doingOf = (asked: Asked<unknown>): Doing => ({ school: asked.school.id, by: asked.reader.person!, at: asked.now });
/** Where limits come from is read by the office and the DSL alone. */
const seesNotes = (asked: Asked<unknown>): boolean => ['office', 'dsl'].some(office => asked.reader.offices.includes(office));
const recordOf = (asked: Asked<unknown>, child: Person): string => `/${asked.school.slug}/people/${child.id}/family-record`;
const pageOf = (asked: Asked<unknown>): number => Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
/** The list of everybody, for those who may open it. */
const home = (asked: Asked<unknown>) => (admits(offices(...LIST_READERS), asked.reader) ? [['People', `/${asked.school.slug}/people`] as const] : []);

/** The child an address names; a grown-up has no parents here. */
async function childOf(asked: Asked<unknown>): Promise<Person | null> {
  const id = asked.params['person'] ?? '';
  const child = isId(id) ? await asked.read(tx => findPerson(tx, id, asked.today)) : null;
  return child && isPupil(child.kinds) ? child : null;
}

async function recordPage(asked: Asked<unknown>, again: Again = {}): Promise<Reply> {
  const child = await childOf(asked);
  if (!child) return NOT_FOUND;
  const view = await asked.read(tx => recordView(tx, { child, today: asked.today, page: pageOf(asked) }));
  return page('Family', <RecordPage {...view} {...again} slug={asked.school.slug} today={asked.today} mayEdit seesNotes={seesNotes(asked)} />, {
    status: again.errors ? 422 : 200, trail: [...home(asked), [fullName(child), `/${asked.school.slug}/people/${child.id}`]],
  });
}

const trailOf = (asked: Asked<unknown>, child: Person) => [...home(asked), [fullName(child), `/${asked.school.slug}/people/${child.id}`] as const, ['Family', recordOf(asked, child)] as const];

async function newAdultPage(asked: Asked<unknown>, again: Again = {}): Promise<Reply> {
  const child = await childOf(asked);
  if (!child) return NOT_FOUND;
  return page('Add an adult', <NewAdultPage slug={asked.school.slug} child={child} seesNotes={seesNotes(asked)} {...again} />, { status: again.errors ? 422 : 200, trail: trailOf(asked, child) });
}

/** The child and the adult an address names, where the two are a family. */
async function pairOf(asked: Asked<unknown>): Promise<{ child: Person; adult: AdultRow } | null> {
  const child = await childOf(asked);
  const view = child && await asked.read(tx => recordView(tx, { child, today: asked.today, page: 1 }));
  const adult = view?.adults.find(one => one.parent === asked.params['parent']);
  return child && adult ? { child, adult } : null;
}

async function adultPage(asked: Asked<unknown>, again: Again = {}): Promise<Reply> {
  const pair = await pairOf(asked);
  if (!pair) return NOT_FOUND;
  return page('What they may', <AdultPage slug={asked.school.slug} {...pair} seesNotes={seesNotes(asked)} {...again} />, { status: again.errors ? 422 : 200, trail: trailOf(asked, pair.child) });
}

export const familyRoutes = (): Route[] => [...recordRoutes(), ...adultRoutes(), ...queryRoutes()];

const recordRoutes = (): Route[] => [
  get('/:school/people/:person/family-record', { who: FAMILY_KEEPERS, page: asked => recordPage(asked) }),
  post('/:school/people/:person/family-record', {
    who: FAMILY_KEEPERS, form: forms.ruleForm,
    deed: async asked => {
      const child = await childOf(asked);
      if (!child) return NOT_FOUND;
      const { ruleReviewOn, note, ...rule } = asked.form;
      const done = await asked.change(tx => deeds.setFamilyRule(tx, doingOf(asked), { child: child.id, rule: { ...rule, reviewOn: ruleReviewOn, note: seesNotes(asked) ? note : undefined } }));
      return goTo(recordOf(asked, child), done ? 'Noted. Who is asked to countersign follows it.' : 'Nothing was changed.');
    },
    again: (asked, read) => recordPage(asked, { given: read.raw, errors: read.errors }),
  }),
  post('/:school/people/:person/family-record/order', {
    who: FAMILY_KEEPERS, form: forms.moveForm,
    deed: async asked => {
      const child = await childOf(asked);
      if (!child) return NOT_FOUND;
      const done = await asked.change(tx => deeds.moveContact(tx, doingOf(asked), { child: child.id, parent: asked.form.parent, by: asked.form.by === 'up' ? -1 : 1 }));
      return goTo(recordOf(asked, child), done ? 'The order of contact is changed.' : 'Nothing was changed.');
    },
    again: async () => NOT_FOUND,
  }),
  post('/:school/people/:person/family-record/undo', {
    who: FAMILY_KEEPERS, form: forms.noForm,
    deed: async asked => {
      const child = await childOf(asked);
      if (!child) return NOT_FOUND;
      const done = await asked.change(tx => deeds.undoLastChange(tx, doingOf(asked), child.id));
      return goTo(recordOf(asked, child), UNDONE[done]);
    },
    again: async () => NOT_FOUND,
  }),
];

const UNDONE = {
  done: 'The last change is taken back.', stale: 'The record was changed in another way since. Put it right by hand.', nothing: 'There is nothing to take back.',
} as const;

const adultRoutes = (): Route[] => [
  get('/:school/people/:person/family', { who: FAMILY_KEEPERS, page: asked => newAdultPage(asked) }),
  post('/:school/people/:person/family', {
    who: FAMILY_KEEPERS, form: forms.newAdultForm,
    deed: async asked => {
      const child = await childOf(asked);
      if (!child) return NOT_FOUND;
      const { givenName, familyName, email, mayNotAgree, source, ...adult } = asked.form;
      await asked.change(tx => deeds.addAdult(tx, doingOf(asked), {
        child: child.id, grownUp: { givenName, familyName, email }, today: asked.today, adult: { ...adult, mayAgree: !mayNotAgree && !adult.noContact, source: seesNotes(asked) ? source : undefined },
      }));
      return goTo(recordOf(asked, child), `${givenName} ${familyName} is noted as family of ${child.givenName}.`);
    },
    again: (asked, read) => newAdultPage(asked, { given: read.raw, errors: read.errors }),
  }),
  get('/:school/people/:person/family/:parent', { who: FAMILY_KEEPERS, page: asked => adultPage(asked) }),
  post('/:school/people/:person/family/:parent', {
    who: FAMILY_KEEPERS, form: forms.adultForm,
    deed: async asked => {
      const pair = await pairOf(asked);
      if (!pair) return NOT_FOUND;
      const { mayNotAgree, relation, standing = pair.adult.standing, source, ...adult } = asked.form;
      await asked.change(tx => deeds.setAdult(tx, doingOf(asked), {
        child: pair.child.id, parent: pair.adult.parent, adult: { ...adult, standing, relation: relation || pair.adult.relation, mayAgree: !mayNotAgree && !adult.noContact, source: seesNotes(asked) ? source : undefined },
      }));
      return goTo(recordOf(asked, pair.child), `What ${pair.adult.name} may is noted.`);
    },
    again: (asked, read) => adultPage(asked, { given: read.raw, errors: read.errors }),
  }),
  post('/:school/people/:person/family/:parent/remove', {
    who: FAMILY_KEEPERS, form: forms.noForm,
    deed: async asked => {
      const pair = await pairOf(asked);
      if (!pair) return NOT_FOUND;
      await asked.change(tx => deeds.removeAdult(tx, doingOf(asked), { child: pair.child.id, parent: pair.adult.parent }));
      return goTo(recordOf(asked, pair.child), `${pair.adult.name} is no longer on this record.`);
    },
    again: async () => NOT_FOUND,
  }),
];

const queryRoutes = (): Route[] => [
  get('/:school/people/family-queries', {
    who: FAMILY_KEEPERS,
    page: async asked => {
      const of = { today: asked.today, done: asked.query['done'] === 'yes', page: pageOf(asked), limit: PAGE };
      const view = await asked.read(tx => queriesView(tx, of));
      return page('Families to look at', <QueriesPage {...view} {...of} slug={asked.school.slug} />, { look: 'wide', trail: home(asked) });
    },
  }),
  get('/:school/people/family-queries.csv', {
    who: FAMILY_KEEPERS,
    page: async asked => {
      const { rows } = await asked.read(tx => queriesView(tx, { today: asked.today, done: asked.query['done'] === 'yes', page: 1, limit: MOST_LINES }));
      return csv(`family-queries-${asked.today}.csv`, [['Child', 'What they say', 'Who', 'When', 'Done'], ...rows.map(row => [row.childName, row.says, row.byName, row.at.toISOString(), row.doneAt?.toISOString() ?? ''])]);
    },
  }),
  post('/:school/people/family-queries', {
    who: FAMILY_KEEPERS, form: forms.settleForm,
    deed: async asked => {
      const done = await asked.change(tx => deeds.settleQuery(tx, doingOf(asked), { query: asked.form.query, done: asked.form.done === 'yes' }));
      if (!done) return NOT_FOUND;
      return goTo(`/${asked.school.slug}/people/family-queries`, asked.form.done === 'yes' ? 'Done. It stands under Done, where it can be opened again.' : 'It is open again.');
    },
    again: async () => NOT_FOUND,
  }),
];

/** What families put on the start page of those who keep their records. */
export async function familyCards(asked: Asked<Body>): Promise<StartCard[]> {
  if (!admits(FAMILY_KEEPERS, asked.reader)) return [];
  const waiting = await asked.remembered({ key: `families waiting ${asked.today}`, work: tx => waitingFor(tx, asked.today) });
  if (waiting.queries + waiting.reviews.length === 0) return [];
  return [{
    order: 18, card: (
      <Card title="Families to look at" tone="ask">
        {waiting.queries > 0 && <p>{counted(waiting.queries, 'parent says', 'parents say')} that something on the roll is wrong.</p>}
        {waiting.reviews.length > 0 && <p>{counted(waiting.reviews.length, 'record is', 'records are')} to be looked at again.</p>}
        <ButtonLink href={`/${asked.school.slug}/people/family-queries`} tone="quiet">Families to look at</ButtonLink>
      </Card>
    ),
  }];
}
