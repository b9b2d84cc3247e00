/** The addresses of a class's cards: for whoever teaches the class, and those who keep the register. */
import { either, get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { placeOf } from '../in-step.ts';
import { signerOf } from '../routes.tsx';
import { endClassCard, makeClassCards, unlockClassCard, type Whose } from './deeds.ts';
import { childForm, makeForm } from './forms.ts';
import { AgainPage, cardsHref, CardsPage, type CardsProps } from './pages.tsx';
import { cardsPdf } from './paper.ts';
import { cardsView } from './reads.ts';

export function classCardRoutes({ vocabulary, keepers }: { readonly vocabulary: Vocabulary; readonly keepers: Who }): Route[] {
  const who = either(keepers, kinds('staff'));
  const path = '/:school/agreements/class/:class/cards';
  const viewOf = (asked: Asked<unknown>) => asked.read(tx => cardsView(tx, { class: asked.params['class']!, reader: asked.reader, place: placeOf(asked, vocabulary) }));
  const trail = (asked: Asked<unknown>) => [['Sign with a class', `/${asked.school.slug}/agreements/class`]] as const;
  /** Where the class is this reader's. */
  const ofClass = async (asked: Asked<unknown>, then: (view: CardsProps) => Reply | Promise<Reply>): Promise<Reply> => {
    const view = await viewOf(asked);
    return view ? then(view) : NOT_FOUND;
  };
  const again = async () => NOT_FOUND;

  return [
    get(path, { who, page: asked => ofClass(asked, view => page(`Class cards: ${view.class}`, <CardsPage {...view} />, { look: 'wide', trail: trail(asked) })) }),
    get(`${path}/again`, { who, page: asked => ofClass(asked, view => page('Make all cards again?', <AgainPage {...view} />, { trail: [...trail(asked), [view.class, cardsHref(view)]] })) }),

    post(`${path}/make`, {
      who, form: makeForm, perMinute: 30, again,
      deed: asked => ofClass(asked, async view => {
        const whose: Whose = asked.form.whose === 'missing' || asked.form.whose === 'all' ? asked.form.whose : { child: asked.form.whose };
        const cards = await asked.change(tx => makeClassCards(tx, signerOf(asked, vocabulary), { class: view.class, whose }));
        if (cards.length === 0) return typeof whose === 'object' ? NOT_FOUND : goTo(cardsHref(view), 'Everybody has a card already.');
        return { kind: 'file', type: 'application/pdf', name: `class-cards-${asked.today}.pdf`, body: await cardsPdf({ school: asked.school, class: view.class, origin: asked.origin, cards }) };
      }),
    }),

    post(`${path}/unlock`, {
      who, form: childForm, perMinute: 60, again,
      deed: asked => ofClass(asked, async view =>
        await asked.change(tx => unlockClassCard(tx, signerOf(asked, vocabulary), { class: view.class, child: asked.form.child })) ? goTo(cardsHref(view), 'The card works again.') : NOT_FOUND),
    }),

    post(`${path}/end`, {
      who, form: childForm, perMinute: 60, again,
      deed: asked => ofClass(asked, async view =>
        await asked.change(tx => endClassCard(tx, signerOf(asked, vocabulary), { class: view.class, child: asked.form.child })) ? goTo(cardsHref(view), 'The card has stopped. Make a new one when you like.') : NOT_FOUND),
    }),
  ];
}
