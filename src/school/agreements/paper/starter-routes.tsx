/** The addresses of the registrar's queue. */
import { get, goTo, NOT_FOUND, page, post, type Asked, type Route } from '../../../platform/web/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { pageOf } from '../routes.tsx';
import { noForm, policyForm, receivedForm } from './forms.ts';
import { StartersPage } from './pages/starters.tsx';
import { AT_THE_DESK, deskOf, homeOf, trailOf, type PaperParts } from './routes.tsx';
import { printForStarters, receiveStarter, remindStarters, startersCsv, startersView } from './starters.ts';

export function starterRoutes(parts: PaperParts): Route[] {
  const { vocabulary } = parts;
  const here = (asked: Asked<unknown>) => `${homeOf(asked)}/starters`;
  const bring = (asked: Asked<unknown>) => inStep(asked, vocabulary, async () => undefined);
  return [
    get('/:school/agreements/paper/starters', {
      who: AT_THE_DESK, page: async asked => page('Slips before the first day', <StartersPage {...await inStep(asked, vocabulary, tx => startersView(tx, placeOf(asked, vocabulary), { page: pageOf(asked) }))} />, { look: 'wide', trail: trailOf(asked) }),
    }),
    get('/:school/agreements/paper/starters/csv', { who: AT_THE_DESK, page: asked => inStep(asked, vocabulary, tx => startersCsv(tx, placeOf(asked, vocabulary))) }),
    post('/:school/agreements/paper/starters/print', {
      who: AT_THE_DESK, form: policyForm, perMinute: 30, again: async () => NOT_FOUND,
      deed: async asked => {
        await bring(asked);
        const print = await asked.change(tx => printForStarters(tx, deskOf(asked, parts), asked.form.policy));
        return print ? goTo(`${homeOf(asked)}/prints/${print}`) : NOT_FOUND;
      },
    }),
    post('/:school/agreements/paper/starters/received', {
      who: AT_THE_DESK, form: receivedForm, perMinute: 120, again: async () => NOT_FOUND,
      deed: async asked => {
        await bring(asked);
        const { person, policy, back } = asked.form;
        const done = await asked.change(tx => receiveStarter(tx, deskOf(asked, parts), { person, policy, back: back === 'yes' }));
        return done ? goTo(here(asked), back === 'yes' ? 'Marked as received.' : 'The slip is awaited again.') : NOT_FOUND;
      },
    }),
    post('/:school/agreements/paper/starters/remind', {
      who: AT_THE_DESK, form: noForm, perMinute: 10, again: async () => NOT_FOUND,
      deed: async asked => {
        await bring(asked);
        const reminded = await asked.change(tx => remindStarters(tx, deskOf(asked, parts)));
        return goTo(here(asked), reminded === null ? 'Today is no school day, so nobody was reminded.' : reminded === 0 ? 'Nobody was reminded: these parents have no mailbox, or had a reminder in the last four weeks.' : `${reminded} reminded by mail.`);
      },
    }),
  ];
}
