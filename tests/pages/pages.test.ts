import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { look, openBrowser, visit, type Visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from '../access/desk.ts';
import { whoIsWho } from '../access/people.ts';
import { figuresOf } from '../../src/school/concerns/figures/decisions.ts';
import { addRelease } from '../../src/school/concerns/figures/store.ts';
import { GROUPS, OUTCOMES } from '../../src/school/concerns/figures/words.ts';

/** What was counted in a term. */
const A_TERM = { told: GROUPS.map((group, at) => ({ group, bands: { day: 9 - 2 * at, week: at < 3 ? 4 : 0, month: 0, longer: 0, 'not-yet': 0 } })), closed: 30, outcomes: OUTCOMES.map((kind, at) => ({ kind, n: 6 - at > 0 ? 6 - at : 0 })) };

/**
 * Every kind of page, for somebody it is meant for: a picture at two widths, axe, and nothing to scroll sideways.
 * The pages of people, of the register and of a family are looked at on their journeys (people, sign-and-countersign).
 */
describe('pages', { concurrency: 2 }, () => {
  let school: TestSchool;
  let browser: Browser;
  let desk: Desk;
  before(async () => {
    [school, browser] = await Promise.all([openSchool({ pack: 'prep-school', allSchools: true }), openBrowser()]);
    desk = deskOf(school, await whoIsWho(school));
    await desk.bring('proposed');
    await desk.approve();
  });
  after(async () => {
    await browser.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  /** In one window of one person. */
  async function window(who: Visit, work: (page: Page) => Promise<void>): Promise<void> {
    const page = await visit(browser, school, who);
    const faults: string[] = [];
    page.on('console', message => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text()); });
    page.on('pageerror', error => faults.push(error.message));
    try {
      await work(page);
    } finally {
      await page.context().close();
    }
    deepEqual(faults, []);
  }

  /** Opens each address and looks at what is there. */
  const open = (who: Visit, pages: readonly (readonly [name: string, at: string, status?: number])[]) => window(who, async page => {
    for (const [name, at, status = 200] of pages) {
      const answer = await page.goto(await desk.fill(at));
      equal(answer?.status(), status, at);
      await look(page, name);
    }
  });

  const ask = async (page: Page, question: string): Promise<void> => {
    await page.goto('/prep-school/may-i');
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
  };

  test('for everybody, signed out', () => open({}, [
    ['first', '/'], ['accessibility', '/accessibility'], ['privacy', '/privacy'], ['not-there', '/nowhere', 404],
    ['start-signed-out', '/prep-school'], ['policies-signed-out', '/prep-school/policies'], ['policy-signed-out', '/prep-school/policies/staff-code'],
    ['sign-in', '/prep-school/sign-in'], ['set-password', '/prep-school/set-password/{link}'], ['dead-link', '/prep-school/set-password/used', 410], ['may-i-signed-out', '/prep-school/may-i'],
  ]));

  test('start pages, each with what matters to its reader', async () => {
    for (const persona of ['head', 'dpo', 'supply', 'governor', 'pupil', 'reception', 'parent']) await open({ as: persona }, [[`start-${persona}`, '/prep-school']]);
  });

  test('policies to read', async () => {
    await open({ as: 'teacher' }, [
      ['policies', '/prep-school/policies'], ['policy', '/prep-school/policies/mobile-devices'], ['policy-changed', '/prep-school/policies/cyberbullying'], ['policy-history', '/prep-school/policies/cyberbullying/editions'],
      ['policy-old', '/prep-school/policies/cyberbullying/editions/1'], ['policy-compare', '/prep-school/policies/cyberbullying/compare/1/2'], ['not-for-you', '/prep-school/logbook', 404],
    ]);
    await open({ as: 'reception' }, [['policy-youngest', '/prep-school/policies/early-years-ks1-code'], ['me-youngest', '/prep-school/me']]);
    await open({ as: 'pupil' }, [['policy-pupil', '/prep-school/policies/middle-senior-code']]);
  });

  test('policies to write and to approve', async () => {
    await open({ as: 'head' }, [['translations', '/prep-school/policies/cyberbullying/translations']]);
    await open({ as: 'head' }, [['policy-begin', '/prep-school/policies/staff-code/edit'], ['policy-new', '/prep-school/policies/new'], ['policies-head', '/prep-school/policies']]);
    await desk.bring('draft');
    await window({ as: 'head' }, async page => {
      const here = '/prep-school/policies/cyberbullying/edit';
      await page.goto(`${here}/add`);
      await look(page, 'add-clause-what');
      await page.goto(`${here}/add?act=print`);
      await page.getByRole('button', { name: 'Put it in' }).click();
      await look(page, 'add-clause-faults');
      await page.getByLabel('The clause, as people will read it').fill('Ask the office before you print in colour.');
      await page.getByLabel('Ask first').check();
      await page.getByLabel('Who is asked or told?').selectOption('office');
      await look(page, 'add-clause');
      await page.getByRole('button', { name: 'Put it in' }).click();
      await look(page, 'editor');
      await page.goto(`${here}/discard`);
      await look(page, 'discard');
    });
    await desk.bring('proposed');
    await open({ as: 'chair' }, [['proposal', '/prep-school/policies/cyberbullying/proposal'], ['policy-withdraw-before', '/prep-school/policies/cyberbullying/withdraw']]);
    await open({ as: 'head' }, [['proposal-writer', '/prep-school/policies/cyberbullying/proposal']]);
  });

  test('answers', () => window({ as: 'supply' }, async page => {
    await page.goto('/prep-school/may-i');
    await look(page, 'may-i');
    for (const [name, question] of [
      ['answer-ask', 'Can I print in colour?'], ['answer-no', 'Can I share my password with a colleague?'], ['answer-depends', 'Can I use my phone?'],
      ['answer-silent', 'Can I bring my own kettle?'], ['answer-tell', 'A pupil showed me something nasty on the internet. Whom do I tell?'], ['answer-harm', 'Someone is hurting me, can I use my phone?'],
    ] as const) {
      await ask(page, question);
      await look(page, name);
    }
  }));

  test('answers for the youngest', () => window({ as: 'reception' }, async page => {
    await page.goto('/prep-school/may-i');
    await page.getByRole('textbox').first().fill('Can I tell my friend my password?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await look(page, 'answer-youngest');
  }));

  test('agreements', async () => {
    await open({ as: 'supply' }, [['agreements-mine', '/prep-school/agreements'], ['sign', '/prep-school/agreements/staff-code']]);
    await open({ as: 'teacher' }, [['agreements-signed', '/prep-school/agreements'], ['seal', '/prep-school/agreements/seal/{seal}'], ['withdraw', '/prep-school/agreements/seal/{seal}/withdraw']]);
    await open({ as: 'parent' }, [['family-before', '/prep-school/family'], ['countersign-decline', '/prep-school/family/{child}/middle-senior-code/decline'], ['what-i-allow', '/prep-school/family/{child}/allowed/permit-internet-email--facility--email'], ['family-sitting-before', '/prep-school/family/sitting'], ['family-sitting-open', '/prep-school/family/sitting/{familydocument}'], ['family-sitting-so-far', '/prep-school/family/sitting/done/{familysitting}']]);
    await open({ as: 'office' }, [
      ['register-nobody', '/prep-school/agreements/register?class=nobody'], ['signature-sheet-groups', '/prep-school/agreements/sheet/staff-code'], ['signature-sheet', '/prep-school/agreements/sheet/staff-code?group=kind-teacher'],
      ['paper-nobody', '/prep-school/agreements/paper'], ['paper-starters', '/prep-school/agreements/paper/starters'], ['paper-none-to-look-at', '/prep-school/agreements/paper/look'], ['paper-pile', '/prep-school/agreements/paper/piles/{pile}'], ['paper-slip', '/prep-school/agreements/paper/pages/{slippage}'],
      ['told-whom', '/prep-school/agreements/told'], ['told', '/prep-school/agreements/told/{person}/{today}'],
    ]);
  });

  test('a device in custody', async () => {
    await open({ as: 'teacher' }, [['custody', '/prep-school/devices/custody?x={custody}'], ['custody-new', '/prep-school/devices/custody/new'], ['custody-entry', '/prep-school/devices/custody/{custody}']]);
    await open({ as: 'office' }, [['custody-settings', '/prep-school/devices/custody/settings?x={custodyplace}']]);
    await open({ as: 'parent' }, [['custody-held', '/prep-school/devices/held'], ['custody-receipt', '/prep-school/devices/custody/{custody}/receipt']]);
  });

  test('data taken out, for a task', () => open({ as: 'teacher' }, [['declarations', '/prep-school/declarations'], ['declaration-new', '/prep-school/declarations/new/stick'], ['declaration', '/prep-school/declarations/{declared}'], ['ask-it', '/prep-school/ask-it'], ['opening-class', '/prep-school/openings/new?class=8A']]));

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
    await open({ as: 'dsl' }, [['sanctions-of-a-case', `${at}?x={sanctionappealed}&y={sanctionproposed}&z={sanctionforgood}`], ['sanction-new', `${at}/sanctions/new`], ['sanction-told', `${at}/sanctions/{sanctiondecided}/told`], ['sanction-review', `${at}/sanctions/{sanctionforgood}/review`]]);
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

  test('accounts that are not open', async () => {
    const at = '/prep-school/accounts';
    await open({ as: 'network-manager' }, [['accounts', `${at}?x={accounthold}`], ['accounts-to-do', `${at}/to-do?x={accountstep}`], ['accounts-of-one', `${at}/{accountholder}`], ['accounts-take', `${at}/{accountholder}/take`], ['accounts-list', `${at}/list`]]);
    await open({ as: 'pupil' }, [['accounts-mine', '/prep-school/my-accounts']]);
    await open({ as: 'parent' }, [['child-mail', '/prep-school/child-mail']]);
  });

  test('concerns in figures', async () => {
    await open({ as: 'governor' }, [['figures-none', '/prep-school/concern-figures']]);
    await school.change(tx => addRelease(tx, { school: school.school.id, term: 'Summer 2026', from: '2026-04-13', to: '2026-07-21', releasedOn: '2026-09-01', figures: figuresOf(A_TERM, 5) }));
    await open({ as: 'governor' }, [['figures', '/prep-school/concern-figures']]);
  });

  test('signing with a class', () => open({ as: 'office' }, [['class-list', '/prep-school/agreements/class'], ['class-board-older', '/prep-school/agreements/class/8A/middle-senior-code/read'], ['cards-again', '/prep-school/agreements/class/Robins/cards/again'], ['class-teachers', '/prep-school/agreements/class-teachers']]));

  test('chasing, and mail', async () => {
    await open({ as: 'office' }, [
      ['chase', '/prep-school/agreements/chase'], ['chase-group', '/prep-school/agreements/chase/group?kind=pupil'], ['chase-class', '/prep-school/agreements/chase/group?class=8A'],
      ['chase-office', '/prep-school/agreements/chase/office'], ['clause-by-clause', '/prep-school/agreements/clauses/staff-code'],
      ['mail', '/prep-school/mail'], ['mail-none', '/prep-school/mail?state=sent'],
    ]);
    await open({}, [['sign-in-link', '/prep-school/sign-in/link'], ['sign-in-link-use', '/prep-school/sign-in/link/{maillink}'], ['sign-in-link-used', '/prep-school/sign-in/link/used', 410]]);
  });

  test('what stands round a policy: documents, posters, answers, copies, who was given it', async () => {
    await open({ as: 'ict-lead' }, [
      ['companions', '/prep-school/policies/e-safety/companions'], ['companion', '/prep-school/policies/e-safety/companions/{companion}'], ['linked-documents', '/prep-school/linked-documents'],
      ['poster', '/prep-school/posters/{bigposter}'], ['poster-youngest', '/prep-school/posters/{kidposter}'], ['posters', '/prep-school/posters?x={posterplace}'], ['poster-new', '/prep-school/posters/new?policy=middle-senior-code&audience=pupil-senior'],
      ['rule-answer', '/prep-school/rule-questions/{rulequestion}'], ['rule-answer-old', '/prep-school/rule-questions/{answered}'], ['rule-questions', '/prep-school/rule-questions'], ['policy-answered', '/prep-school/policies/e-safety'],
      ['given', '/prep-school/policies/e-safety/given?x={issued}'],
    ]);
    await open({ as: 'teacher' }, [['ask-about-rule', '/prep-school/policies/e-safety/ask/privacy-notice']]);
    await open({}, [['ask-for-copy', '/prep-school/policies/e-safety/copy']]);
    await open({ as: 'office' }, [['copies', '/prep-school/copies?x={copy}'], ['copies-done', '/prep-school/copies?done=yes']]);
  });

  test('applications', async () => {
    const at = '/prep-school/apps';
    await open({ as: 'head' }, [['apps', `${at}/register?x={app}{proposedapp}{withdrawnapp}`], ['app-kept', `${at}/{app}?x={appuser}`], ['app-proposed', `${at}/{proposedapp}`], ['app-withdrawn', `${at}/{withdrawnapp}`], ['app-edit', `${at}/{app}/edit`], ['app-withdraw', `${at}/{app}/withdraw`], ['app-import', `${at}/import`], ['app-settings', `${at}/settings`]]);
    await open({ as: 'teacher' }, [['apps-mine', at], ['app', `${at}/{app}`], ['apps-none', `${at}/register?search=zebra`]]);
  });

  test('trips', () => open({ as: 'teacher' }, [
    ['trip', '/prep-school/trips/{trip}?x={carrier}{camera}'], ['trips', '/prep-school/trips'], ['trips-none', '/prep-school/trips?search=zebra'], ['trip-new', '/prep-school/trips/new'], ['trip-people', '/prep-school/trips/{trip}/people'], ['trip-list', '/prep-school/trips/{trip}/list'],
  ]));

  test('recordings', async () => {
    await open({ as: 'teacher' }, [
      ['recording', '/prep-school/recordings/{recording}'], ['recordings', '/prep-school/recordings'], ['recordings-none', '/prep-school/recordings?search=zebra'], ['recording-new', '/prep-school/recordings/new'],
      ['recording-people', '/prep-school/recordings/{recording}/people'], ['recording-list', '/prep-school/recordings/{recording}/list'], ['recordings-asked-none', '/prep-school/recordings/asked'],
    ]);
    await open({ as: 'parent' }, [['recording-asked-parent', '/prep-school/recordings/asked/{recording}'], ['recordings-asked', '/prep-school/recordings/asked']]);
    await open({ as: 'dsl' }, [['recording-own-word', '/prep-school/recordings/settings']]);
  });

  test('pictures on hold', async () => {
    await open({ as: 'dsl' }, [['picture-hold', '/prep-school/pictures-on-hold/{picturehold}'], ['pictures-on-hold', '/prep-school/pictures-on-hold'], ['pictures-on-hold-none', '/prep-school/pictures-on-hold?search=zebra'], ['picture-places', '/prep-school/pictures-on-hold/settings']]);
    await open({ as: 'teacher' }, [['picture-check', '/prep-school/picture-check?group=8A']]);
  });

  test('the register of permissions', async () => {
    await open({ as: 'head' }, [['permission', '/prep-school/permissions/{granted}'], ['permissions', '/prep-school/permissions'], ['permissions-none', '/prep-school/permissions?search=zebra'],
      ['standing-none', '/prep-school/permissions/standing?search=zebra'], ['roles', '/prep-school/permissions/roles'], ['role', '/prep-school/permissions/roles?role=staff-parent&x={named}'], ['standing-rules', '/prep-school/permissions/standing/new'], ['standing-new', `/prep-school/permissions/standing/new?rule=${encodeURIComponent('prep-school/mobile-devices#staff-phone-low keep-phone-on')}`]]);
    await open({ as: 'teacher' }, [['at-the-gate', '/prep-school/permissions/at-the-gate'], ['permissions-own', '/prep-school/permissions?x={granted}']]);
    await open({ as: 'governor' }, [['permissions-counted', '/prep-school/permissions']]);
  });

  test('visitors, as the school sees them', async () => {
    await open({ as: 'head' }, [['visitors-past', '/prep-school/visitors/past'], ['visitors-left', '/prep-school/visitors?show=left'], ['visitors-expected-today', '/prep-school/visitors?show=expected'], ['start-visitors', '/prep-school'],
      ['kiosks', '/prep-school/visitors/kiosks'], ['visitors', '/prep-school/visitors'], ['visitors-fire', '/prep-school/visitors/fire'],
    ]);
    await open({ as: 'teacher' }, [['visitors-expected', '/prep-school/visitors/expected?x={expectedvisit}']]);
    await open({ as: 'network-manager' }, [['wifi-given', '/prep-school/visitors/wifi'], ['wifi-add', '/prep-school/visitors/wifi/add']]);
  });

  test('corrections to people', () => open({ as: 'office' }, [
    ['person-name', '/prep-school/people/{person}/name'], ['person-tie', '/prep-school/people/{child}/family/{parent}'],
    ['family-record-plain', '/prep-school/people/{child}/family-record'], ['family-queries-none', '/prep-school/people/family-queries'],
  ]));

  test('people who move', () => open({ as: 'office' }, [
    ['year-groups', '/prep-school/people/years'], ['pupil-codes', '/prep-school/agreements/pupil-codes'], ['without-the-permission', '/prep-school/agreements/allowed'], ['household-add', '/prep-school/people/{person}/household'], ['households', '/prep-school/people/households'], ['person-move', '/prep-school/people/{child}/move'], ['person-moved', '/prep-school/people/{person}?{moved}'],
  ]));

  test('who is asked what they think', () => open({ as: 'head' }, [
    ['consult', '/prep-school/policies/e-safety/consult'], ['consultation-counts', '/prep-school/consultations/{consultation}'], ['consultations-all', '/prep-school/consultations/all'], ['consultations-none', '/prep-school/consultations'], ['quiz', '/prep-school/agreements/quiz/staff-code'],
  ]));

  test('setting the school up, and who answers for what', () => open({ as: 'head' }, [
    ['set-up-prep', '/prep-school/set-up'], ['set-up-prep-nobody', '/prep-school/set-up/nobody'], ['accountable', '/prep-school/accountable'], ['terms-prep', '/prep-school/agreements/terms'],
  ]));

  test('the logbook, the questions, one’s own sign-in', async () => {
    await open({ as: 'head' }, [['everything', '/prep-school/all'], ['logbook', '/prep-school/logbook'], ['logbook-checked', '/prep-school/logbook?check=yes'], ['questions', '/prep-school/may-i/questions'], ['questions-none', '/prep-school/may-i/questions?search=zebra'], ['sign-in-settings', '/prep-school/sign-in-settings']]);
    await window({}, async page => {
      await page.goto('/prep-school/sign-in');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await look(page, 'sign-in-faults');
    });
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

  test('a policy with measures for a time', () => window({}, async page => {
    await page.goto('/village-primary/policies/staff-code');
    await look(page, 'policy-measures');
  }));
});
