/** The addresses of supply staff: the office's list, and the page of their own link. */
import { spoken } from '../../../platform/languages/index.ts';
import { isId } from '../../../platform/ids.ts';
import { EVERYONE, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { findPerson, fullName } from '../../people/index.ts';
import { DESK_KEEPERS, LEAST_LETTERS, saidIn, unsaid, type Said } from '../decisions.ts';
import { agreeForm, noForm, supplyForm } from '../forms.ts';
import { findHost } from '../reads.ts';
import type { Here } from '../rules.ts';
import { codeOf } from '../wifi/reads.ts';
import type { Stint } from '../words.ts';
import { addSupply, endSupply, sendSupplyLink, signByLink } from './deeds.ts';
import { AddSupplyPage, LinkDonePage, LinkGonePage, LinkPage, SupplyListPage, type Given } from './pages.tsx';
import { findStint, linkView, supplyRows } from './reads.ts';

const KEEPING = offices(...DESK_KEEPERS);

export function supplyRoutes(shared: Shared): Route[] {
  const hereOf = (asked: Asked<unknown>): Here => ({ school: asked.school, vocabulary: shared.vocabulary, today: asked.today, language: spoken().code });
  const doing = (asked: Asked<unknown>) => ({ school: asked.school.id, by: asked.reader.person!, at: asked.now });
  const list = (asked: Asked<unknown>) => `/${asked.school.slug}/visitors/supply`;
  const trail = (asked: Asked<unknown>) => [['Visitors', `/${asked.school.slug}/visitors`], ['Supply staff', list(asked)]] as const;

  const addPage = (asked: Asked<unknown>, again: { given?: Given; errors?: Readonly<Record<string, string>>; hosts?: readonly { id: string; name: string }[] } = {}): Reply =>
    page('Add a supply teacher', <AddSupplyPage slug={asked.school.slug} given={again.given ?? { from: asked.today, until: asked.today }} {...again} />, { status: again.errors ? 422 : 200, trail: trail(asked) });

  const stintOf = async (asked: Asked<unknown>): Promise<Stint | null> => {
    const id = asked.params['stint'] ?? '';
    return isId(id) ? asked.read(tx => findStint(tx, id)) : null;
  };

  const linkPage = async (asked: Asked<unknown>, again: { errors?: Readonly<Record<string, string>>; said?: Said; typedName?: string; changed?: boolean } = {}): Promise<Reply> => {
    const { slug, name } = asked.school;
    const token = asked.params['token'] ?? '';
    const view = await asked.read(tx => linkView(tx, hereOf(asked), { token, now: asked.now }));
    if (!view) return page('This link no longer works', <LinkGonePage school={name} />, { status: 410, withoutBox: true });
    if (view.usedAt) {
      const code = await asked.read(tx => codeOf(tx, { person: view.stint.person, today: asked.today, folder: shared.sealFolder }));
      const said = asked.query['wifi'] ?? '';
      const wifi = said === 'none-left' || said === 'sign-first' || said === 'no-rules' ? said : 'not-asked';
      return page('Signed', <LinkDonePage school={name} code={code} wifi={wifi} from={view.stint.from > asked.today ? view.stint.from : null} />, { withoutBox: true });
    }
    const errors = { ...again.errors, ...(again.said ? unsaid(view.rules.sheets, again.said) : {}) };
    const body = <LinkPage {...view} slug={slug} school={name} action={`/${slug}/supply/${token}`} {...again} errors={errors} />;
    return page(`Before you teach at ${name}`, body, { withoutBox: true, status: Object.keys(errors).length > 0 ? 422 : again.changed ? 409 : 200 });
  };

  return [
    get('/:school/visitors/supply', {
      who: KEEPING,
      page: async asked => {
        const at = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
        const { rows, pages } = await asked.read(tx => supplyRows(tx, hereOf(asked), at));
        return page('Supply staff', <SupplyListPage slug={asked.school.slug} today={asked.today} rows={rows} page={at} pages={pages} />, { look: 'wide', trail: trail(asked).slice(0, 1) });
      },
    }),
    get('/:school/visitors/supply/add', { who: KEEPING, page: async asked => addPage(asked) }),
    post('/:school/visitors/supply/add', {
      who: KEEPING, form: supplyForm,
      deed: async asked => {
        const { host: typed, hostId, ...given } = asked.form;
        const host = await asked.read(tx => findHost(tx, hereOf(asked), { host: typed, hostId }));
        if (!host.ok) {
          const words = { short: `Type at least ${LEAST_LETTERS} letters of the name`, nobody: 'Nobody of that name works here', many: 'Several people have a name like that. Type more of it', which: 'Choose who meets them' }[host.why];
          return addPage(asked, { given: { ...given, host: typed, email: given.email ?? '' }, errors: { [host.why === 'which' ? 'hostId' : 'host']: words }, hosts: host.among.map(person => ({ id: person.id, name: fullName(person) })) });
        }
        if (given.from < asked.today) return addPage(asked, { given: { ...given, host: typed, email: given.email ?? '' }, errors: { from: 'The first day is past' } });
        await asked.change(tx => addSupply(tx, hereOf(asked), doing(asked), { ...given, host: host.host?.id ?? null }));
        return goTo(list(asked), given.email === null ? `${given.givenName} ${given.familyName} is added, and signs on the tablet.` : `${given.givenName} ${given.familyName} is added. A link to read and sign is on its way.`);
      },
      again: async (asked, read) => addPage(asked, { given: read.raw, errors: read.errors }),
    }),
    post('/:school/visitors/supply/:stint/link', {
      who: KEEPING, form: noForm, perMinute: 20,
      deed: async asked => {
        const stint = await stintOf(asked);
        const person = stint && (await asked.read(tx => findPerson(tx, stint.person, asked.today)));
        if (!stint || !person?.email || stint.until < asked.today) return NOT_FOUND;
        await asked.change(tx => sendSupplyLink(tx, hereOf(asked), doing(asked), { stint, to: person.email! }));
        return goTo(list(asked), 'A new link is on its way to their own address. The one before it no longer works.');
      },
      again: async () => NOT_FOUND,
    }),
    post('/:school/visitors/supply/:stint/end', {
      who: KEEPING, form: noForm,
      deed: async asked => {
        const stint = await stintOf(asked);
        if (!stint || stint.until < asked.today) return NOT_FOUND;
        await asked.change(tx => endSupply(tx, doing(asked), stint));
        return goTo(list(asked), stint.from <= asked.today ? 'Today is their last day.' : 'They are no longer expected.');
      },
      again: async () => NOT_FOUND,
    }),

    get('/:school/supply/:token', { who: EVERYONE, perMinute: 60, page: asked => linkPage(asked) }),
    post('/:school/supply/:token', {
      who: EVERYONE, form: agreeForm, perMinute: 20,
      deed: async asked => {
        const token = asked.params['token'] ?? '';
        const { typedName, drawing, hash } = asked.form;
        const said = saidIn(asked.form);
        const view = await asked.read(tx => linkView(tx, hereOf(asked), { token, now: asked.now }));
        if (!view || view.usedAt) return linkPage(asked);
        if (typedName === '') return linkPage(asked, { errors: { typedName: 'Type your name' }, said });
        const done = await asked.change(tx => signByLink(tx, hereOf(asked), { token, stint: view.stint, hash, said, typedName, drawing: drawing || null, at: asked.now }));
        if (!done.ok) return linkPage(asked, done.why === 'changed' ? { changed: true, typedName } : done.why === 'unticked' ? { said, typedName } : {});
        return goTo(`/${asked.school.slug}/supply/${token}${done.wifi === null || done.wifi === 'given' ? '' : `?wifi=${done.wifi}`}`);
      },
      again: (asked, read) => linkPage(asked, { errors: read.errors, said: saidIn(read.raw), typedName: String(read.raw['typedName'] ?? '') }),
    }),
  ];
}
