import { test } from 'node:test';
import { look } from '../support/browser.ts';
import { pagesOf } from './pages-of.ts';

pagesOf('policies', ({ desk, open, window }) => {
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
    await desk().bring('draft');
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
    await desk().bring('proposed');
    await open({ as: 'chair' }, [['proposal', '/prep-school/policies/cyberbullying/proposal'], ['policy-withdraw-before', '/prep-school/policies/cyberbullying/withdraw']]);
    await open({ as: 'head' }, [['proposal-writer', '/prep-school/policies/cyberbullying/proposal']]);
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

  test('who is asked what they think', () => open({ as: 'head' }, [
    ['consult', '/prep-school/policies/e-safety/consult'], ['consultation-counts', '/prep-school/consultations/{consultation}'], ['consultations-all', '/prep-school/consultations/all'], ['consultations-none', '/prep-school/consultations'], ['quiz', '/prep-school/agreements/quiz/staff-code'],
  ]));
});
