/** The addresses of a person's own agreements. */
import { isId, newId } from '../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { declineAgreement, withdrawAgreement, type Signer } from './deeds.ts';
import { declineForm, signForm, withdrawForm } from './forms.ts';
import { inStep, placeOf } from './in-step.ts';
import { CertificatePage, WithdrawPage } from './pages/certificate.tsx';
import { wantedIn } from './in-language/reads.ts';
import { DeclinePage } from './pages/decline.tsx';
import { KidPage } from './pages/kid.tsx';
import { MinePage } from './pages/mine.tsx';
import { titleShown } from './pages/sheet.tsx';
import { SignPage, type SignProps } from './pages/sign.tsx';
import { findAgreement } from './reads.ts';
import { signInSitting, type Then } from './sitting/deeds.ts';
import { SittingLine } from './sitting/pages.tsx';
import { placeInSitting } from './sitting/reads.ts';
import { ticksIn } from './ticks/decisions.ts';
import { certificateView, changedSince, maySee, mineView, nameAndPlace, officeToTalkTo, signView, talkWords, type SignView } from './views.ts';

export const signerOf = (asked: Asked<unknown>, vocabulary: Vocabulary): Signer =>
  ({ school: asked.school, vocabulary, by: asked.reader.person!, kinds: asked.reader.kinds, at: asked.now, today: asked.today });

export const home = (slug: string) => ['My agreements', `/${slug}/agreements`] as const;

/** A page number from the query; 1 where there is none. */
export const pageOf = (asked: Asked<unknown>): number => Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);

/** The language of a signing page: as its form says, when it comes back; else as its address or its reader wants it. */
export function languageOf(asked: Asked<unknown>, sent: unknown = asked.form): string {
  const language = (sent as { language?: unknown } | undefined)?.language;
  return wantedIn(typeof language === 'string' ? { in: language } : asked.query);
}

type Again = Pick<SignProps, 'errors' | 'typedName' | 'changedMeanwhile' | 'ticked' | 'said'>;

export const ticksOf = (form: Readonly<Record<string, unknown>>): string[] => [form['read'] ?? []].flat().map(String);

/** After a signature in a sitting: the next document, or what was signed. */
const goOn = (asked: Asked<unknown>, then: Then & { sitting: string }): Reply =>
  then.next === null ? goTo(`/${asked.school.slug}/agreements/sitting/${then.sitting}`, 'Signed. That was the last one.') : goTo(`/${asked.school.slug}/agreements/${then.next}`, 'Signed. Here is the next one.');

