/** The addresses of a parent's sitting. No child's name stands in one. */
import { isId, newId } from '../../../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../../platform/web/index.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import { fullName } from '../../../people/index.ts';
import { answersIn } from '../../allowed/decisions.ts';
import { fieldOf, type Answer } from '../../allowed/words.ts';
import { OnTheRoll } from '../../family/pages.tsx';
import { inStep, placeOf } from '../../in-step.ts';
import { ChildSignature } from '../../pages/family.tsx';
import { KidPage } from '../../pages/kid.tsx';
import { titleShown } from '../../pages/sheet.tsx';
import { SignPage, type SignProps } from '../../pages/sign.tsx';
import { tieOf } from '../../reads.ts';
import { languageOf, signerOf, ticksOf } from '../../routes.tsx';
import { ticksIn } from '../../ticks/decisions.ts';
import { changedSince, nameAndPlace, signView, type SignView } from '../../views.ts';
import { readyParts, sameDocument } from './decisions.ts';
import { keepPart, markOf, signTogether, sitDownForFamily, type Onward, type ParentSigner } from './deeds.ts';
import { noForm, partForm, togetherForm } from './forms.ts';
import { CheckPage, FamilySignedPage, familySittingHref, FamilySittingLine, FamilyWalkPage, PartBox, partHref, type Checked } from './pages.tsx';
import { familyWalk, findFamilySitting, partsOf, type FamilyWalk } from './reads.ts';
import type { Part } from './words.ts';

const PARENT = kinds('parent');

interface Step {
  readonly view: SignView & { readonly relation: string };
  readonly part: Part;
  readonly place: { readonly at: number; readonly of: number };
}

type Again = Pick<SignProps, 'errors' | 'changedMeanwhile' | 'ticked' | 'said' | 'answers'>;

