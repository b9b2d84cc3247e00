/** The addresses of piles and of each page that came back. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import { fullName } from '../../people/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { findAgreement, policiesToSign } from '../reads.ts';
import { pageOf } from '../routes.tsx';
import { keepsRegister, maySee, officeToTalkTo } from '../views.ts';
import { findBySlip, oneView, pileCsv, pileView, queueView } from './views.ts';
import { typedCode } from './codes.ts';
import { printSlips } from './deeds.ts';
import { findForm, noForm, putForm, takeForm, whoseForm } from './forms.ts';
import { wantedFor } from './making.ts';
import { OnePage, type OneProps } from './pages/one.tsx';
import { PilePage, QueuePage } from './pages/pile.tsx';
import { noteRefusal, putAway, sayWhose, takeClear, takePage, takePile, undoPage, type TakeDone } from './piles/deeds.ts';
import { begin, readPile, type Job } from './piles/job.ts';
import { findPage, findSlip, pictureOf, printOf, slipByCode, slipPictureFor } from './reads.ts';
import { AT_THE_DESK, deskOf, homeOf, homePage, trailOf, type PaperParts } from './routes.tsx';

const MOST_BYTES = 60_000_000;
const MOST_FILES = 10;
const AT_ONCE = 25;
const SECONDS_BETWEEN_LOOKS = '3';

const jobOf = (asked: Asked<unknown>, { vocabulary, sealFolder }: PaperParts, pile: string): Job => ({ db: asked.db, school: asked.school, vocabulary, folder: sealFolder, today: asked.today, pile });
const pileAt = (asked: Asked<unknown>, pile: string) => `${homeOf(asked)}/piles/${pile}`;
const onePageAt = (asked: Asked<unknown>, id: string) => `${homeOf(asked)}/pages/${id}`;
const idIn = (asked: Asked<unknown>, name: 'pile' | 'page'): string | null => (isId(asked.params[name]!) ? asked.params[name]! : null);

export const pileRoutes = (parts: PaperParts): Route[] => [...wholePiles(parts), ...pages(parts), ...settling(parts), ...pictures(parts)];

function wholePiles(parts: PaperParts): Route[] {
  const { vocabulary, sealFolder } = parts;
  const send = post('/:school/agreements/paper/piles', { who: AT_THE_DESK, form: noForm, perMinute: 20, upload: { most: MOST_BYTES, files: MOST_FILES }, deed: async () => NOT_FOUND, again: async () => NOT_FOUND });
  return [
    { ...send, handle: async asked => {
      const files = asked.spooled ?? [];
      if (files.length === 0) return homePage(asked, parts, { file: 'Choose one or more files' });
      const strange = files.find(file => !/\.(pdf|png|jpe?g)$/i.test(file.name));
      if (strange) return homePage(asked, parts, { file: 'Only PDF, PNG and JPEG files can be read' });
      const pile = await asked.change(tx => takePile(tx, deskOf(asked, parts), { folder: sealFolder, files }));
      await begin(readPile(jobOf(asked, parts, pile)));
      return goTo(pileAt(asked, pile));
    } },

    get('/:school/agreements/paper/piles/:pile', {
      who: AT_THE_DESK,
      page: async asked => {
        const pile = idIn(asked, 'pile');
        const view = pile ? await inStep(asked, vocabulary, tx => pileView(tx, placeOf(asked, vocabulary), { pile, tab: asked.query['show'], page: pageOf(asked) })) : null;
        if (!view) return NOT_FOUND;
        return page('A pile of slips', <PilePage {...view} />, { look: 'wide', trail: trailOf(asked), ...(view.pile.state === 'reading' ? { headers: { refresh: SECONDS_BETWEEN_LOOKS } } : {}) });
      },
    }),

    get('/:school/agreements/paper/piles/:pile/csv', {
      who: AT_THE_DESK,
      page: async asked => {
        const pile = idIn(asked, 'pile');
        return (pile && (await asked.read(tx => pileCsv(tx, placeOf(asked, vocabulary), pile)))) || NOT_FOUND;
      },
    }),

    post('/:school/agreements/paper/piles/:pile/take', {
      who: AT_THE_DESK, form: noForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const pile = idIn(asked, 'pile');
        if (!pile || !(await inStep(asked, vocabulary, tx => pileView(tx, placeOf(asked, vocabulary), { pile, page: 1 })))) return NOT_FOUND;
        let [taken, left] = [0, 0];
        for (let more = AT_ONCE; more === AT_ONCE;) {
          const done = await asked.change(tx => takeClear(tx, deskOf(asked, parts), { pile, most: AT_ONCE }));
          [taken, left, more] = [taken + done.taken, left + done.left, done.taken + done.left];
        }
        return goTo(`${pileAt(asked, pile)}?show=${left > 0 ? 'look' : 'taken'}`, left > 0 ? `${taken} taken in. ${left} changed meanwhile and must be looked at.` : `${taken} taken in.`);
      },
    }),

    get('/:school/agreements/paper/look', { who: AT_THE_DESK, page: async asked => page('Slips to look at', <QueuePage {...await inStep(asked, vocabulary, tx => queueView(tx, placeOf(asked, vocabulary), { page: pageOf(asked) }))} />, { look: 'wide', trail: trailOf(asked) }) }),
  ];
}

type Again = Pick<Parameters<typeof OnePage>[0], 'errors' | 'search' | 'found'>;

async function onePage(asked: Asked<unknown>, { vocabulary }: PaperParts, again: Again = {}): Promise<Reply> {
  const id = idIn(asked, 'page');
  const view: OneProps | null = id ? await inStep(asked, vocabulary, tx => oneView(tx, placeOf(asked, vocabulary), id)) : null;
  if (!view) return NOT_FOUND;
  return page('A slip that came back', <OnePage {...view} {...again} />, { status: again.errors ? 422 : 200, trail: [...trailOf(asked), ['Its pile', pileAt(asked, view.page.pile)]] });
}

function pages(parts: PaperParts): Route[] {
  const { vocabulary } = parts;
  const again = (asked: Asked<unknown>, errors: Readonly<Record<string, string>>) => onePage(asked, parts, { errors });
  return [
    get('/:school/agreements/paper/pages/:page', { who: AT_THE_DESK, page: asked => onePage(asked, parts) }),

    post('/:school/agreements/paper/pages/:page/find', {
      who: AT_THE_DESK, form: findForm, perMinute: 60, again: (asked, { errors }) => again(asked, errors),
      deed: async asked => {
        const found = await inStep(asked, vocabulary, tx => findBySlip(tx, placeOf(asked, vocabulary), asked.form.search));
        return onePage(asked, parts, { search: asked.form.search, found: found.map(one => ({ id: `${one.person.id} ${one.policy}`, name: [fullName(one.person), one.person.place?.class].filter(Boolean).join(', '), about: one.title })) });
      },
    }),

    post('/:school/agreements/paper/pages/:page/whose', {
      who: AT_THE_DESK, form: whoseForm, perMinute: 60, again: (asked, { errors }) => again(asked, errors),
      deed: async asked => {
        const id = idIn(asked, 'page');
        if (!id) return NOT_FOUND;
        const [person, policyId] = (asked.form.ask ?? '').split(' ');
        if (person && policyId) return isId(person) ? sayPerson(asked, parts, { id, person, policy: policyId }) : NOT_FOUND;
        const code = typedCode(asked.form.code ?? '');
        if (!code) return again(asked, { code: 'This is not a whole code. Compare it with the slip, letter by letter' });
        const slip = await asked.read(tx => slipByCode(tx, code));
        if (!slip) return again(asked, { code: 'No slip of this school has this code' });
        return (await asked.change(tx => sayWhose(tx, deskOf(asked, parts), { page: id, slip }))) ? goTo(onePageAt(asked, id), 'The slip is found.') : NOT_FOUND;
      },
    }),
  ];
}

/** A page without a code: it becomes the slip of the person named, made now where none was printed. */
async function sayPerson(asked: Asked<unknown>, parts: PaperParts, of: { id: string; person: string; policy: string }): Promise<Reply> {
  const { vocabulary } = parts;
  const wanted = await inStep(asked, vocabulary, async tx => {
    const policy = (await policiesToSign(tx, vocabulary)).get(of.policy);
    return policy ? wantedFor(tx, placeOf(asked, vocabulary), { policy, persons: [of.person] }) : [];
  });
  const done = wanted.length > 0 && (await asked.change(async tx => {
    const print = await printSlips(tx, deskOf(asked, parts), { group: { policy: of.policy }, wanted });
    const slip = print && (await findSlip(tx, (await printOf(tx, print))!.slips[0]!));
    return slip ? sayWhose(tx, deskOf(asked, parts), { page: of.id, slip }) : false;
  }));
  return done ? goTo(onePageAt(asked, of.id), 'The slip is found.') : NOT_FOUND;
}

