/** Things on the desk: what addresses and forms of the table name in braces, and the state some of them need. */
import { equal } from 'node:assert/strict';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { newId } from '../../src/platform/ids.ts';
import { putInOutbox } from '../../src/platform/mail/index.ts';
import { noteTeaching } from '../../src/school/agreements/class-signing/deeds.ts';
import { addPeople, giveOffices } from '../../src/school/people/index.ts';
import { makeLink } from '../../src/sign-in/index.ts';
import { sendLinks } from '../../src/sign-in/by-mail/deeds.ts';
import { aList, comparedList, sentList } from '../support/import.ts';
import { moveThings } from './desk-moves.ts';
import { kioskThings } from './desk-kiosk.ts';
import { keptThings } from './desk-permissions-kept.ts';
import { appThings } from './desk-apps.ts';
import { displayThings } from './desk-display.ts';
import { caseThings } from './desk-cases.ts';
import { imageThings } from './desk-images.ts';
import { sanctionThings } from './desk-sanctions.ts';
import { siteThings } from './desk-block-list.ts';
import { lookThings } from './desk-looks.ts';
import { custodyThings } from './desk-custody.ts';
import { concernThings } from './desk-concerns.ts';
import { carriedThings } from './desk-permissions-out.ts';
import { tellingThings } from './desk-telling.ts';
import { familyThings } from './desk-families.ts';
import type { TestSchool } from '../support/school.ts';
import { entryOnTheDesk } from './desk-by-hand.ts';
import { onePass } from './desk-one-pass.ts';
import { cardsOnTheDesk } from './desk-cards.ts';
import { paperThings } from './paper-things.ts';
import { requestThings } from './desk-requests.ts';
import { quizThings } from './desk-quiz.ts';
import { accountThings } from './desk-accounts.ts';
import { consultationThings } from './desk-consultation.ts';
import type { Person } from './people.ts';

/** The policy whose editor the table opens: the safeguarding lead's own. */
export const POLICY = 'cyberbullying';
export type Open = 'draft' | 'proposed';

export interface Desk {
  /** Puts the things named in braces into an address or a value; what is used up is made anew each time. */
  readonly fill: (text: string) => Promise<string>;
  /** Brings the policy's next edition into this state. */
  readonly bring: (state: Open) => Promise<void>;
  /** Has the chair approve it. */
  readonly approve: () => Promise<void>;
}

interface Edition { number: number; state: string; markdown: string; text_hash: string }

/** Which saving of the draft the editor's page shows. */
const seenIn = (html: string): string => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '0';

