/** The addresses of withdrawing a policy: for those who may approve it; to others nothing is there. */
import * as z from 'zod';
import { formOf, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import { longDay } from '../../../page-parts/index.ts';
import { askFeature } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { nameOf } from '../views.ts';
import { mayUndo } from './decisions.ts';
import { keepPolicy, withdrawPolicy, type Approver } from './deeds.ts';
import { withdrawForm } from './forms.ts';
import { WithdrawnPage, WithdrawPage } from './pages.tsx';
import { withdrawable } from './reads.ts';
import type { NotWithdrawn } from './words.ts';

const noForm = formOf(z.object({}));

const WHY: Readonly<Record<NotWithdrawn, string>> = {
  'day-past': 'Choose today or a later day', 'not-in-force': 'This policy is not in force', 'withdrawn-already': 'It is withdrawn already',
};

export function withdrawingRoutes({ vocabulary }: Shared): Route[] {
  const policyOf = (asked: Asked<unknown>): string => asked.params['policy'] ?? '';
  const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/policies/${policyOf(asked)}`;
  const approver = (asked: Asked<unknown>): Approver => ({ school: asked.school, vocabulary, by: asked.reader.person!, at: asked.now, today: asked.today, offices: asked.reader.offices });

  const show = async (asked: Asked<unknown>, again: { values?: Readonly<Record<string, unknown>>; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> => {
    const view = await asked.read(async tx => {
      const found = await withdrawable(tx, { policy: policyOf(asked), offices: asked.reader.offices, today: asked.today, vocabulary });
      return found && { ...found, by: await nameOf(tx, found.standing?.by ?? null, asked.today), counts: await askFeature('signedCounts', tx, policyOf(asked), asked.today) };
    });
    if (!view || (!view.inForce && !view.standing)) return NOT_FOUND;
    const { edition, standing, counts } = view;
    const more = { status: again.errors ? 422 : 200, trail: [[edition.title, `${hereOf(asked)}${view.inForce ? '' : '/editions'}`] as const] };
    if (standing) return page('Withdrawn', <WithdrawnPage here={hereOf(asked)} title={edition.title} withdrawal={standing} by={view.by || vocabulary.offices.get(standing.as)?.title || standing.as} mayUndo={mayUndo(standing, asked.today)} today={asked.today} />, more);
    return page('Withdraw a policy', <WithdrawPage here={hereOf(asked)} title={edition.title} edition={edition.number} today={asked.today} counts={counts && { signed: counts.signed, open: counts.waiting + counts.overdue + counts.declined }} {...again} />, more);
  };

  return [
    get('/:school/policies/:policy/withdraw', { who: SIGNED_IN, page: asked => show(asked) }),
    post('/:school/policies/:policy/withdraw', {
      who: SIGNED_IN, form: withdrawForm, perMinute: 20,
      deed: async asked => {
        const done = await asked.change(tx => withdrawPolicy(tx, approver(asked), { policy: policyOf(asked), ...asked.form }));
        if (done.ok) return goTo(`${hereOf(asked)}/withdraw`, `The policy is withdrawn from ${longDay(asked.form.from)}.`);
        return done.why === 'not-the-approver' ? NOT_FOUND : show(asked, { values: asked.form, errors: { from: WHY[done.why] } });
      },
      again: (asked, read) => show(asked, { values: read.raw, errors: read.errors }),
    }),
    post('/:school/policies/:policy/withdraw/undo', {
      who: SIGNED_IN, form: noForm, again: async () => NOT_FOUND,
      deed: async asked => {
        const done = await asked.change(tx => keepPolicy(tx, approver(asked), policyOf(asked)));
        return done ? goTo(hereOf(asked), 'Taken back. The policy stays in force.') : NOT_FOUND;
      },
    }),
  ];
}
