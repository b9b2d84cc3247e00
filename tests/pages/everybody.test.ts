import { test } from 'node:test';
import { look } from '../support/browser.ts';
import { pagesOf } from './pages-of.ts';

pagesOf('everybody', ({ open, window }) => {
  test('for everybody, signed out', () => open({}, [
    ['first', '/'], ['accessibility', '/accessibility'], ['privacy', '/privacy'], ['not-there', '/nowhere', 404],
    ['start-signed-out', '/prep-school'], ['policies-signed-out', '/prep-school/policies'], ['policy-signed-out', '/prep-school/policies/staff-code'],
    ['sign-in', '/prep-school/sign-in'], ['set-password', '/prep-school/set-password/{link}'], ['dead-link', '/prep-school/set-password/used', 410], ['may-i-signed-out', '/prep-school/may-i'],
  ]));

  test('start pages, each with what matters to its reader', async () => {
    for (const persona of ['head', 'dpo', 'supply', 'governor', 'pupil', 'reception', 'parent']) await open({ as: persona }, [[`start-${persona}`, '/prep-school']]);
  });

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

  test('a policy with measures for a time', () => window({}, async page => {
    await page.goto('/village-primary/policies/staff-code');
    await look(page, 'policy-measures');
  }));
}, { allSchools: true });
