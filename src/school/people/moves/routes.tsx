/** The addresses of moves and year groups. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { narrowed } from '../decisions.ts';
import { noForm } from '../forms.ts';
import { isPupilKind } from '../import/decisions.ts';
import { listClasses } from '../reads.ts';
import { doingOf, KEEPING, listHome, personOf } from '../routes/people.tsx';
import { fullName } from '../words.ts';
import { longDay } from '../../../page-parts/index.ts';
import { fitted, yearNamed } from './decisions.ts';
import * as deeds from './deeds.ts';
import { moveForm, yearsForm } from './forms.ts';
import { MovePage, YearsPage } from './pages.tsx';
import { yearsAreSaid, yearsOf } from './reads.ts';
import type { MoveFault, YearGroup } from './words.ts';

type Again = { readonly given: Body; readonly errors: Readonly<Record<string, string>> };

const FAULTS: Readonly<Record<MoveFault, readonly [field: string, words: string]>> = {
  'before-joined': ['from', 'That is before their first day at the school'],
  'after-last-day': ['from', 'That is after their last day at the school'],
  'later-planned': ['from', 'A later change is noted already. Take that one back first'],
  same: ['kinds', 'Nothing changes: they are all of this already on that day'],
};

async function movePage(asked: Asked<unknown>, { vocabulary }: Shared, again?: Again): Promise<Reply> {
  const person = await personOf(asked);
  if (!person) return NOT_FOUND;
  const { years, classes } = await asked.read(async tx => ({ years: await yearsOf(tx, asked.today), classes: await listClasses(tx, asked.today) }));
  return page('What changes?', (
    <MovePage slug={asked.school.slug} vocabulary={vocabulary} today={asked.today} person={person} years={years} classes={classes} given={again?.given ?? {}} errors={again?.errors ?? {}} />
  ), { status: again ? 422 : 200, trail: [listHome(asked), [fullName(person), `/${asked.school.slug}/people/${person.id}`]] });
}

async function noteMove(asked: Asked<{ kinds: string[]; from: string; yearGroup: string; class: string }>, shared: Shared): Promise<Reply> {
  const person = await personOf(asked);
  if (!person) return NOT_FOUND;
  const { kinds, from, yearGroup, class: room } = asked.form;
  const years = await asked.read(tx => yearsOf(tx, asked.today));
  const pupil = kinds.some(isPupilKind);
  const becomes = { kinds: fitted(kinds, yearGroup, years).sort(), place: pupil ? { yearGroup, class: room, phase: yearNamed(years, yearGroup).phase } : null };
  const done = await asked.change(tx => deeds.movePerson(tx, doingOf(asked), { person: person.id, from, becomes }));
  if (done.ok) return goTo(`/${asked.school.slug}/people/${person.id}`, from > asked.today ? `The change is noted. It begins on ${longDay(from)}.` : 'The change is noted.');
  if (done.why === 'gone') return NOT_FOUND;
  const [field, words] = FAULTS[done.why];
  return movePage(asked, shared, { given: asked.form, errors: { [field]: words } });
}

async function yearsPage(asked: Asked<unknown>, { vocabulary }: Shared, again?: Again): Promise<Reply> {
  const { lines, said } = await asked.read(async tx => ({ lines: await yearsOf(tx, asked.today), said: await yearsAreSaid(tx) }));
  return page('Year groups', (
    <YearsPage slug={asked.school.slug} vocabulary={vocabulary} kinds={narrowed('pupil', vocabulary)} lines={again ? linesOf(again.given) : lines} said={said} errors={again?.errors ?? {}} />
  ), { status: again ? 422 : 200, trail: [listHome(asked)] });
}

/** The lines as they were typed. */
function linesOf(given: Body): YearGroup[] {
  const text = (field: string) => String(given[field] ?? '');
  return Object.keys(given).flatMap(key => /^name-(\d+)$/.exec(key)?.[1] ?? []).map(at => ({ name: text(`name-${at}`), phase: text(`phase-${at}`), kind: text(`kind-${at}`) })).filter(year => year.name !== '').slice(0, 60);
}

export function moveRoutes(shared: Shared): Route[] {
  const { vocabulary } = shared;
  const known = new Set([...vocabulary.kinds.values()].filter(({ within }) => !within.includes('pupil')).map(kind => kind.name));
  return [
    get('/:school/people/:person/move', { who: KEEPING, page: asked => movePage(asked, shared) }),
    post('/:school/people/:person/move', { who: KEEPING, form: moveForm(known), deed: asked => noteMove(asked, shared), again: (asked, read) => movePage(asked, shared, { given: read.raw, errors: read.errors }) }),
    post('/:school/people/:person/move/:move/take-back', {
      who: KEEPING, form: noForm,
      deed: async asked => {
        const person = await personOf(asked);
        const move = asked.params['move'] ?? '';
        if (!person || !isId(move)) return NOT_FOUND;
        const done = await asked.change(tx => deeds.takeBackMove(tx, doingOf(asked), { person: person.id, move }));
        return done ? goTo(`/${asked.school.slug}/people/${person.id}`, 'The change is taken back.') : NOT_FOUND;
      },
      again: async () => NOT_FOUND,
    }),
    get('/:school/people/years', { who: KEEPING, page: asked => yearsPage(asked, shared) }),
    post('/:school/people/years', {
      who: KEEPING, form: yearsForm(narrowed('pupil', vocabulary)),
      deed: async asked => {
        await asked.change(tx => deeds.setYears(tx, doingOf(asked), asked.form));
        return goTo(`/${asked.school.slug}/people/years`, 'The year groups are saved.');
      },
      again: (asked, read) => yearsPage(asked, shared, { given: read.raw, errors: read.errors }),
    }),
  ];
}
