/** The addresses of a parent: the family's page, countersigning beside a child, and saying no for now. */
import { isId, newId } from '../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { declineAgreement, signAgreement } from './deeds.ts';
import { answersIn } from './allowed/decisions.ts';
import { keepAnswers } from './allowed/deeds.ts';
import { declineForm, signForm } from './forms.ts';
import { inStep, placeOf } from './in-step.ts';
import { DeclinePage } from './pages/decline.tsx';
import { ChildSignature, FamilyPage } from './pages/family.tsx';
import { KidPage } from './pages/kid.tsx';
import { titleShown } from './pages/sheet.tsx';
import { SignPage, type SignProps } from './pages/sign.tsx';
import { fullName } from '../people/index.ts';
import { OnTheRoll } from './family/pages.tsx';
import { familyView } from './family/view.ts';
import { tieOf } from './reads.ts';
import { languageOf, signerOf, ticksOf } from './routes.tsx';
import { ticksIn } from './ticks/decisions.ts';
import { changedSince, nameAndPlace, officeToTalkTo, signView, talkWords, type SignView } from './views.ts';

export const PARENT = kinds('parent');
/** A sheet beside a child, and what the reader is to the child. */
type BesideView = SignView & { readonly relation: string };
type Again = Pick<SignProps, 'errors' | 'typedName' | 'changedMeanwhile' | 'ticked' | 'said' | 'answers'>;

