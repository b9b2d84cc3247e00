/** The addresses round a signature: reading what belongs to it, and telling the office that the roll is wrong. */
import { isId, newId } from '../../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { fullName, queryRoll, type Person } from '../../people/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { childOf, documentOf } from '../reads.ts';
import { isInFamilySitting } from '../sitting/family/reads.ts';
import { signView } from '../views.ts';
import { finishReading, openDocument } from './deeds.ts';
import { readForm, wrongForm } from './forms.ts';
import { ElsewherePage, ReadingPage, WrongPage } from './pages.tsx';
import { readFirst } from './reads.ts';
import { nameOfDocument, type ToRead } from './words.ts';

const PARENT = kinds('parent');

export const familyProofRoutes = (shared: { readonly vocabulary: Vocabulary }): Route[] => [...readingRoutes(shared), ...wrongRoutes(shared)];

interface Found {
  readonly one: ToRead;
  readonly title: string;
  readonly child: string | null;
  readonly backHref: string;
}

/** The document an address names, where the reader must read it before they sign. */
async function foundOf(asked: Asked<unknown>, vocabulary: Vocabulary, child: string | null): Promise<Found | null> {
  const { policy, companion } = asked.params as { policy: string; companion: string };
  const place = placeOf(asked, vocabulary);
  const by = asked.reader.person!;
  if (child !== null && (!isId(child) || !asked.reader.kinds.includes('parent'))) return null;
  return inStep(asked, vocabulary, async tx => {
    if (child !== null && !(await childOf(tx, { parent: by, child, today: asked.today }))) return null;
    const capacity = child === null ? 'self' as const : 'guardian' as const;
    const view = await signView(tx, { person: child ?? by, by, policy, capacity, place });
    const one = view && (await readFirst(tx, { by, capacity, document: view.policy.document, place })).find(document => nameOfDocument(document) === companion);
    if (!one) return null;
    const beside = child !== null && await isInFamilySitting(tx, by, { child, policy }) ? `/family/sitting/${child}/${policy}` : `/family/${child}/${policy}`;
    return { one, title: view.sheet.title, child, backHref: `/${asked.school.slug}${child === null ? `/agreements/${policy}` : beside}` };
  });
}

function readingRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const about = (asked: Asked<unknown>, found: Found) => ({ school: asked.school.id, person: asked.reader.person!, document: found.one, at: asked.now });
  return [
    get('/:school/agreements/:policy/with/:companion', {
      who: SIGNED_IN, perMinute: 60,
      page: async asked => {
        const found = await foundOf(asked, vocabulary, asked.query['child'] ?? null);
        if (!found) return NOT_FOUND;
        // Why on a GET: to open the page is the deed that is kept.
        if (found.one.openedAt === null) await asked.change(tx => openDocument(tx, about(asked, found)));
        const props = { forTitle: found.title, action: asked.url.split('?')[0]!, backHref: found.backHref, child: found.child };
        const trail = [[found.title, found.backHref] as const];
        if (found.one.ownPolicy === null) return page(found.one.title, <ElsewherePage {...props} one={found.one} />, { trail });
        const document = await asked.read(tx => documentOf(tx, found.one.editionId, vocabulary));
        return document ? page(found.one.title, <ReadingPage {...props} title={found.one.title} edition={found.one.edition} document={document} />, { trail }) : NOT_FOUND;
      },
    }),
    post('/:school/agreements/:policy/with/:companion', {
      who: SIGNED_IN, form: readForm,
      deed: async asked => {
        const found = await foundOf(asked, vocabulary, asked.form.child ?? null);
        if (!found) return NOT_FOUND;
        await asked.change(tx => finishReading(tx, about(asked, found)));
        return goTo(found.backHref, 'Noted that you have read it.');
      },
      again: async () => NOT_FOUND,
    }),
  ];
}

function wrongRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const childFor = async (asked: Asked<unknown>): Promise<Person | null> => {
    const child = asked.params['child']!;
    return isId(child) ? inStep(asked, vocabulary, tx => childOf(tx, { parent: asked.reader.person!, child, today: asked.today })) : null;
  };
  const wrongPage = async (asked: Asked<unknown>, again: { errors?: Readonly<Record<string, string>>; says?: string } = {}): Promise<Reply> => {
    const child = await childFor(asked);
    if (!child) return NOT_FOUND;
    const form = child.place ? [child.place.yearGroup, child.place.class].filter(Boolean).join(', ') : '';
    return page('Something is wrong here', <WrongPage name={fullName(child)} form={form} action={`/${asked.school.slug}/family/${child.id}/wrong`} once={newId()} backHref={`/${asked.school.slug}/family`} {...again} />, {
      status: again.errors ? 422 : 200, trail: [['My family', `/${asked.school.slug}/family`]],
    });
  };
  return [
    get('/:school/family/:child/wrong', { who: PARENT, page: asked => wrongPage(asked) }),
    post('/:school/family/:child/wrong', {
      who: PARENT, form: wrongForm, perMinute: 20,
      deed: async asked => {
        const child = await childFor(asked);
        if (!child) return NOT_FOUND;
        await asked.change(tx => queryRoll(tx, { school: asked.school.id, by: asked.reader.person!, at: asked.now }, { child: child.id, ...asked.form }));
        return goTo(`/${asked.school.slug}/family`, 'The school office has it. You can sign all the same.');
      },
      again: (asked, read) => wrongPage(asked, { errors: read.errors, says: String(read.raw['says'] ?? '') }),
    }),
  ];
}