export function deskOf(school: TestSchool, people: ReadonlyMap<Person, string>): Desk {
  // Why read: a change would make the server look up every reader anew.
  const one = async (query: ReturnType<typeof sql<{ it: string }>>): Promise<string> => (await school.read(tx => query.execute(tx))).rows[0]!.it;
  const sealOf = (person: string) => one(sql<{ it: string }>`select id::text as it from agreement where person_id = ${person} and by_id = ${person} order by at limit 1`);
  const openEdition = async (): Promise<Edition | undefined> =>
    (await school.read(tx => sql<Edition>`select number, state, markdown, text_hash from policy_edition where policy = ${POLICY} and state in ('draft', 'proposed')`.execute(tx))).rows[0];
  const doing = () => ({ school: school.school.id, by: people.get('head')!, at: school.now() });
  const giveModerator = (holding: { from: string; cover?: boolean }) => school.change(tx => giveOffices(tx, doing(), [{ office: 'moderator', person: people.get('support')!, ...holding }]));
  /** A child of 8A added for this table. */
  const childOf8A = async (): Promise<string> => {
    const known = (await school.read(tx => sql<{ it: string }>`select id::text as it from person where family_name = 'Classwell'`.execute(tx))).rows[0];
    if (known) return known.it;
    const place = { yearGroup: 'Year 8', class: '8A', phase: 'Senior school' };
    return (await school.change(tx => addPeople(tx, doing(), [{ givenName: 'Una', familyName: 'Classwell', email: null, joinedOn: school.today(), kinds: ['pupil-senior'], place }])))[0]!;
  };
  const helper = () => one(sql<{ it: string }>`select person_id::text as it from person_kind where kind = 'volunteer' limit 1`);
  const things: Readonly<Record<string, () => Promise<string>>> = {
    ...paperThings(school, people),
    ...imageThings(school, people),
    child: async () => people.get('pupil')!,
    youngest: async () => people.get('reception')!,
    estranged: () => one(sql<{ it: string }>`select child_id::text as it from guardian where no_contact limit 1`),
    person: async () => people.get('support')!,
    parent: async () => people.get('parent')!,
    helper: () => helper(),
    list: () => aList(school, people.get('office')!),
    reading: () => sentList(school, people.get('office')!),
    compared: () => comparedList(school, people.get('office')!),
    leaver: async () => {
      const id = await helper();
      await school.change(tx => sql`update person set left_on = ${school.today()}::date where id = ${id}`.execute(tx));
      return id;
    },
    cover: async () => {
      await giveModerator({ from: school.today(), cover: true });
      return people.get('support')!;
    },
    handed: async () => {
      await giveModerator({ from: addDays(school.today(), 1) });
      return 'moderator';
    },
    seal: () => sealOf(people.get('teacher')!),
    persona: () => one(sql<{ it: string }>`select token as it from demonstration_persona where persona = 'teacher'`),
    link: () => school.change(tx => makeLink(tx, { school: school.school.id, now: school.now(), userAgent: 'test' }, { person: people.get('support')!, by: people.get('office')! })),
    maillink: async () => {
      await school.change(tx => sql`delete from sign_in_mail_link`.execute(tx));
      const found = { person: people.get('parent')!, name: 'A parent', email: 'parent@home.example', kinds: ['parent'], offices: [] };
      await school.change(tx => sendLinks(tx, { school: school.school, now: school.now(), next: '/prep-school' }, [found]));
      return one(sql<{ it: string }>`select substring(body from '/sign-in/link/([A-Za-z0-9_-]+)') as it from mail_outbox where kind = 'sign-in-link' order by id desc limit 1`);
    },
    onpaper: async () => {
      await school.change(tx => sql`update person set email = null where id = (select person_id from agreement_ask where open and declined_on is null and kind = 'governor' order by person_id limit 1)`.execute(tx));
      return 'governor';
    },
    failedmail: async () => {
      const id = newId();
      await school.change(tx => putInOutbox(tx, { school: school.school.id, at: school.now() }, [{ kind: 'digest', person: null, to: 'nobody@home.example', subject: 'Counts', body: 'none', once: id }]));
      await school.change(tx => sql`update mail_outbox set state = 'failed' where once = ${id}`.execute(tx));
      return one(sql<{ it: string }>`select id::text as it from mail_outbox where once = ${id}`);
    },
    question: async () => {
      await school.guest().post('/prep-school/may-i', { question: 'May I bring a kettle?' });
      return one(sql<{ it: string }>`select id::text as it from may_i_question order by id desc limit 1`);
    },
    ...displayThings(school, people),
    ...appThings(school, people),
    ...keptThings(school, people),
    ...concernThings(school, people),
    ...caseThings(school, people),
    ...sanctionThings(school, people),
    ...custodyThings(school, people),
    ...accountThings(school, people),
    ...siteThings(school, people), ...lookThings(school, people),
    ...carriedThings(school, people),
    ...tellingThings(school, people),
    ...kioskThings(school, people),
    ...familyThings(school, people),
    ...quizThings(school, people),
    ...consultationThings(school, people),
    ...requestThings(school, people),
    ...moveThings(school, people),
    try: async () => {
      const head = await school.asPerson(people.get('head')!);
      equal((await head.post('/prep-school/sign-in-provider', { issuer: 'http://127.0.0.1:9', clientId: 'countersign', secret: 'a secret', label: '' })).status, 303);
      return 'try';
    },
    ...cardsOnTheDesk(school, { teacher: people.get('teacher')!, notThis: people.get('reception')! }),
    entry: () => entryOnTheDesk(school, { office: people.get('office')!, teacher: people.get('teacher')!, child: people.get('pupil')!, parent: people.get('parent')! }),
    openinclass: () => childOf8A(),
    promised: async () => {
      const child = await childOf8A();
      const at = `/prep-school/agreements/class/8A/middle-senior-code/${child}`;
      const head = await school.asPerson(people.get('head')!);
      const { html } = await head.get(at);
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
      if (field('hash')) equal((await head.post(at, { edition: field('edition'), hash: field('hash'), once: newId() })).status, 303);
      return child;
    },
    familydocument: () => onePass(school, people.get('parent')!, 'document'),
    familysitting: () => onePass(school, people.get('parent')!, 'sitting'),
    sitting: async () => {
      await (await school.asPerson(people.get('supply')!)).post('/prep-school/agreements/sitting');
      return one(sql<{ it: string }>`select id::text as it from agreement_sitting where person_id = ${people.get('supply')!} order by id desc limit 1`);
    },
    teaching: async () => {
      await school.change(tx => noteTeaching(tx, { ...doing(), school: school.school, vocabulary: school.shared.vocabulary }, { class: '8A', person: people.get('support')!, from: school.today(), until: null }));
      return one(sql<{ it: string }>`select id::text as it from agreement_class_teaching order by id desc limit 1`);
    },
    passkey: async () => 'a-passkey-of-nobody',
    number: async () => String((await openEdition())?.number ?? 0),
    hash: async () => (await openEdition())?.text_hash ?? '',
    today: async () => school.today(),
    new: async () => newId(),
    text: async () => (await openEdition())?.markdown ?? '',
    seen: async () => seenIn((await (await school.asPerson(people.get('head')!)).get(`/prep-school/policies/${POLICY}/edit`)).html),
  };
  const fill = async (text: string): Promise<string> => {
    let filled = text;
    for (const [braces, name] of text.matchAll(/\{([a-z]+)\}/g)) filled = filled.replace(braces, await things[name!]!());
    return filled;
  };
  let lines = 0;
  return {
    fill,
    approve: async () => {
      const chair = await school.asPerson(people.get('chair')!);
      equal((await chair.post(`/prep-school/policies/${POLICY}/approve`, { text: await fill('{hash}'), inForce: school.today() })).status, 303);
    },
    bring: async state => {
      const here = `/prep-school/policies/${POLICY}`;
      const head = await school.asPerson(people.get('head')!);
      const now = await openEdition();
      if (now?.state === state) return;
      if (now?.state === 'proposed') return void equal((await head.post(`${here}/send-back`, { reason: 'One more change' })).status, 303);
      if (!now) equal((await head.post(`${here}/start`)).status, 303);
      const draft = (await openEdition())!;
      if (state === 'draft') return;
      const markdown = `${draft.markdown}\nEdition ${draft.number} has line ${++lines}. {#line-${lines}}\n\n::info[says nothing]\n`;
      const sent = await head.post(`${here}/edit`, { markdown, seen: await fill('{seen}'), do: 'propose', note: 'One line' });
      equal(sent.status, 303, [...sent.html.matchAll(/<(?:div|li|article|p) class="finding[^]*?<\/(?:div|li|article)>/g)].map(found => found[0]).join('\n'));
    },
  };
}