export function familyRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const trail = (asked: Asked<unknown>) => [['My family', `/${asked.school.slug}/family`]] as const;
  const addressOf = (asked: Asked<unknown>) => `/${asked.school.slug}/family/${asked.params['child']}/${asked.params['policy']}`;

  /** The sheet beside a child, only for a guardian who may agree. */
  const viewOf = async (asked: Asked<unknown>, sent?: Body): Promise<BesideView | null> => {
    const { child, policy } = asked.params as { child: string; policy: string };
    if (!isId(child)) return null;
    return inStep(asked, vocabulary, async tx => {
      const place = placeOf(asked, vocabulary);
      const tie = await tieOf(tx, { parent: asked.reader.person!, child, today: asked.today });
      const view = tie && await signView(tx, { person: child, by: asked.reader.person!, policy, capacity: 'guardian', place, language: languageOf(asked, sent) });
      return view && { ...view, relation: tie.relation };
    });
  };

  const signPage = (asked: Asked<unknown>, view: BesideView, again: Again = {}): Reply => {
    const { person, policy } = view;
    const props: SignProps = {
      ...view, ...again, slug: asked.school.slug, action: addressOf(asked), declineHref: `${addressOf(asked)}/decline`, once: newId(), whose: person.givenName, signingAs: `${asked.reader.name}, for ${nameAndPlace(person)}`, button: 'Countersign',
      roll: <OnTheRoll name={fullName(person)} form={person.place ? [person.place.yearGroup, person.place.class].filter(Boolean).join(', ') : ''} relation={view.relation} wrongHref={`/${asked.school.slug}/family/${person.id}/wrong`} />,
      above: <ChildSignature childName={person.givenName} signature={view.childSignature} optional={policy.childMayLeaveOut} />,
    };
    const status = again.errors ? 422 : again.changedMeanwhile ? 409 : 200;
    return policy.childMayLeaveOut ? page(titleShown(view.sheet), <KidPage {...props} guardian button="We promise" />, { status, trail: trail(asked), look: 'kid' })
      : page(titleShown(view.sheet), <SignPage {...props} />, { status, trail: trail(asked) });
  };

  const declinePage = async (asked: Asked<unknown>, again: { errors?: Readonly<Record<string, string>>; reason?: string } = {}): Promise<Reply> => {
    const view = await viewOf(asked);
    if (!view || view.closed) return NOT_FOUND;
    const talkTo = await asked.read(tx => talkWords(tx, officeToTalkTo(view.policy, asked.reader.offices), placeOf(asked, vocabulary)));
    return page('You would rather not sign', <DeclinePage title={view.sheet.title} action={`${addressOf(asked)}/decline`} backHref={addressOf(asked)} once={newId()} talkTo={talkTo} {...again} />, { status: again.errors ? 422 : 200, trail: trail(asked) });
  };

  return [
    get('/:school/family', {
      who: PARENT,
      page: async asked => page('My family', <FamilyPage {...await inStep(asked, vocabulary, tx => familyView(tx, { reader: asked.reader, place: placeOf(asked, vocabulary), week: true }))} />),
    }),

    get('/:school/family/:child/:policy', {
      who: PARENT,
      page: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        if (view.done) return goTo(`/${asked.school.slug}/agreements/seal/${view.done}`);
        return view.closed ? goTo(`/${asked.school.slug}/family`, 'Another adult has signed this already. That is enough.') : signPage(asked, view);
      },
    }),

    post('/:school/family/:child/:policy', {
      who: PARENT, form: signForm, perMinute: 60,
      deed: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        const { typedName, drawing, edition, hash, once, language } = asked.form;
        const { answers, errors: unanswered } = answersIn(asked.form, view.questions);
        const { said, errors: unticked } = ticksIn(asked.form, view.ticks);
        const errors = { ...unticked, ...unanswered };
        const again = { typedName, ticked: ticksOf(asked.form), said, answers: asked.form };
        if (!view.closed && edition === view.sheet.editionId && Object.keys(errors).length > 0) return signPage(asked, view, { ...again, errors });
        const done = await asked.change(async tx => {
          const signed = await signAgreement(tx, signerOf(asked, vocabulary), { person: view.person.id, capacity: 'guardian', policy: view.policy.policy, shown: { edition, hash, language }, typedName, drawing: drawing || null, once, said });
          if (signed.ok && !signed.already) await keepAnswers(tx, { school: asked.school, child: view.person.id, by: asked.reader.person!, policy: view.policy.policy, agreement: signed.agreement, channel: 'screen', at: asked.now, today: asked.today }, view.questions.map((question, at) => ({ question, answer: answers[at] ?? null })));
          return signed;
        });
        if (done.ok && done.already) return goTo(`/${asked.school.slug}/family`, 'It had been countersigned already.');
        if (done.ok) return goTo(`/${asked.school.slug}/agreements/seal/${done.agreement}?now=signed`, 'Countersigned. Thank you.');
        if (done.why === 'unread') return goTo(addressOf(asked), 'Nothing was signed yet. Read what belongs to it first.');
        if (done.why !== 'changed') return NOT_FOUND;
        return signPage(asked, view, { ...again, changedMeanwhile: await asked.read(tx => changedSince(tx, edition, view.sheet, placeOf(asked, vocabulary))) });
      },
      again: async (asked, read) => {
        const view = await viewOf(asked, read.raw);
        if (!view || view.closed) return NOT_FOUND;
        const { said, errors: unticked } = ticksIn(read.raw, view.ticks);
        return signPage(asked, view, { errors: { ...unticked, ...answersIn(read.raw, view.questions).errors, ...read.errors }, typedName: String(read.raw['typedName'] ?? ''), ticked: ticksOf(read.raw), said, answers: read.raw });
      },
    }),

    get('/:school/family/:child/:policy/decline', { who: PARENT, page: asked => declinePage(asked) }),

    post('/:school/family/:child/:policy/decline', {
      who: PARENT, form: declineForm, perMinute: 20,
      deed: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        const talkTo = officeToTalkTo(view.policy, asked.reader.offices);
        const done = await asked.change(tx => declineAgreement(tx, signerOf(asked, vocabulary), { person: view.person.id, capacity: 'guardian', policy: view.policy.policy, talkTo, ...asked.form }));
        return done ? goTo(`/${asked.school.slug}/family`, 'Noted. It stays open while you talk about it.') : NOT_FOUND;
      },
      again: (asked, read) => declinePage(asked, { errors: read.errors, reason: String(read.raw['reason'] ?? '') }),
    }),
  ];
}