export function routes({ vocabulary }: { vocabulary: Vocabulary }): Route[] {
  const mine = (asked: Asked<unknown>) => asked.params['policy']!;
  const viewOf = (asked: Asked<unknown>, sent?: Body) => inStep(asked, vocabulary, tx => signView(tx, { person: asked.reader.person!, policy: mine(asked), capacity: 'self', place: placeOf(asked, vocabulary), language: languageOf(asked, sent) }));

  const signPage = async (asked: Asked<unknown>, view: SignView, again: Again = {}): Promise<Reply> => {
    const sitting = await asked.read(tx => placeInSitting(tx, { person: asked.reader.person!, policy: view.policy.policy, place: placeOf(asked, vocabulary) }));
    const base = `/${asked.school.slug}/agreements/${view.policy.policy}`;
    const props: SignProps = { ...view, ...again, slug: asked.school.slug, action: base, declineHref: `${base}/decline`, once: newId(), signingAs: nameAndPlace(view.person), button: view.policy.document.front.readers === 'adults' ? 'Sign' : 'I promise', ...(sitting ? { above: <SittingLine slug={asked.school.slug} {...sitting} /> } : {}) };
    const kid = view.policy.document.front.readers === 'early-years';
    const status = again.errors ? 422 : again.changedMeanwhile ? 409 : 200;
    const body = kid ? <KidPage {...props} guardian={false} typedName={again.typedName ?? view.person.givenName} /> : <SignPage {...props} />;
    return page(titleShown(view.sheet), body, { status, trail: [home(asked.school.slug)], ...(kid ? { look: 'kid' as const } : {}) });
  };

  const declinePage = async (asked: Asked<unknown>, again: { errors?: Readonly<Record<string, string>>; reason?: string } = {}): Promise<Reply> => {
    const view = await viewOf(asked);
    if (!view?.ask.open) return NOT_FOUND;
    const talkTo = await asked.read(tx => talkWords(tx, officeToTalkTo(view.policy, asked.reader.offices), placeOf(asked, vocabulary)));
    const base = `/${asked.school.slug}/agreements/${view.policy.policy}`;
    return page('You would rather not sign', <DeclinePage title={view.sheet.title} action={`${base}/decline`} backHref={base} once={newId()} talkTo={talkTo} {...again} />, { status: again.errors ? 422 : 200, trail: [home(asked.school.slug)] });
  };

  const certificateOf = async (asked: Asked<unknown>) => {
    const id = asked.params['id']!;
    if (!isId(id)) return null;
    return asked.read(async tx => {
      const agreement = await findAgreement(tx, id);
      if (!agreement || !(await maySee(tx, asked.reader, agreement, asked.today))) return null;
      return certificateView(tx, agreement, { reader: asked.reader, place: placeOf(asked, vocabulary), fresh: asked.query['now'] === 'signed' });
    });
  };

  const withdrawPage = async (asked: Asked<unknown>, errors?: Readonly<Record<string, string>>): Promise<Reply> => {
    const view = await certificateOf(asked);
    if (!view?.mayWithdraw) return NOT_FOUND;
    return page('Take back your agreement?', <WithdrawPage slug={asked.school.slug} agreement={view.agreement} title={view.title} {...(errors ? { errors } : {})} />, { trail: [home(asked.school.slug)], status: errors ? 422 : 200 });
  };

  return [
    get('/:school/agreements', {
      who: SIGNED_IN,
      page: async asked => {
        const view = await inStep(asked, vocabulary, tx => mineView(tx, { reader: asked.reader, place: placeOf(asked, vocabulary), page: pageOf(asked) }));
        return page('My agreements', <MinePage {...view} />, view.kid ? { look: 'kid' } : {});
      },
    }),

    get('/:school/agreements/:policy', {
      who: SIGNED_IN,
      page: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        return view.done ? goTo(`/${asked.school.slug}/agreements/seal/${view.done}`) : signPage(asked, view);
      },
    }),

    post('/:school/agreements/:policy', {
      who: SIGNED_IN, form: signForm, perMinute: 60,
      deed: async asked => {
        const { typedName, drawing, edition, hash, once, language } = asked.form;
        const before = await viewOf(asked);
        const { said, errors } = ticksIn(asked.form, before?.ticks ?? []);
        const done = await asked.change(tx => signInSitting(tx, signerOf(asked, vocabulary), { person: asked.reader.person!, capacity: 'self', policy: mine(asked), shown: { edition, hash, language }, typedName, drawing: drawing || null, once, said }));
        if (done.ok) return done.after.sitting === null ? goTo(`/${asked.school.slug}/agreements/seal/${done.agreement}?now=signed`, done.already ? 'You had signed this already.' : 'Signed. Thank you.') : goOn(asked, done.after);
        if (done.why === 'unread') return goTo(`/${asked.school.slug}/agreements/${mine(asked)}`, 'Nothing was signed yet. Read what belongs to it first.');
        if (done.why === 'unticked' && before) return signPage(asked, before, { typedName, errors, said, ticked: ticksOf(asked.form) });
        const view = done.why === 'changed' ? await viewOf(asked) : null;
        if (!view) return NOT_FOUND;
        return signPage(asked, view, { typedName, changedMeanwhile: await asked.read(tx => changedSince(tx, edition, view.sheet, placeOf(asked, vocabulary))) });
      },
      again: async (asked, read) => {
        const view = await viewOf(asked, read.raw);
        if (!view || view.done) return NOT_FOUND;
        const { said, errors } = ticksIn(read.raw, view.ticks);
        return signPage(asked, view, { errors: { ...errors, ...read.errors }, typedName: String(read.raw['typedName'] ?? ''), ticked: ticksOf(read.raw), said });
      },
    }),

    get('/:school/agreements/:policy/decline', { who: SIGNED_IN, page: asked => declinePage(asked) }),

    post('/:school/agreements/:policy/decline', {
      who: SIGNED_IN, form: declineForm, perMinute: 20,
      deed: async asked => {
        const view = await viewOf(asked);
        if (!view) return NOT_FOUND;
        const talkTo = officeToTalkTo(view.policy, asked.reader.offices);
        const done = await asked.change(tx => declineAgreement(tx, signerOf(asked, vocabulary), { person: asked.reader.person!, capacity: 'self', policy: mine(asked), talkTo, ...asked.form }));
        return done ? goTo(`/${asked.school.slug}/agreements`, 'Noted. It stays open while you talk about it.') : NOT_FOUND;
      },
      again: (asked, read) => declinePage(asked, { errors: read.errors, reason: String(read.raw['reason'] ?? '') }),
    }),

    get('/:school/agreements/seal/:id', {
      who: SIGNED_IN,
      page: async asked => {
        const view = await certificateOf(asked);
        return view ? page(view.title, <CertificatePage {...view} />, { trail: [home(asked.school.slug)] }) : NOT_FOUND;
      },
    }),

    get('/:school/agreements/seal/:id/withdraw', { who: SIGNED_IN, page: asked => withdrawPage(asked) }),

    post('/:school/agreements/seal/:id/withdraw', {
      who: SIGNED_IN, form: withdrawForm,
      deed: async asked => {
        const view = await certificateOf(asked);
        if (!view?.mayWithdraw) return NOT_FOUND;
        await asked.change(async tx => withdrawAgreement(tx, signerOf(asked, vocabulary), { agreement: view.agreement, reason: asked.form.reason, document: view.document }));
        return goTo(`/${asked.school.slug}/agreements`, 'Taken back. What you had signed stays on record with today’s date beside it.');
      },
      again: (asked, read) => withdrawPage(asked, read.errors),
    }),
  ];
}
