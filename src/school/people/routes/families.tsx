/** The addresses of families: adding a parent or carer to a child, and what each may. */
import { get, goTo, NOT_FOUND, page, post, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import { isPupil } from '../decisions.ts';
import * as deeds from '../deeds.ts';
import * as forms from '../forms.ts';
import { RelativePage, TiePage, type Given } from '../pages/add.tsx';
import { familyOf } from '../reads.ts';
import { fullName } from '../words.ts';
import { doingOf, KEEPING, listHome, personOf } from './people.tsx';

const trailOf = (asked: Asked<unknown>, child: { id: string; givenName: string; familyName: string }) => [listHome(asked), [fullName(child), `/${asked.school.slug}/people/${child.id}`] as const];

/** The child an address names; a grown-up has no parents here. */
async function childOf(asked: Asked<unknown>) {
  const child = await personOf(asked);
  return child && isPupil(child.kinds) ? child : null;
}

async function relativePage(asked: Asked<unknown>, again: { given: Given; errors?: Readonly<Record<string, string>> } = { given: {} }): Promise<Reply> {
  const child = await childOf(asked);
  if (!child) return NOT_FOUND;
  return page('Add a parent or carer', <RelativePage slug={asked.school.slug} child={child} {...again} />, { status: again.errors ? 422 : 200, trail: trailOf(asked, child) });
}

export const familyRoutes = (): Route[] => [
  get('/:school/people/:person/family', { who: KEEPING, page: asked => relativePage(asked) }),
  post('/:school/people/:person/family', {
    who: KEEPING, form: forms.relativeForm,
    deed: async asked => {
      const child = await childOf(asked);
      if (!child) return NOT_FOUND;
      const { relation, mayNotAgree, noContact, ...grownUp } = asked.form;
      await asked.change(tx => deeds.addRelative(tx, doingOf(asked), { child: child.id, relation, mayAgree: !mayNotAgree && !noContact, noContact, grownUp, today: asked.today }));
      return goTo(`/${asked.school.slug}/people/${child.id}`, `${grownUp.givenName} ${grownUp.familyName} is noted as family of ${child.givenName}.`);
    },
    again: (asked, read) => relativePage(asked, { given: read.raw, errors: read.errors }),
  }),
  get('/:school/people/:person/family/:parent', {
    who: KEEPING,
    page: async asked => {
      const child = await childOf(asked);
      const relative = child && (await asked.read(tx => familyOf(tx, child, asked.today))).find(one => one.id === asked.params['parent']);
      return relative ? page('What they may', <TiePage slug={asked.school.slug} child={child} relative={relative} />, { trail: trailOf(asked, child) }) : NOT_FOUND;
    },
  }),
  post('/:school/people/:person/family/:parent', {
    who: KEEPING, form: forms.tieForm,
    deed: async asked => {
      const [child, parent] = [await childOf(asked), await personOf(asked, 'parent')];
      if (!child || !parent) return NOT_FOUND;
      const { mayNotAgree, noContact } = asked.form;
      const done = await asked.change(tx => deeds.setTie(tx, doingOf(asked), { child: child.id, parent: parent.id, mayAgree: !mayNotAgree && !noContact, noContact }));
      return done ? goTo(`/${asked.school.slug}/people/${child.id}`, `What ${fullName(parent)} may is noted.`) : NOT_FOUND;
    },
    again: async () => NOT_FOUND,
  }),
];
