/** The addresses of chasing. Names are for those who keep the register, and for the teacher of a class. */
import * as z from 'zod';
import { either, formOf, get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import { isId } from '../../../platform/ids.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { pageOf } from '../routes.tsx';
import { handOutLetters, remindGroup, tellTeacher, type Chasing, type PressDone } from './deeds.ts';
import { BoardPage, groupHref, GroupPage } from './pages.tsx';
import { OfficePage } from './office/pages.tsx';
import { officeCsv, officeView } from './office/views.ts';
import { lettersPdf } from './paper.ts';
import type { ChaseGroup } from './words.ts';
import { boardCsv, boardView, groupView, lettersOf } from './views.ts';

const text = z.string().max(80).optional();
const groupForm = formOf(z.object({ class: text, kind: text }));
const teacherForm = formOf(z.object({ class: z.string('Choose a class').min(1, 'Choose a class').max(80), person: text }));

/** A class and a kind; a class left empty is that of those who are in none, where a kind is named. */
const groupOf = (of: { class?: unknown; kind?: unknown }): ChaseGroup => {
  const name = (value: unknown) => (typeof value === 'string' && value.length <= 80 ? value : undefined);
  const [inClass, kind] = [name(of.class), name(of.kind) || undefined];
  return { ...(inClass === undefined || (inClass === '' && !kind) ? {} : { class: inClass }), ...(kind ? { kind } : {}) };
};
const isGroup = (group: ChaseGroup): boolean => group.class !== undefined || group.kind !== undefined;

export function chaseRoutes({ vocabulary, keepers }: { readonly vocabulary: Vocabulary; readonly keepers: Who }): Route[] {
  const read = <T,>(asked: Asked<unknown>, work: (tx: Tx) => Promise<T>) => inStep(asked, vocabulary, work);
  const chasing = (asked: Asked<unknown>): Chasing => ({ school: asked.school, vocabulary, at: asked.now, today: asked.today, by: asked.reader.person });
  const board = (asked: Asked<unknown>) => `/${asked.school.slug}/agreements/chase`;
  const trail = (asked: Asked<unknown>) => [['Who has signed', `/${asked.school.slug}/agreements/register`]] as const;
  const groupPage = async (asked: Asked<unknown>): Promise<Reply> => {
    const view = await read(asked, tx => groupView(tx, { place: placeOf(asked, vocabulary), group: groupOf(asked.query), reader: asked.reader, page: pageOf(asked) }));
    return view ? page(view.title, <GroupPage {...view} />, { look: 'wide', ...(view.keeper ? { trail: [...trail(asked), ['Chasing signatures', board(asked)]] } : {}) }) : NOT_FOUND;
  };
  const pressed = (asked: Asked<{ class?: string | undefined; kind?: string | undefined }>, done: PressDone, words: (done: PressDone & { ok: true }) => string): Reply =>
    goTo(groupHref(asked.school.slug, groupOf(asked.form)), done.ok ? words(done) : 'Today is no school day, so nobody was reminded.');
  const again = async (asked: Asked<Body>): Promise<Reply> => page('Chasing signatures', <BoardPage {...await read(asked, tx => boardView(tx, { place: placeOf(asked, vocabulary), page: 1 }))} />, { status: 422, look: 'wide' });

  return [
    get('/:school/agreements/chase', {
      who: keepers,
      page: async asked => page('Chasing signatures', <BoardPage {...await read(asked, tx => boardView(tx, { place: placeOf(asked, vocabulary), page: pageOf(asked) }))} />, { look: 'wide', trail: trail(asked) }),
    }),
    get('/:school/agreements/chase.csv', { who: keepers, page: asked => read(asked, tx => boardCsv(tx, placeOf(asked, vocabulary))) }),
    get('/:school/agreements/chase/office', {
      who: keepers,
      page: async asked => page('For the office', <OfficePage {...await read(asked, tx => officeView(tx, { place: placeOf(asked, vocabulary), page: pageOf(asked) }))} />, { look: 'wide', trail: [...trail(asked), ['Chasing signatures', board(asked)]] }),
    }),
    get('/:school/agreements/chase/office.csv', { who: keepers, page: asked => read(asked, tx => officeCsv(tx, placeOf(asked, vocabulary))) }),
    get('/:school/agreements/chase/group', { who: either(keepers, kinds('staff')), page: groupPage }),

    post('/:school/agreements/chase/remind', {
      who: keepers, form: groupForm, perMinute: 60, again,
      deed: async asked => {
        const group = groupOf(asked.form);
        if (!isGroup(group)) return again(asked as unknown as Asked<Body>);
        await read(asked, async () => undefined); // the asks are of today
        return pressed(asked, await asked.change(tx => remindGroup(tx, chasing(asked), group)), done =>
          `${done.reminded === 0 ? 'Nobody could be reminded by mail today' : `${done.reminded} reminded by mail`}${done.unreached > 0 ? `; ${done.unreached} without a mailbox need a letter` : ''}.`);
      },
    }),

    get('/:school/agreements/chase/letters.pdf', {
      who: keepers, perMinute: 30,
      page: async asked => {
        const group = groupOf(asked.query);
        const letters = isGroup(group) ? await read(asked, tx => lettersOf(tx, { place: placeOf(asked, vocabulary), group })) : [];
        if (letters.length === 0) return NOT_FOUND;
        return { kind: 'file', type: 'application/pdf', name: `letters-${asked.today}.pdf`, body: await lettersPdf({ school: asked.school, today: asked.today, site: asked.origin, letters }) };
      },
    }),

    post('/:school/agreements/chase/letters', {
      who: keepers, form: groupForm, again,
      deed: async asked => {
        const group = groupOf(asked.form);
        if (!isGroup(group)) return again(asked as unknown as Asked<Body>);
        await read(asked, async () => undefined); // the asks are of today
        return pressed(asked, await asked.change(tx => handOutLetters(tx, chasing(asked), group)), done => `${done.reminded} reminded by letter.`);
      },
    }),

    post('/:school/agreements/chase/teacher', {
      who: keepers, form: teacherForm, again,
      deed: async asked => {
        const { person } = asked.form;
        if (person && !isId(person)) return NOT_FOUND;
        const told = await asked.change(tx => tellTeacher(tx, chasing(asked), { class: asked.form.class, person: person || null }));
        return told === null ? NOT_FOUND : goTo(groupHref(asked.school.slug, { class: asked.form.class }), `${told} is told about ${asked.form.class} each week.`);
      },
    }),
  ];
}