const REFUSALS: Readonly<Record<Exclude<TakeDone & { ok: false }, never>['why'], string>> = {
  gone: 'Somebody else has settled this page meanwhile', 'who-signed': 'Choose who signed', 'not-allowed': 'This adult may not sign for the child. Look at the child’s family', 'not-asked': 'This person is not asked to sign any more',
  'text-lost': 'The text that was printed cannot be made again. Give the slip back with a new one', 'not-yet': 'The child has not started yet. Take it in from the first day on',
};

function settling(parts: PaperParts): Route[] {
  const { vocabulary } = parts;
  const bring = (asked: Asked<unknown>) => inStep(asked, vocabulary, async () => undefined);
  return [
    post('/:school/agreements/paper/pages/:page/take', {
      who: AT_THE_DESK, form: takeForm, again: (asked, { errors }) => onePage(asked, parts, { errors }),
      deed: async asked => {
        const id = idIn(asked, 'page');
        if (!id) return NOT_FOUND;
        await bring(asked);
        const done = await asked.change(tx => takePage(tx, deskOf(asked, parts), { page: id, signer: asked.form.signer, seen: true }));
        if (done.ok) return goTo(onePageAt(asked, id), 'Taken in. You are the witness.');
        return onePage(asked, parts, { errors: { [done.why === 'who-signed' ? 'signer' : 'seen']: REFUSALS[done.why] } });
      },
    }),

    post('/:school/agreements/paper/pages/:page/put', {
      who: AT_THE_DESK, form: putForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const [id, { how }] = [idIn(asked, 'page'), asked.form];
        if (!id) return NOT_FOUND;
        await bring(asked);
        const done = await asked.change(async tx => {
          if (how !== 'said-no') return putAway(tx, deskOf(asked, parts), { page: id, how });
          const slip = (await findPage(tx, id))?.slip;
          const policy = slip ? (await policiesToSign(tx, vocabulary)).get((await findSlip(tx, slip))!.policy) : undefined;
          return policy ? noteRefusal(tx, deskOf(asked, parts), { page: id, talkTo: officeToTalkTo(policy, []) }) : false;
        });
        return done ? goTo(onePageAt(asked, id), how === 'said-no' ? 'Noted. It stays open while you talk about it.' : how === 'aside' ? 'Put aside.' : 'Noted that it was given back.') : NOT_FOUND;
      },
    }),

    post('/:school/agreements/paper/pages/:page/undo', {
      who: AT_THE_DESK, form: noForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const id = idIn(asked, 'page');
        if (!id) return NOT_FOUND;
        await bring(asked);
        return (await asked.change(tx => undoPage(tx, deskOf(asked, parts), id))) ? goTo(onePageAt(asked, id), 'Undone. What was noted stays on record, marked as a mistake.') : NOT_FOUND;
      },
    }),
  ];
}

