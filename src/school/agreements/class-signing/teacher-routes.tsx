/** The addresses of who teaches which class. */
import { get, goTo, NOT_FOUND, page, post, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { signerOf } from '../routes.tsx';
import { endTeaching, noteTeaching } from './deeds.ts';
import { endTeachingForm, teachingForm } from './forms.ts';
import { teachersView } from './reads.ts';
import { TeachersPage } from './teachers-page.tsx';

export interface ClassParts {
  readonly vocabulary: Vocabulary;
  readonly keepers: Who;
}

export function teacherRoutes({ vocabulary, keepers }: ClassParts): Route[] {
  const here = (asked: Asked<unknown>) => `/${asked.school.slug}/agreements/class-teachers`;
  const show = async (asked: Asked<unknown>, more: { values?: Readonly<Record<string, string>>; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> =>
    page('Who teaches which class', <TeachersPage {...await asked.read(tx => teachersView(tx, { school: asked.school, today: asked.today, vocabulary }))} {...more} />, {
      status: more.errors ? 422 : 200, trail: [['Sign with a class', `/${asked.school.slug}/agreements/class`]],
    });

  return [
    get('/:school/agreements/class-teachers', { who: keepers, page: asked => show(asked) }),

    post('/:school/agreements/class-teachers', {
      who: keepers, form: teachingForm, perMinute: 60,
      deed: async asked => {
        const { until, ...given } = asked.form;
        const done = await asked.change(tx => noteTeaching(tx, signerOf(asked, vocabulary), { ...given, until: until || null }));
        if (done) return goTo(here(asked), 'Noted.');
        return show(asked, { values: { ...given, until }, errors: { person: 'This person is no staff here on that day. Choose another' } });
      },
      again: (asked, read) => show(asked, { values: Object.fromEntries(Object.entries(read.raw).map(([name, value]) => [name, String(value ?? '')])), errors: read.errors }),
    }),

    post('/:school/agreements/class-teachers/end', {
      who: keepers, form: endTeachingForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const done = await asked.change(tx => endTeaching(tx, signerOf(asked, vocabulary), asked.form.teaching));
        return done ? goTo(here(asked), 'Taken away.') : NOT_FOUND;
      },
    }),
  ];
}
