/** The addresses of households. */
import * as z from 'zod';
import { csv, formOf, get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { narrowed } from '../decisions.ts';
import { doingOf, KEEPING, listHome, personOf } from '../routes/people.tsx';
import { fullName, type Person } from '../words.ts';
import * as deeds from './deeds.ts';
import { AddToHouseholdPage, HouseholdsPage } from './pages.tsx';
import { countMembers, listMembers } from './reads.ts';

const A_PAGE = 50;
const MOST_IN_A_FILE = 20_000;
/** Who may open the register of who has signed; agreements decides, the link is only left out here. */
const SIGNED_READERS = ['office', 'head'];

const name = (which: string) => z.string(`Enter the ${which}`).min(1, `Enter the ${which}`).max(80, 'Use 80 letters or fewer');
const householdForm = formOf(z.object({
  givenName: name('given name'), familyName: name('family name'),
  relation: z.string('Say what they are, such as Partner').min(1, 'Say what they are, such as Partner').max(60, 'Use 60 letters or fewer'),
  email: z.union([z.literal(''), z.email('Enter an e-mail address like name@example.org, or leave it empty').max(200, 'Use 200 letters or fewer')]).default('').transform(text => text || null),
}));

/** The member of staff an address names; nobody else has a household here. */
async function staffOf(asked: Asked<unknown>, { vocabulary }: Shared): Promise<Person | null> {
  const person = await personOf(asked);
  const staff = narrowed('staff', vocabulary);
  return person && person.kinds.some(kind => staff.includes(kind)) && (person.leftOn === null || person.leftOn >= asked.today) ? person : null;
}

async function addPage(asked: Asked<unknown>, shared: Shared, again?: { given: Body; errors: Readonly<Record<string, string>> }): Promise<Reply> {
  const person = await staffOf(asked, shared);
  if (!person) return NOT_FOUND;
  return page('Add to the household', <AddToHouseholdPage slug={asked.school.slug} person={person} given={again?.given ?? {}} errors={again?.errors ?? {}} />, { status: again ? 422 : 200, trail: [listHome(asked), [fullName(person), `/${asked.school.slug}/people/${person.id}`]] });
}

export const householdRoutes = (shared: Shared): Route[] => [
  get('/:school/people/:person/household', { who: KEEPING, page: asked => addPage(asked, shared) }),
  post('/:school/people/:person/household', {
    who: KEEPING, form: householdForm,
    deed: async asked => {
      const person = await staffOf(asked, shared);
      if (!person) return NOT_FOUND;
      await asked.change(tx => deeds.addToHousehold(tx, doingOf(asked), { ...asked.form, staff: person.id, today: asked.today }));
      return goTo(`/${asked.school.slug}/people/${person.id}`, `${asked.form.givenName} ${asked.form.familyName} is noted and asked to sign.`);
    },
    again: (asked, { raw, errors }) => addPage(asked, shared, { given: raw, errors }),
  }),
  get('/:school/people/households', {
    who: KEEPING,
    page: async asked => {
      const n = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
      const { rows, total } = await asked.read(async tx => ({ rows: await listMembers(tx, { day: asked.today, limit: A_PAGE, offset: (n - 1) * A_PAGE }), total: await countMembers(tx, asked.today) }));
      return page('Households of staff', <HouseholdsPage slug={asked.school.slug} rows={rows} total={total} page={n} pages={Math.ceil(total / A_PAGE)} maySeeAgreements={SIGNED_READERS.some(office => asked.reader.offices.includes(office))} />, { look: 'wide', trail: [listHome(asked)] });
    },
  }),
  get('/:school/people/households.csv', {
    who: KEEPING,
    page: async asked => {
      const rows = await asked.read(tx => listMembers(tx, { day: asked.today, limit: MOST_IN_A_FILE, offset: 0 }));
      return csv(`households-${asked.today}.csv`, [['name', 'is', 'household of', 'since', 'e-mail'], ...rows.map(one => [one.name, one.relation, one.staffName, one.since, one.email])]);
    },
  }),
];
