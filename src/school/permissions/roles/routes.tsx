/** The addresses of roles. Everybody who works for the school reads the lists; whoever looks after the rule, or leads, keeps them. */
import { either, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { holds, listed, partOf, registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { rulesInForce } from '../../policies/index.ts';
import { lookingOf } from '../register/routes.tsx';
import { keeps, namingFault, openOver, rolesIn, type NamingFault } from './decisions.ts';
import { nameForRole, takeOffRole } from './deeds.ts';
import { nameForm, offForm, type NameGiven, type OffGiven } from './forms.ts';
import { roleColumns, roleFields, RolesPage, roleWords } from './pages.tsx';
import { candidates, closeOver, findNamed, isTwice, listNamed, rolesView } from './reads.ts';
import type { NamedLine, Role } from './words.ts';

export const ROLE_READERS = either(kinds('staff', 'governor', 'trustee'), offices('head', 'deputy-head', 'chair-of-governors'));

type Errors = Readonly<Record<string, string>>;
/** The list as a form of it came back: what was typed, and what is wrong with it. */
interface Back { readonly raw: Body; readonly errors: Errors }

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/permissions/roles`;
const doingOf = (asked: Asked<unknown>) => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });

const rolesFor = (asked: Asked<unknown>, { vocabulary }: Shared): Promise<Role[]> =>
  asked.read(async tx => rolesIn((await rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today })).rulebook, asked.today));

const fitsState = (line: NamedLine, state: string): boolean => (state === '' ? line.state !== 'over' : state === 'all' || line.state === state);

const register = (shared: Shared, back: Back = { raw: {}, errors: {} }): Register<NamedLine> => ({
  path: '/permissions/roles', who: ROLE_READERS, file: 'roles',
  fields: async asked => roleFields((await rolesFor(asked, shared)).map(role => role.name), shared.vocabulary),
  find: async (asked, ask) => {
    const { lines } = await asked.read(tx => rolesView(tx, lookingOf(asked, shared)));
    const { role = '', state = '' } = ask.chosen;
    return partOf(lines.filter(line => (role === '' || line.role === role) && fitsState(line, state) && holds(`${line.name ?? ''} ${line.reason} ${roleWords(line.role, shared.vocabulary)}`, ask)), ask);
  },
  columns: asked => roleColumns({ base: baseOf(asked), vocabulary: shared.vocabulary, today: asked.today }),
  page: async (asked, list) => {
    const { roles } = await asked.read(tx => rolesView(tx, lookingOf(asked, shared)));
    const role = roles.find(one => one.name === list.chosen['role']) ?? null;
    const people = role?.mine && role.open ? await asked.read(tx => candidates(tx, lookingOf(asked, shared), role)) : [];
    return page(role ? roleWords(role.name, shared.vocabulary) : 'Who has which role', (
      <RolesPage list={list} roles={roles} vocabulary={shared.vocabulary} today={asked.today} role={role} people={people} raw={back.raw} errors={back.errors} />
    ), { look: 'wide', trail: [['Permissions', `/${asked.school.slug}/permissions`]], status: Object.keys(back.errors).length > 0 ? 422 : 200 });
  },
});

export const roleRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  post('/:school/permissions/roles', { who: ROLE_READERS, form: nameForm, deed: asked => name(asked, shared), again: (asked, { errors, raw }) => showAgain(asked, shared, { raw, errors }) }),
  post('/:school/permissions/roles/off', { who: ROLE_READERS, form: offForm, deed: asked => takeOff(asked, shared), again: async (asked, { errors, raw }) => offAgain(asked, shared, { raw, errors }) }),
];

/** The role that this reader keeps; null where it is none, or somebody else's. */
const keptBy = async (asked: Asked<unknown>, shared: Shared, role: unknown): Promise<Role | null> =>
  (await rolesFor(asked, shared)).find(one => one.name === role && keeps(one, asked.reader.offices)) ?? null;

async function showAgain(asked: Asked<unknown>, shared: Shared, back: Back): Promise<Reply> {
  const role = await keptBy(asked, shared, back.raw['role']);
  if (!role) return NOT_FOUND;
  const at = { ...asked, query: { role: role.name } } as Asked<Body>;
  const again = register(shared, back);
  return again.page(at, (await listed(at, again))!);
}

async function offAgain(asked: Asked<unknown>, shared: Shared, { raw, errors }: Back): Promise<Reply> {
  const named = typeof raw['id'] === 'string' && errors['id'] === undefined ? await asked.read(tx => findNamed(tx, raw['id'] as string)) : null;
  return named ? showAgain(asked, shared, { raw: { role: named.role }, errors: { [`reason-${named.id}`]: errors['reason'] ?? '' } }) : NOT_FOUND;
}

const FAULTS: Readonly<Record<NamingFault, readonly [field: string, words: string]>> = {
  'not-now': ['person', 'The measure is not in force, so nobody can be named'],
  themselves: ['person', 'You cannot put yourself on the list'],
  'before-the-measure': ['from', 'Choose a day on which the measure holds already'],
  'after-the-measure': ['until', 'Choose a day on which the measure still holds'],
  'named-already': ['person', 'They are on the list for these days already'],
};

async function name(asked: Asked<NameGiven & { role: string }>, shared: Shared): Promise<Reply> {
  const role = await keptBy(asked, shared, asked.form.role);
  if (!role) return NOT_FOUND;
  const { person, from, until, reason } = asked.form;
  const fault = await asked.change(async tx => {
    if (!(await candidates(tx, lookingOf(asked, shared), role)).some(one => one.id === person)) return person === asked.reader.person ? 'themselves' : 'stranger';
    const named = await listNamed(tx, role.name);
    const found = namingFault(role, { person, from, until, by: asked.reader.person!, today: asked.today }, named);
    if (found !== null) return found;
    await closeOver(tx, openOver(named, role, asked.today));
    await nameForRole(tx, doingOf(asked), { role, person, from, until, reason });
    return null;
  }).catch((refused: unknown): NamingFault => {
    if (isTwice(refused)) return 'named-already';
    throw refused;
  });
  if (fault === null) return goTo(`${baseOf(asked)}?role=${role.name}`, 'On the list. They are told, and May I knows it.');
  const [field, words] = fault === 'stranger' ? ['person', 'Choose somebody from the list'] : FAULTS[fault];
  return showAgain(asked, shared, { raw: { role: role.name, person, from, until: until ?? '', reason }, errors: { [field]: words } });
}

async function takeOff(asked: Asked<OffGiven>, shared: Shared): Promise<Reply> {
  const named = await asked.read(tx => findNamed(tx, asked.form.id));
  const role = named && await keptBy(asked, shared, named.role);
  if (!named || !role) return NOT_FOUND;
  const done = await asked.change(tx => takeOffRole(tx, doingOf(asked), { named, reason: asked.form.reason }));
  return goTo(`${baseOf(asked)}?role=${role.name}`, done ? 'Taken off the list. They are told.' : 'They were taken off the list already.');
}