export function familySittingRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const parentOf = (asked: Asked<unknown>) => ({ reader: asked.reader, place: placeOf(asked, vocabulary) });
  const signer = (asked: Asked<unknown>): ParentSigner => ({ ...signerOf(asked, vocabulary), reader: asked.reader });
  const trail = (asked: Asked<unknown>) => [['My family', `/${asked.school.slug}/family`]] as const;
  const goOn = (asked: Asked<unknown>, onward: Onward, notice?: string): Reply => {
    const { slug } = asked.school;
    if (onward.at === 'nothing') return goTo(`/${slug}/family`, 'There is nothing to sign.');
    return goTo(onward.at === 'check' ? familySittingHref(slug, '/check') : partHref(slug, onward.beside), notice);
  };

  /** The document an address names, for a parent who is in the middle of a sitting that holds it. */
  const stepOf = async (asked: Asked<unknown>, sent?: Body): Promise<Step | null> => {
    const { child, policy } = asked.params as { child: string; policy: string };
    if (!isId(child)) return null;
    return inStep(asked, vocabulary, async tx => {
      const { sitting, parts } = await familyWalk(tx, parentOf(asked));
      const at = parts.findIndex(one => sameDocument(one, { child, policy }));
      const part = parts[at];
      const tie = sitting && part && part.state !== 'signed' ? await tieOf(tx, { parent: asked.reader.person!, child, today: asked.today }) : null;
      // Why the kept language: who comes back to an answer finds the words as they were read.
      const language = part?.language && asked.query['in'] === undefined && sent === undefined ? part.language : languageOf(asked, sent);
      const view = tie && await signView(tx, { person: child, by: asked.reader.person!, policy, capacity: 'guardian', place: placeOf(asked, vocabulary), language });
      return view && !view.closed && part && tie ? { part, view: { ...view, relation: tie.relation }, place: { at: at + 1, of: parts.length } } : null;
    });
  };

  const stepPage = (asked: Asked<unknown>, { view, part, place }: Step, again: Again = {}): Reply => {
    const { person, policy, sheet } = view;
    const { slug } = asked.school;
    const kept = part.textHash === sheet.hash ? { said: part.said ?? [], answers: Object.fromEntries((part.answers ?? []).map((answer, at) => [fieldOf(at), answer])) } : {};
    const props: SignProps = {
      ...view, ...kept, ...again, slug, action: partHref(slug, part), declineHref: `/${slug}/family/${part.child}/${part.policy}/decline`, once: newId(), whose: person.givenName, signingAs: '', button: '',
      roll: <OnTheRoll name={fullName(person)} form={person.place ? [person.place.yearGroup, person.place.class].filter(Boolean).join(', ') : ''} relation={view.relation} wrongHref={`/${slug}/family/${person.id}/wrong`} />,
      above: <><FamilySittingLine slug={slug} {...place} /><p class="lede">{nameAndPlace(person)}</p><ChildSignature childName={person.givenName} signature={view.childSignature} optional={policy.childMayLeaveOut} /></>,
    };
    const status = again.errors ? 422 : again.changedMeanwhile ? 409 : 200;
    const box = <PartBox {...props} />;
    return policy.childMayLeaveOut ? page(titleShown(sheet), <KidPage {...props} box={box} guardian />, { status, trail: trail(asked), look: 'kid' })
      : page(titleShown(sheet), <SignPage {...props} box={box} />, { status, trail: trail(asked) });
  };

  const checkPage = async (asked: Asked<unknown>, again: { errors?: Readonly<Record<string, string>>; typedName?: string; changed?: boolean } = {}): Promise<Reply> => {
    const view = await inStep(asked, vocabulary, async tx => {
      const walk = await familyWalk(tx, parentOf(asked));
      const checked: Checked[] = [];
      for (const part of readyParts(walk.parts)) {
        const shown = await signView(tx, { person: part.child, by: asked.reader.person!, policy: part.policy, capacity: 'guardian', place: placeOf(asked, vocabulary), ...(part.language ? { language: part.language } : {}) });
        if (shown) checked.push({ part, sheet: shown.sheet, ticked: shown.ticks, answers: shown.questions.map((question, at) => ({ words: question.words, answer: part.answers?.[at] ?? 'no' })) });
      }
      return { walk, checked };
    });
    if (view.checked.length === 0) return goTo(familySittingHref(asked.school.slug));
    const open = view.walk.parts.filter(one => one.state === 'open').length;
    return page('Check your answers', <CheckPage slug={asked.school.slug} checked={view.checked} mark={markOf(view.walk.parts)} open={open} signingAs={asked.reader.name} {...again} />, {
      status: again.errors ? 422 : again.changed ? 409 : 200, trail: trail(asked),
    });
  };

  const walkPage = async (asked: Asked<unknown>): Promise<Reply> => {
    const { sitting, ...walk }: FamilyWalk = await inStep(asked, vocabulary, tx => familyWalk(tx, parentOf(asked)));
    return page('Read and sign for your family', <FamilyWalkPage slug={asked.school.slug} begun={sitting !== null} {...walk} />, { trail: trail(asked) });
  };

  return [
    get('/:school/family/sitting', { who: PARENT, page: walkPage }),
    post('/:school/family/sitting', {
      who: PARENT, form: noForm, perMinute: 60, again: async () => NOT_FOUND,
      deed: async asked => {
        await inStep(asked, vocabulary, async () => undefined); // the asks are of today
        return goOn(asked, await asked.change(tx => sitDownForFamily(tx, signer(asked))));
      },
    }),

    get('/:school/family/sitting/check', { who: PARENT, page: asked => checkPage(asked) }),
    post('/:school/family/sitting/check', {
      who: PARENT, form: togetherForm, perMinute: 30,
      deed: async asked => {
        await inStep(asked, vocabulary, async () => undefined);
        const done = await asked.change(tx => signTogether(tx, signer(asked), asked.form));
        if (done.ok) return goTo(familySittingHref(asked.school.slug, `/done/${done.sitting}`), done.signed === 0 ? 'It had been signed already.' : 'Signed. Thank you.');
        return done.why === 'changed' ? checkPage(asked, { changed: true, typedName: asked.form.typedName }) : goTo(familySittingHref(asked.school.slug), 'There is nothing to sign.');
      },
      again: (asked, read) => checkPage(asked, { errors: read.errors, typedName: String(read.raw['typedName'] ?? '') }),
    }),

    get('/:school/family/sitting/done/:id', {
      who: PARENT,
      page: async asked => {
        const id = asked.params['id']!;
        const view = isId(id) ? await inStep(asked, vocabulary, async tx => {
          const sitting = await findFamilySitting(tx, id);
          return sitting && sitting.person === asked.reader.person ? { sitting, parts: await partsOf(tx, sitting.documents, parentOf(asked)) } : null;
        }) : null;
        if (!view) return NOT_FOUND;
        return page(view.sitting.finishedAt ? 'Signed' : 'So far', <FamilySignedPage slug={asked.school.slug} parts={view.parts.filter(one => one.state !== 'gone')} finishedAt={view.sitting.finishedAt} />, { trail: trail(asked) });
      },
    }),

    get('/:school/family/sitting/:child/:policy', { who: PARENT, page: async asked => { const step = await stepOf(asked); return step ? stepPage(asked, step) : NOT_FOUND; } }),
    post('/:school/family/sitting/:child/:policy', {
      who: PARENT, form: partForm, perMinute: 60,
      deed: async asked => {
        const step = await stepOf(asked, asked.form as Body);
        if (!step) return NOT_FOUND;
        const { view } = step;
        const { edition, hash, language } = asked.form;
        const { answers, errors: unanswered } = answersIn(asked.form, view.questions);
        const { said, errors: unticked } = ticksIn(asked.form, view.ticks);
        const again = { ticked: ticksOf(asked.form), said, answers: asked.form };
        if (hash !== view.sheet.hash) return stepPage(asked, step, { ...again, changedMeanwhile: await asked.read(tx => changedSince(tx, edition, view.sheet, placeOf(asked, vocabulary))) });
        if (view.toRead.some(one => one.readAt === null)) return goTo(partHref(asked.school.slug, step.part), 'Nothing was kept yet. Read what belongs to it first.');
        const errors = { ...unticked, ...unanswered };
        if (Object.keys(errors).length > 0) return stepPage(asked, step, { ...again, errors });
        const onward = await asked.change(tx => keepPart(tx, signer(asked), { child: view.person.id, policy: view.policy.policy, shown: { edition, hash, language }, said, answers: answers.filter((one): one is Answer => one !== null) }));
        return onward ? goOn(asked, onward, 'Kept. Nothing is signed yet.') : NOT_FOUND;
      },
      again: async (asked, read) => { const step = await stepOf(asked, read.raw); return step ? stepPage(asked, step, { errors: read.errors, answers: read.raw }) : NOT_FOUND; },
    }),
  ];
}
