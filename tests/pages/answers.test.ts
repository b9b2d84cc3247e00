import { test } from 'node:test';
import { look } from '../support/browser.ts';
import type { Page } from 'playwright-core';
import { pagesOf } from './pages-of.ts';

pagesOf('answers', ({ window }) => {
  const ask = async (page: Page, question: string): Promise<void> => {
    await page.goto('/prep-school/may-i');
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
  };

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
});
