/** The addresses of proof: sealed certificates, signature sheets, and what somebody had been told on a day. */
import { write } from '../../../logbook/index.ts';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listPeople } from '../../people/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { findAgreement } from '../reads.ts';
import { KEEPERS } from '../register-routes.tsx';
import { pageOf } from '../routes.tsx';
import { certificateView, keepsRegister, maySee } from '../views.ts';
import { certificatePaper } from './certificate.ts';
import { toldForm } from './forms.ts';
import { SheetPage, ToldFormPage, ToldPage, type ToldFormProps } from './pages.tsx';
import { sealedReply } from './sealed.ts';
import { sheetPaper, sheetView, type SheetView } from './sheet.ts';
import { toldPaper } from './told-paper.ts';
import { toldView, type ToldView } from './told.ts';

/** Who may ask what somebody had been told. */
export const LOOKERS = offices('office', 'head', 'dsl', 'dpo');
const MOST_FOUND = 50;
const PDFS_A_MINUTE = 30;

type Making = Pick<Shared, 'vocabulary' | 'sealFolder'>;

export const proofRoutes = (shared: Making): Route[] => [...certificateRoutes(shared), ...sheetRoutes(shared), ...toldRoutes(shared)];

const certificateRoutes = ({ vocabulary, sealFolder }: Making): Route[] => [
  get('/:school/agreements/seal/:id/pdf', {
    who: SIGNED_IN, perMinute: PDFS_A_MINUTE,
    page: async asked => {
      const id = asked.params['id']!;
      const view = isId(id) ? await asked.read(async tx => {
        const agreement = await findAgreement(tx, id);
        return agreement && (await maySee(tx, asked.reader, agreement, asked.today)) ? certificateView(tx, agreement, { reader: asked.reader, place: placeOf(asked, vocabulary), fresh: false }) : null;
      }) : null;
      return view ? sealedReply(asked, sealFolder, certificatePaper(view)) : NOT_FOUND;
    },
  }),
];

function sheetRoutes({ vocabulary, sealFolder }: Making): Route[] {
  const viewOf = (asked: Asked<unknown>): Promise<SheetView | null> =>
    inStep(asked, vocabulary, tx => sheetView(tx, { policy: asked.params['policy']!, group: asked.query['group'], page: pageOf(asked), place: placeOf(asked, vocabulary) }));
  return [
    get('/:school/agreements/sheet/:policy', {
      who: KEEPERS,
      page: async asked => {
        const view = await viewOf(asked);
        return view ? page(`Signature sheet: ${view.title}`, <SheetPage {...view} />, { look: 'wide', trail: [['Who has signed', `/${asked.school.slug}/agreements/register`]] }) : NOT_FOUND;
      },
    }),
    get('/:school/agreements/sheet/:policy/pdf', {
      who: KEEPERS, perMinute: PDFS_A_MINUTE,
      page: async asked => {
        const view = await viewOf(asked);
        return view?.group ? sealedReply(asked, sealFolder, sheetPaper({ ...view, group: view.group })) : NOT_FOUND;
      },
    }),
  ];
}

function toldRoutes({ vocabulary, sealFolder }: Making): Route[] {
  const formPage = (asked: Asked<unknown>, more: Partial<ToldFormProps> = {}): Reply =>
    page('What had they been told?', <ToldFormPage slug={asked.school.slug} today={asked.today} {...more} />, { status: more.errors ? 422 : 200 });

  /** The view, with its line in the logbook; null where there is nobody, or the day is still to come. */
  const lookUp = async (asked: Asked<unknown>, deed: 'look-up-told' | 'print-told'): Promise<ToldView | null> => {
    const { person, day } = asked.params as { person: string; day: string };
    if (!isId(person) || !isDay(day) || day > asked.today) return null;
    return asked.change(async tx => {
      const view = await toldView(tx, { person, day, place: placeOf(asked, vocabulary) });
      if (view) await write(tx, { school: asked.school.id, deed, by: asked.reader.person!, about: person, at: asked.now, words: { day } });
      return view;
    });
  };

  const find = async (asked: Asked<{ search: string; day: string }>): Promise<Reply> => {
    const { search, day } = asked.form;
    if (day > asked.today) return formPage(asked, { search, day, errors: { day: 'Choose today or a day that has been' } });
    const people = await asked.read(tx => listPeople(tx, { day, search, left: true, limit: MOST_FOUND + 1 }));
    if (people.length === 1) return goTo(`/${asked.school.slug}/agreements/told/${people[0]!.id}/${day}`);
    const found = people.slice(0, MOST_FOUND).map(one => ({
      id: one.id, name: fullName(one), about: [...one.kinds.map(kind => vocabulary.kinds.get(kind)?.title ?? kind), one.place?.class ?? '', one.leftOn && one.leftOn < asked.today ? 'has left' : ''].filter(Boolean).join(', '),
    }));
    return formPage(asked, { search, day, found, more: people.length > MOST_FOUND });
  };

  return [
    get('/:school/agreements/told', { who: LOOKERS, page: async asked => formPage(asked) }),
    post('/:school/agreements/told', {
      who: LOOKERS, form: toldForm, perMinute: 60, deed: find,
      again: async (asked, read) => formPage(asked, { search: String(read.raw['search'] ?? ''), day: String(read.raw['day'] ?? ''), errors: read.errors }),
    }),
    get('/:school/agreements/told/:person/:day', {
      who: LOOKERS, perMinute: 60,
      page: async asked => {
        const view = await lookUp(asked, 'look-up-told');
        return view ? page(`${view.name}: what they had been told`, <ToldPage {...view} linked={keepsRegister(asked.reader)} />, { look: 'wide', trail: [['What had they been told?', `/${asked.school.slug}/agreements/told`]] }) : NOT_FOUND;
      },
    }),
    get('/:school/agreements/told/:person/:day/pdf', {
      who: LOOKERS, perMinute: PDFS_A_MINUTE,
      page: async asked => {
        const view = await lookUp(asked, 'print-told');
        return view ? sealedReply(asked, sealFolder, toldPaper(view, asked.today)) : NOT_FOUND;
      },
    }),
  ];
}
