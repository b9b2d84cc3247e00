/** The addresses of signing with a class. No child's name stands in one. */
import { newId } from '../../../platform/ids.ts';
import { knownLanguages } from '../../../platform/languages/index.ts';
import { either, get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { signerOf } from '../routes.tsx';
import { keepsRegister, officeToTalkTo } from '../views.ts';
import { policiesToSign } from '../reads.ts';
import { BoardPage } from './board-page.tsx';
import { signInClass, talkInClass, undoInClass } from './deeds.ts';
import { markForm, noForm, talkForm } from './forms.ts';
import { ClassesPage, classHref, MarkPage, SittingPage } from './pages.tsx';
import { linesFor, sittingOf, youngClasses } from './reads.ts';
import { teacherRoutes, type ClassParts } from './teacher-routes.tsx';
import type { ClassSitting } from './words.ts';

export function classRoutes({ vocabulary, keepers }: ClassParts): Route[] {
  const who = either(keepers, kinds('staff'));
  const hereOf = (asked: Asked<unknown>) => ({ slug: asked.school.slug, class: asked.params['class']!, policy: asked.params['policy']! });
  const inClass = (asked: Asked<unknown>) => ({ class: asked.params['class']!, policy: asked.params['policy']!, child: asked.params['child']! });
  const trail = (asked: Asked<unknown>, sitting?: ClassSitting) =>
    [['Sign with a class', `/${asked.school.slug}/agreements/class`], ...(sitting ? [[sitting.class, classHref(hereOf(asked))] as const] : [])] as const;
  const sitting = (asked: Asked<unknown>, language?: string) =>
    inStep(asked, vocabulary, tx => sittingOf(tx, { class: asked.params['class']!, policy: asked.params['policy']!, reader: asked.reader, place: placeOf(asked, vocabulary), language: language ?? named(asked.query['in']) }));
  /** A language that an address or a form names. */
  const named = (code: unknown) => knownLanguages().find(one => one.code === code)?.code;

  /** The child's own page; a child who has promised already is back among the others. */
  const markPage = async (asked: Asked<unknown>, errors?: Readonly<Record<string, string>>): Promise<Reply> => {
    const first = await sitting(asked, named((asked.form as Body | undefined)?.['language']));
    const at = first?.children.findIndex(child => child.id === asked.params['child']) ?? -1;
    if (!first || at < 0) return NOT_FOUND;
    const child = first.children[at]!;
    // Why again: in which words a child promises hangs on the child, unless the page was asked for in another language.
    const found = child.language !== null && asked.query['in'] === undefined && !first.sheet.translation ? await sitting(asked, child.language) ?? first : first;
    if (child.standing === 'promised') return goTo(classHref(hereOf(asked)));
    return page(child.name, <MarkPage sitting={found} child={child} at={at} once={newId()} {...(errors ? { errors } : {})} />, { look: 'kid', status: errors ? 422 : 200, trail: trail(asked, found) });
  };

  /** Does something for a child of a class that this reader runs. */
  const forChild = async <F,>(asked: Asked<F>, deed: (name: string) => Promise<Reply>): Promise<Reply> => {
    const found = await sitting(asked);
    const child = found?.children.find(one => one.id === asked.params['child']);
    return child ? deed(child.name) : NOT_FOUND;
  };

  return [
    get('/:school/agreements/class', {
      who,
      page: async asked => {
        const view = await inStep(asked, vocabulary, async tx => {
          const of = { reader: asked.reader, place: placeOf(asked, vocabulary) };
          return { lines: await linesFor(tx, of), young: await youngClasses(tx, of) };
        });
        return page('Sign with a class', <ClassesPage slug={asked.school.slug} {...view} keeper={keepsRegister(asked.reader)} />);
      },
    }),

    get('/:school/agreements/class/:class/:policy', {
      who,
      page: async asked => {
        const found = await sitting(asked);
        return found ? page(`${found.sheet.title}, ${found.class}`, <SittingPage {...found} />, { look: 'kid', trail: trail(asked) }) : NOT_FOUND;
      },
    }),

    get('/:school/agreements/class/:class/:policy/read', {
      who,
      page: async asked => {
        const found = await sitting(asked);
        return found ? page(found.sheet.title, <BoardPage {...found} />, { look: found.young ? 'kid' : 'wide', trail: trail(asked, found) }) : NOT_FOUND;
      },
    }),

    get('/:school/agreements/class/:class/:policy/:child', { who, page: asked => markPage(asked) }),

    post('/:school/agreements/class/:class/:policy/:child', {
      who, form: markForm, perMinute: 120,
      deed: asked => forChild(asked, async name => {
        const { drawing, edition, hash, once, language } = asked.form;
        const done = await asked.change(tx => signInClass(tx, signerOf(asked, vocabulary), { ...inClass(asked), shown: { edition, hash, language }, drawing: drawing || null, once }));
        if (done.ok) return goTo(classHref(hereOf(asked)), done.already ? `${name} had promised already.` : `${name} has promised.`);
        return done.why === 'changed' ? goTo(classHref(hereOf(asked)), 'These rules changed while you were reading. Nothing was signed. Please read them together again.') : NOT_FOUND;
      }),
      again: (asked, read) => markPage(asked, read.errors),
    }),

    post('/:school/agreements/class/:class/:policy/:child/talk', {
      who, form: talkForm, perMinute: 60,
      deed: asked => forChild(asked, async () => {
        const policy = await asked.read(async tx => (await policiesToSign(tx, vocabulary)).get(asked.params['policy']!));
        const done = policy && await asked.change(tx => talkInClass(tx, signerOf(asked, vocabulary), { ...inClass(asked), ...asked.form, talkTo: officeToTalkTo(policy, []) }));
        return done ? goTo(classHref(hereOf(asked)), 'That is fine. It is noted, and somebody will talk about it.') : NOT_FOUND;
      }),
      again: (asked, read) => markPage(asked, read.errors),
    }),

    post('/:school/agreements/class/:class/:policy/:child/undo', {
      who, form: noForm, perMinute: 60, again: async () => NOT_FOUND,
      deed: asked => forChild(asked as Asked<Body>, async name => {
        const done = await asked.change(tx => undoInClass(tx, signerOf(asked, vocabulary), { ...inClass(asked), reader: asked.reader }));
        return done ? goTo(classHref(hereOf(asked)), `Undone. ${name} has still to promise.`) : NOT_FOUND;
      }),
    }),

    ...teacherRoutes({ vocabulary, keepers }),
  ];
}
