/** The addresses of answers entered by hand: for those who keep the register. */
import { isId, newId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { drawnFor } from '../../people/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { answersIn } from '../allowed/decisions.ts';
import { pageOf, signerOf } from '../routes.tsx';
import { enterAnswer, mayUndoEntry, undoEntry } from './deeds.ts';
import { answerForm, noForm } from './forms.ts';
import { EntriesPage, EntryPage, FormPage } from './pages.tsx';
import { letterPdf } from './paper.ts';
import { entriesCsv, entryView, formView, listView } from './reads.ts';
import type { Fault } from './words.ts';

/** Each fault beside the field that mends it. */
const FAULTS: Readonly<Record<Fault, readonly [string, string]>> = {
  own: ['heardBy', 'Nobody enters or hears an answer of their own. Ask a colleague to do it'], family: ['heardBy', 'Nobody enters or hears an answer for their own child. Ask a colleague to do it'],
  same: ['witness', 'Choose somebody other than who took the answer'], witness: ['witness', 'Choose who else heard the call'], 'not-staff': ['witness', 'Choose somebody who is on the staff today'],
  'may-not': ['by', 'This person may not agree for the child. Choose another'], future: ['givenOn', 'Enter a day that is not in the future'], 'too-old': ['givenOn', 'Enter a day of the last weeks; ask again where it is longer ago'],
  'not-asked': ['answer', 'This is not asked any more. Go back to the person'], changed: ['answer', 'The rules changed meanwhile. Read them out again, then ask again'], already: ['answer', 'This person has agreed already'],
};

export function byHandRoutes({ vocabulary, keepers: who }: { readonly vocabulary: Vocabulary; readonly keepers: Who }): Route[] {
  const home = '/:school/agreements/by-hand';
  const trail = (asked: Asked<unknown>) => [['Answers put down by hand', `/${asked.school.slug}/agreements/by-hand`]] as const;
  const viewOf = async (asked: Asked<unknown>) => {
    const { person, policy } = asked.params as { person: string; policy: string };
    return isId(person) ? inStep(asked, vocabulary, tx => formView(tx, { person, policy, place: placeOf(asked, vocabulary), reader: asked.reader })) : null;
  };
  const asTyped = (form: Readonly<Record<string, unknown>>): Record<string, string> => Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value ?? '')]));
  const form = async (asked: Asked<unknown>, more: { values?: Readonly<Record<string, string>>; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> => {
    const view = await viewOf(asked);
    return view ? page('An answer by telephone or on paper', <FormPage {...view} {...more} once={newId()} />, { status: more.errors ? 422 : 200, trail: trail(asked) }) : NOT_FOUND;
  };
  const entryOf = async (asked: Asked<unknown>) => (isId(asked.params['id']!) ? asked.read(tx => entryView(tx, asked.params['id']!, placeOf(asked, vocabulary))) : null);

  return [
    get(home, { who, page: async asked => page('Answers put down by hand', <EntriesPage slug={asked.school.slug} {...await inStep(asked, vocabulary, tx => listView(tx, { place: placeOf(asked, vocabulary), page: pageOf(asked) }))} />, { look: 'wide' }) }),
    get(`${home}.csv`, { who, page: asked => inStep(asked, vocabulary, tx => entriesCsv(tx, placeOf(asked, vocabulary))) }),
    get(`${home}/:person/:policy`, { who, page: asked => form(asked) }),

    post(`${home}/:person/:policy`, {
      who, form: answerForm, perMinute: 60,
      deed: async asked => {
        const { edition, hash, once, answer, witness, by, channel, heardBy, givenOn, note } = asked.form;
        const { person, policy } = asked.params as { person: string; policy: string };
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        const { answers, errors } = answersIn(asked.form, view.questions);
        if (answer === 'agreed' && Object.keys(errors).length > 0) return form(asked, { values: asTyped(asked.form), errors });
        const allowed = view.questions.map((question, at) => ({ question, answer: answers[at] ?? null }));
        const done = await asked.change(tx => enterAnswer(tx, signerOf(asked, vocabulary), { by, channel, heardBy, givenOn, note, person, policy, agreed: answer === 'agreed', witness: witness || null, shown: { edition, hash }, once, allowed }));
        if (done.ok) return goTo(`/${asked.school.slug}/agreements/by-hand/entry/${done.entry}`, 'Put down.');
        const [field, sentence] = FAULTS[done.why];
        return form(asked, { values: asTyped(asked.form), errors: { [field]: sentence } });
      },
      again: (asked, read) => form(asked, { values: asTyped(read.raw), errors: read.errors }),
    }),

    get(`${home}/entry/:id`, {
      who,
      page: async asked => {
        const row = await entryOf(asked);
        return row ? page('An answer that was put down', <EntryPage slug={asked.school.slug} row={row} mayUndo={mayUndoEntry(row.entry, asked.today)} />, { trail: trail(asked) }) : NOT_FOUND;
      },
    }),
    get(`${home}/entry/:id/letter.pdf`, {
      who, perMinute: 30,
      page: async asked => {
        const row = await entryOf(asked);
        return row ? { kind: 'file', type: 'application/pdf', name: 'what-we-noted.pdf', body: await (await asked.read(tx => drawnFor(tx, [{ person: row.entry.by, draw: () => letterPdf({ school: asked.school, row, today: asked.today, site: asked.origin }) }])))[0]! } : NOT_FOUND;
      },
    }),
    post(`${home}/entry/:id/undo`, {
      who, form: noForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const id = asked.params['id']!;
        const done = isId(id) && await asked.change(tx => undoEntry(tx, signerOf(asked, vocabulary), id));
        return done ? goTo(`/${asked.school.slug}/agreements/by-hand/entry/${id}`, 'Undone. They are asked again as before.') : NOT_FOUND;
      },
    }),
  ];
}
