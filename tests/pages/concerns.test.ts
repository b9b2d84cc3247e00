import { test } from 'node:test';
import { figuresOf } from '../../src/school/concerns/figures/decisions.ts';
import { addRelease } from '../../src/school/concerns/figures/store.ts';
import { GROUPS, OUTCOMES } from '../../src/school/concerns/figures/words.ts';
import { pagesOf } from './pages-of.ts';

/** What was counted in a term. */
const A_TERM = { told: GROUPS.map((group, at) => ({ group, bands: { day: 9 - 2 * at, week: at < 3 ? 4 : 0, month: 0, longer: 0, 'not-yet': 0 } })), closed: 30, outcomes: OUTCOMES.map((kind, at) => ({ kind, n: 6 - at > 0 ? 6 - at : 0 })) };

pagesOf('concerns', ({ open, school }) => {
  test('what is told to the school', async () => {
    await open({ as: 'teacher' }, [['something-happened', '/prep-school/something-happened'], ['my-reports', '/prep-school/my-reports'], ['my-report', '/prep-school/my-reports/{report}']]);
    await open({ as: 'dsl' }, [
      ['concerns', '/prep-school/concerns'], ['concern', '/prep-school/concerns/{concern}'], ['concern-share', '/prep-school/concerns/{concern}/share'], ['concern-shared-outside', '/prep-school/concerns/{concern}/shared/{concernreceipt}'],
      ['concern-settings', '/prep-school/concern-settings'], ['concerns-late', '/prep-school/concerns-late'], ['child-file', '/prep-school/child-file'], ['concern-openings', '/prep-school/concern-openings?x={concernopening}'],
    ]);
  });

  test('a case, from what was told to its closing', () => open({ as: 'dsl' }, [
    ['case', '/prep-school/concerns/{casework}?x={casestep}&y={caseharmed}&z={caseclock}'], ['case-triage', '/prep-school/concerns/{casework}/triage'], ['case-person', '/prep-school/concerns/{casework}/add/person'],
    ['case-support', '/prep-school/concerns/{casework}/add/support'], ['case-post', '/prep-school/concerns/{casework}/add/post'], ['case-referral', '/prep-school/concerns/{casework}/add/referral'], ['case-note', '/prep-school/concerns/{casework}/add/note'],
    ['case-action', '/prep-school/concerns/{casework}/add/action'], ['case-check', '/prep-school/concerns/{casework}/add/check?check=nobody-found'], ['case-step', '/prep-school/concerns/{casework}/steps/{casestep}'], ['case-mistake', '/prep-school/concerns/{casework}/steps/{casestep}/mistake'],
    ['case-close', '/prep-school/concerns/{casework}/close'], ['case-closed', '/prep-school/concerns/{closedcase}'], ['case-reopen', '/prep-school/concerns/{closedcase}/reopen'], ['case-link', '/prep-school/concerns/{casework}/links'], ['case-summary', '/prep-school/concerns/{casework}/summary'],
    ['case-clock-new', '/prep-school/concerns/{casework}/clocks'], ['case-clock', '/prep-school/concerns/{casework}/clocks/{caseclock}'], ['case-notification', '/prep-school/concerns/{casework}/notification'],
  ]));

  test('what follows for somebody', async () => {
    const at = '/prep-school/concerns/{sanctioncase}';
    await open({ as: 'dsl' }, [['sanctions-of-a-case', `${at}?x={sanctionappealed}&y={sanctionproposed}&z={sanctionforgood}`], ['sanction-new', `${at}/sanctions/new`], ['sanction-take-back', `${at}/sanctions/{sanctionproposed}/take-back`], ['sanction-told', `${at}/sanctions/{sanctiondecided}/told`], ['sanction-review', `${at}/sanctions/{sanctionforgood}/review`]]);
    await open({ as: 'head' }, [['sanction-decide', `${at}/sanctions/{sanctionproposed}/decide`]]);
    await open({ as: 'chair' }, [['sanction-answer', `${at}/sanctions/{sanctionappealed}/appeal`]]);
    await open({ as: 'pupil' }, [['sanctions-mine', '/prep-school/sanctions'], ['sanction-appeal', '/prep-school/sanctions/{sanctionmine}/appeal']]);
    await open({ as: 'network-manager' }, [['switched-off', '/prep-school/switched-off?x={sanctiontoswitch}']]);
  });

  test('looking into logs, going to law, and the block list', async () => {
    await open({ as: 'dsl' }, [['look-case', '/prep-school/concerns/{lookcase}?x={lookdone}&y={lookasked}'], ['look-new', '/prep-school/concerns/{lookcase}/looks/new'], ['looks', '/prep-school/looks'], ['look-which', '/prep-school/looks/new'], ['look-found', '/prep-school/looks/{lookdone}'], ['legal', '/prep-school/concerns/{legalcase}/legal']]);
    await open({ as: 'head' }, [['look-decide', '/prep-school/looks/{lookasked}'], ['legal-hold-second', '/prep-school/legal-holds/{holdlifting}']]);
    await open({ as: 'network-manager' }, [['look-to-read', '/prep-school/looks/{lookagreed}'], ['look-log', '/prep-school/looks/{lookagreed}/log'], ['look-finding', '/prep-school/looks/{lookagreed}/finding']]);
    await open({ as: 'dpo' }, [['legal-holds', '/prep-school/legal-holds'], ['legal-hold', '/prep-school/legal-holds/{legalhold}']]);
    await open({ as: 'pupil' }, [['looked-at', '/prep-school/looked-at']]);
    await open({ as: 'ict-lead' }, [['block-list', '/prep-school/block-list?x={site}&y={sitetoset}'], ['block-list-one', '/prep-school/block-list/{site}'], ['block-list-to-set', '/prep-school/block-list/{sitetoset}'], ['block-list-new', '/prep-school/block-list/new']]);
  });

  test('concerns in figures', async () => {
    await open({ as: 'governor' }, [['figures-none', '/prep-school/concern-figures']]);
    await school().change(tx => addRelease(tx, { school: school().school.id, term: 'Summer 2026', from: '2026-04-13', to: '2026-07-21', releasedOn: '2026-09-01', figures: figuresOf(A_TERM, 5) }));
    await open({ as: 'governor' }, [['figures', '/prep-school/concern-figures']]);
  });

  test('telling somebody, and what is done about it', async () => {
    await open({}, [['tell-signed-out', '/prep-school/tell-someone'], ['tell-come-back', '/prep-school/tell-someone/unnamed/back']]);
    await open({ as: 'teacher' }, [['tell-grown-up', '/prep-school/tell-someone'], ['complaints-none', '/prep-school/complaints'], ['neutral-prep', '/prep-school/neutral-notification']]);
    await open({ as: 'dsl' }, [
      ['tell-hours', '/prep-school/tell-someone/hours'], ['neutral-keeping', '/prep-school/neutral-notification/keeping'], ['neutral-pattern', '/prep-school/neutral-notification/pattern'],
      ['concern-of-a-pupil', '/prep-school/concerns/{pupiltold}'], ['concern-of-a-phone', '/prep-school/concerns/{phonetold}'], ['concern-neutral', '/prep-school/concerns/{neutraldecided}'],
    ]);
    await open({ as: 'network-manager' }, [['concern-of-an-account', '/prep-school/concerns/{accountalarm}']]);
    await open({ as: 'head' }, [['complaint-stages', '/prep-school/complaints/stages']]);
    await open({ as: 'parent' }, [['complaint-further', '/prep-school/complaints/{complaintanswered}'], ['complaints', '/prep-school/complaints']]);
    await open({ as: 'deputy' }, [['concern-complaint', '/prep-school/concerns/{complaintcase}']]);
  });
});
