/** The addresses at which whoever asked puts down what somebody said who has no page here. */
import { get, goTo, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { noteWord } from './deeds.ts';
import { saidForm } from './forms.ts';
import { speakersOf, type Speaker } from './said.ts';
import { SaidPage } from './said-pages.tsx';
import { ASKERS, changing, doingOf, hereOf, trailOf } from './routes.tsx';
import type { Listed, RecordingView } from './reads.ts';
import type { How, Says } from './words.ts';

interface SaidGiven { readonly speaker: string; readonly says: Says; readonly how: Exclude<How, 'here'> }
const PATH = '/:school/recordings/:recording/people/:person/said';

export const saidRoutes = (shared: Shared): Route[] => [
  get(PATH, { who: ASKERS, page: asked => show(asked, shared, {}, {}) }),
  post(PATH, { who: ASKERS, form: saidForm, deed: asked => note(asked, shared), again: (asked, { errors, raw }) => show(asked, shared, raw, errors) }),
];

/** The recording and the person of this address, where this reader may put down a word for them; null anywhere else. */
async function found(asked: Asked<unknown>, shared: Shared): Promise<{ view: RecordingView; one: Listed; speakers: readonly Speaker[] } | null> {
  const view = await changing(asked, shared);
  const one = view?.people.find(person => person.person === asked.params['person'] && person.notable);
  return view && one ? { view, one, speakers: (await asked.read(tx => speakersOf(tx, asked, [one]))).get(one.person) ?? [] } : null;
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const at = await found(asked, shared);
  if (!at) return NOT_FOUND;
  const { view, one, speakers } = at;
  const here = hereOf(asked);
  return page('Put down what was said', <SaidPage title={view.recording.title} name={one.name} speakers={speakers} cited={view.cited} action={`${here}/people/${one.person}/said`} back={here} raw={raw} errors={errors} />, {
    trail: [...trailOf(asked), [view.recording.title, here]], status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

async function note(asked: Asked<SaidGiven>, shared: Shared): Promise<Reply> {
  const at = await found(asked, shared);
  if (!at) return NOT_FOUND;
  const { speaker, says, how } = asked.form;
  const who = at.speakers.find(one => one.id === speaker);
  if (!who) return show(asked, shared, { ...asked.form }, { speaker: 'Choose who said it' });
  await asked.change(tx => noteWord(tx, doingOf(asked), { recording: at.view.recording, person: at.one.person, speaker, voice: who.voice, says, how }));
  return goTo(hereOf(asked), 'It is put down, with your name beside it.');
}
