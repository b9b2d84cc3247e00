/** The addresses of slips: printing them, and the way in to piles. */
import type { Tx } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { either, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { inStep, placeOf } from '../in-step.ts';
import { policiesToSign } from '../reads.ts';
import { KEEPERS } from '../register-routes.tsx';
import { pageOf } from '../routes.tsx';
import { keepsRegister } from '../views.ts';
import { printSlips, type AtDesk } from './deeds.ts';
import { printForm } from './forms.ts';
import { blankOf, MOST_SLIPS, readyToPrint, wantedIn } from './making.ts';
import { HomePage, PrintPage } from './pages/home.tsx';
import { slipsPdf } from './slip-pdf.ts';
import { printOf, slipsIn } from './reads.ts';
import { homeView } from './views.ts';

/** Those who keep the register, and the registrar, to whom slips come back. */
export const AT_THE_DESK: Who = either(KEEPERS, offices('registrar'));

export type PaperParts = Pick<Shared, 'vocabulary' | 'sealFolder'>;

export const homeOf = (asked: Pick<Asked, 'school'>): string => `/${asked.school.slug}/agreements/paper`;
export const trailOf = (asked: Pick<Asked, 'school'>) => [['Paper slips', homeOf(asked)]] as const;
export const deskOf = (asked: Asked<unknown>, { vocabulary }: PaperParts): AtDesk => ({ school: asked.school, vocabulary, by: asked.reader.person!, at: asked.now, today: asked.today });

/** The page to which everything on paper leads back. */
export async function homePage(asked: Asked<unknown>, { vocabulary }: PaperParts, errors?: Readonly<Record<string, string>>): Promise<Reply> {
  const view = await inStep(asked, vocabulary, tx => homeView(tx, placeOf(asked, vocabulary), { page: pageOf(asked) }));
  return page('Paper slips', <HomePage {...view} keeper={keepsRegister(asked.reader)} {...(errors ? { errors } : {})} />, { look: 'wide', status: errors ? 422 : 200 });
}

export function slipRoutes(parts: PaperParts): Route[] {
  const { vocabulary } = parts;
  const read = <T,>(asked: Asked<unknown>, work: (tx: Tx) => Promise<T>) => inStep(asked, vocabulary, work);

  return [
    get('/:school/agreements/paper', { who: AT_THE_DESK, page: asked => homePage(asked, parts) }),

    post('/:school/agreements/paper/print', {
      who: AT_THE_DESK, form: printForm, perMinute: 30, again: (asked, { errors }) => homePage(asked, parts, errors),
      deed: async asked => {
        const { form } = asked;
        const group = { policy: form.policy, whom: form.whom, ...(form.class ? { class: form.class } : {}), ...(form.kind ? { kind: form.kind } : {}) };
        const wanted = await read(asked, tx => wantedIn(tx, placeOf(asked, vocabulary), group));
        if (wanted.length > MOST_SLIPS) return homePage(asked, parts, { policy: `That is more than ${MOST_SLIPS} slips. Choose a class, and print them class by class` });
        const print = wanted.length > 0 ? await asked.change(tx => printSlips(tx, deskOf(asked, parts), { group, wanted })) : null;
        return print ? goTo(`${homeOf(asked)}/prints/${print}`) : homePage(asked, parts, { policy: 'Nobody in this group has still to sign this policy' });
      },
    }),

    get('/:school/agreements/paper/prints/:print', {
      who: AT_THE_DESK,
      page: async asked => {
        const found = isId(asked.params['print']!) ? await read(asked, async tx => {
          const print = await printOf(tx, asked.params['print']!);
          return print && { print, title: (await policiesToSign(tx, vocabulary)).get(print.policy)?.title ?? print.policy };
        }) : null;
        if (!found) return NOT_FOUND;
        const { print, title } = found;
        const whom = [print.class, print.kind && (vocabulary.kinds.get(print.kind)?.title ?? print.kind)].filter(Boolean).join(', ');
        return page('The slips are ready', <PrintPage slug={asked.school.slug} id={print.id} title={title} whom={whom} slips={print.slips.length} />, { trail: trailOf(asked) });
      },
    }),

    get('/:school/agreements/paper/prints/:print/pdf', {
      who: AT_THE_DESK, perMinute: 30,
      page: async asked => {
        const slips = isId(asked.params['print']!) ? await read(asked, async tx => {
          const print = await printOf(tx, asked.params['print']!);
          return print && readyToPrint(tx, await slipsIn(tx, print), asked.today);
        }) : null;
        if (!slips || slips.length === 0) return NOT_FOUND;
        return { kind: 'file', type: 'application/pdf', name: `slips-${asked.today}.pdf`, body: await slipsPdf({ school: asked.school, title: `Slips to sign, ${asked.school.name}`, slips }) };
      },
    }),

    get('/:school/agreements/paper/blank/:policy', {
      who: AT_THE_DESK, perMinute: 30,
      page: async asked => {
        const policy = (await read(asked, tx => policiesToSign(tx, vocabulary))).get(asked.params['policy']!);
        if (!policy) return NOT_FOUND;
        return { kind: 'file', type: 'application/pdf', name: `blank-${policy.policy}.pdf`, body: await slipsPdf({ school: asked.school, title: policy.title, slips: [{ code: null, content: blankOf(placeOf(asked, vocabulary), policy) }] }) };
      },
    }),
  ];
}
