/** The addresses of offices, and of my page. */
import { get, goTo, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { faultOf, mayGiveOffices, OFFICE_GIVERS, type HandOverFault } from '../decisions.ts';
import * as deeds from '../deeds.ts';
import * as forms from '../forms.ts';
import { MePage } from '../pages/me.tsx';
import { OfficePage, OfficesPage } from '../pages/offices.tsx';
import { officeTitle } from '../pages/words.tsx';
import { familyOf, findPerson, listHoldings, officeCandidates } from '../reads.ts';
import { householdOf } from '../household/reads.ts';
import { isPupilKind } from '../import/decisions.ts';
import { trustOf } from '../trust/reads.ts';
import { officesView, officeView } from '../views.ts';
import { doingOf } from './people.tsx';

const GIVERS = offices(...OFFICE_GIVERS);

type Again = { readonly given: Body; readonly errors: Readonly<Record<string, string>> };

const home = (asked: Asked<unknown>) => ['Offices', `/${asked.school.slug}/offices`] as const;
const officeOf = (asked: Asked<unknown>) => asked.params['office']!;
const back = (asked: Asked<unknown>, notice: string) => goTo(`/${asked.school.slug}/offices/${officeOf(asked)}`, notice);

async function officePage(asked: Asked<unknown>, vocabulary: Vocabulary, again?: Again): Promise<Reply> {
  const mayGive = mayGiveOffices(asked.reader.offices);
  const { view, candidates } = await asked.read(async tx => ({
    view: await officeView(tx, officeOf(asked), { today: asked.today, vocabulary }), candidates: mayGive ? await officeCandidates(tx, asked.today, vocabulary) : [],
  }));
  if (!view) return NOT_FOUND;
  const outside = vocabulary.offices.get(officeOf(asked))?.outside ?? false;
  return page(view.row.title, <OfficePage {...view} {...again} slug={asked.school.slug} vocabulary={vocabulary} today={asked.today} candidates={candidates} mayGive={mayGive} outside={outside} />, { status: again ? 422 : 200, trail: [home(asked)] });
}

const FAULTS: Readonly<Record<HandOverFault, readonly ['person' | 'from' | 'until', string]>> = {
  past: ['from', 'Choose today or a later day: the past stays as it was'], 'ends-first': ['until', 'The last day comes before the first'],
  'not-here': ['person', 'Choose a person from the list'], already: ['person', 'This person holds the office already'],
};

/** What speaks against it, beside the field it belongs to; null when nothing does. */
async function faultIn(asked: Asked<unknown>, vocabulary: Vocabulary, given: { person: string; from: string; until: string | null; cover: boolean }): Promise<Readonly<Record<string, string>> | null> {
  const { candidates, holdings } = await asked.read(async tx => ({ candidates: await officeCandidates(tx, asked.today, vocabulary), holdings: await listHoldings(tx, { office: officeOf(asked) }) }));
  const fault = faultOf(given, { today: asked.today, candidates: candidates.map(person => person.id), holdings });
  if (!fault) return null;
  const [field, words] = FAULTS[fault];
  const names = given.cover ? { person: 'cover', from: 'coverFrom', until: 'coverUntil' } : { person: 'person', from: 'from', until: 'from' };
  return { [names[field]]: words };
}

export function officeRoutes({ vocabulary }: Shared): Route[] {
  const known = (asked: Asked<unknown>) => vocabulary.offices.has(officeOf(asked));
  const title = (asked: Asked<unknown>) => officeTitle(officeOf(asked), vocabulary);

  return [
    get('/:school/offices', {
      who: SIGNED_IN,
      page: async asked => {
        const view = await asked.read(tx => officesView(tx, { today: asked.today, vocabulary }));
        return page('Who holds which office', <OfficesPage {...view} slug={asked.school.slug} mayGive={mayGiveOffices(asked.reader.offices)} />, { look: 'wide' });
      },
    }),
    get('/:school/offices/:office', { who: SIGNED_IN, page: asked => officePage(asked, vocabulary) }),

    post('/:school/offices/:office/hand-over', {
      who: GIVERS, form: forms.handOverForm,
      deed: async asked => {
        if (!known(asked)) return NOT_FOUND;
        const { person, from, how } = asked.form;
        const errors = await faultIn(asked, vocabulary, { person, from, until: null, cover: false });
        if (errors) return officePage(asked, vocabulary, { given: asked.form, errors });
        await asked.change(tx => deeds.handOverOffice(tx, doingOf(asked), { office: officeOf(asked), person, from, also: how === 'also' }));
        return back(asked, from > asked.today ? `${title(asked)}: the hand-over is noted.` : `${title(asked)}: handed over.`);
      },
      again: (asked, read) => officePage(asked, vocabulary, { given: read.raw, errors: read.errors }),
    }),
    post('/:school/offices/:office/cover', {
      who: GIVERS, form: forms.coverForm,
      deed: async asked => {
        if (!known(asked)) return NOT_FOUND;
        const { cover: person, coverFrom: from, coverUntil: until } = asked.form;
        const errors = await faultIn(asked, vocabulary, { person, from, until, cover: true });
        if (errors) return officePage(asked, vocabulary, { given: asked.form, errors });
        await asked.change(tx => deeds.coverOffice(tx, doingOf(asked), { office: officeOf(asked), person, from, until }));
        return back(asked, `${title(asked)}: the cover is noted.`);
      },
      again: (asked, read) => officePage(asked, vocabulary, { given: read.raw, errors: read.errors }),
    }),
    post('/:school/offices/:office/end', {
      who: GIVERS, form: forms.endForm,
      deed: async asked => {
        const done = await asked.change(tx => deeds.endOffice(tx, doingOf(asked), { office: officeOf(asked), person: asked.form.person, until: asked.today }));
        return done ? back(asked, 'Today is the last day of it.') : NOT_FOUND;
      },
      again: async () => NOT_FOUND,
    }),
    post('/:school/offices/:office/take-back', {
      who: GIVERS, form: forms.noForm,
      deed: async asked => {
        const done = await asked.change(tx => deeds.takeBackHandOver(tx, doingOf(asked), { office: officeOf(asked), today: asked.today }));
        return done ? back(asked, 'The hand-over is taken back.') : NOT_FOUND;
      },
      again: async () => NOT_FOUND,
    }),

    get('/:school/me', { who: SIGNED_IN, page: asked => mePage(asked, vocabulary) }),
  ];
}

async function mePage(asked: Asked<unknown>, vocabulary: Vocabulary): Promise<Reply> {
  const id = asked.reader.person!;
  const view = await asked.read(async tx => {
    const person = await findPerson(tx, id, asked.today);
    if (!person) return null;
    const holdings = (await listHoldings(tx, { person: id })).filter(one => one.until === null || one.until >= asked.today);
    const family = person.kinds.includes('parent') ? await familyOf(tx, person, asked.today) : [];
    const inTrust = !person.kinds.some(isPupilKind) && (await trustOf(tx, asked.school.id)) !== null;
    return { person, holdings, children: family.filter(child => !child.noContact), inTrust, household: await householdOf(tx, id, asked.today) };
  });
  if (!view) return NOT_FOUND;
  const rules = await askFeature('myRules', asked);
  const young = asked.reader.kinds.includes('pupil-ks1');
  return page('My page', <MePage {...view} rules={rules} slug={asked.school.slug} school={asked.school.name} vocabulary={vocabulary} today={asked.today} young={young} />, young ? { look: 'kid' } : {});
}