/** Pictures are opened for those who may see them, and kept by no browser. */
function pictures({ sealFolder }: PaperParts): Route[] {
  const picture = async (asked: Asked<unknown>, page: string, which: 'whole' | 'part'): Promise<Reply> => {
    const body = await asked.read(tx => pictureOf(tx, { folder: sealFolder, page, which }));
    return body ? { kind: 'file', type: 'image/jpeg', body } : NOT_FOUND;
  };
  const one = (which: 'whole' | 'part') => get(`/:school/agreements/paper/pages/:page/${which}`, {
    who: AT_THE_DESK, page: async asked => { const id = idIn(asked, 'page'); return id ? picture(asked, id, which) : NOT_FOUND; },
  });
  return [
    one('whole'), one('part'),
    get('/:school/agreements/seal/:id/slip', {
      who: SIGNED_IN,
      page: async asked => {
        const id = asked.params['id']!;
        const page = isId(id) ? await asked.read(async tx => {
          const agreement = await findAgreement(tx, id);
          return agreement && (await maySee(tx, asked.reader, agreement, asked.today)) ? slipPictureFor(tx, { reader: asked.reader.person, keeper: keepsRegister(asked.reader), agreement: id }) : null;
        }) : null;
        return page ? picture(asked, page, 'whole') : NOT_FOUND;
      },
    }),
  ];
}
