/** The address of the terms. */
import { write } from '../../../logbook/index.ts';
import { get, goTo, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { MOST_TERMS, noForm, termsForm, type NamedTerm } from './forms.ts';
import { TermsPage } from './pages.tsx';
import { namedTerms } from './reads.ts';
import { addNextYear, setTerms } from './set-terms.ts';

export const TERM_KEEPERS = offices('head', 'office');

async function termsPage(asked: Asked<unknown>, again?: { given: Body; errors: Readonly<Record<string, string>> }): Promise<Reply> {
  const terms = again ? linesOf(again.given) : await asked.read(namedTerms);
  return page('Terms', <TermsPage slug={asked.school.slug} terms={terms} errors={again?.errors ?? {}} />, { status: again ? 422 : 200 });
}

/** The lines as they were typed. */
function linesOf(given: Body): NamedTerm[] {
  const text = (field: string, at: number) => String(given[`${field}-${at}`] ?? '');
  const lines = Array.from({ length: MOST_TERMS }, (_, at) => ({ name: text('name', at), from: text('from', at), to: text('to', at) }));
  return lines.filter(line => line.name !== '' || line.from !== '' || line.to !== '');
}

export const termRoutes = (): Route[] => [
  get('/:school/agreements/terms', { who: TERM_KEEPERS, page: asked => termsPage(asked) }),
  post('/:school/agreements/terms', {
    who: TERM_KEEPERS, form: termsForm,
    deed: async asked => {
      await asked.change(async tx => {
        await setTerms(tx, asked.school.id, asked.form);
        await write(tx, { school: asked.school.id, deed: 'set-terms', by: asked.reader.person!, at: asked.now, words: { terms: asked.form.map(term => `${term.name}: ${term.from} to ${term.to}`).join('; ') } });
      });
      return goTo(`/${asked.school.slug}/agreements/terms`, 'The terms are saved. Due dates are worked out again.');
    },
    again: (asked, { raw, errors }) => termsPage(asked, { given: raw, errors }),
  }),
  post('/:school/agreements/terms/next-year', {
    who: TERM_KEEPERS, form: noForm,
    deed: async asked => {
      const added = await asked.change(tx => addNextYear(tx, { school: asked.school.id, by: asked.reader.person!, at: asked.now }));
      return goTo(`/${asked.school.slug}/agreements/terms`, added === 0 ? 'Nothing was copied: no more terms fit, or the year to come is there already.' : 'The terms of the year to come are copied. Put right what is different.');
    },
    again: asked => termsPage(asked),
  }),
];
