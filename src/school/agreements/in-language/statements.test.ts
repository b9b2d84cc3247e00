import { equal, notEqual } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { inLanguage, useLanguagesOf } from '../../../platform/languages/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { freshFolder } from '../../../../tests/support/folder.ts';
import { statementFor } from '../decisions.ts';
import { statementSaid } from './statements.ts';

const policyOf = (readers: string, as?: string) => ({ front: { readers, ...(as ? { sign: { as, on: [] } } : {}) } }) as unknown as Policy;

test('every statement that somebody signs can be said in another language', t => {
  const folder = freshFolder(t);
  const known = Object.keys(JSON.parse(fs.readFileSync(path.resolve('messages/en.json'), 'utf8')) as object).filter(message => /^I (have|promise)/.test(message));
  fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'cy', name: 'Cymraeg', direction: 'ltr', complete: true }]));
  fs.writeFileSync(path.join(folder, 'cy.json'), JSON.stringify(Object.fromEntries(known.map(message => [message, 'Dywedaf.']))));
  useLanguagesOf(folder);
  t.after(() => useLanguagesOf('messages'));
  const documents = [policyOf('early-years'), policyOf('pupils'), policyOf('adults'), policyOf('adults', 'received'), policyOf('adults', 'received-and-agree')];
  for (const document of documents) for (const capacity of ['self', 'guardian'] as const) for (const whole of [true, false]) {
    const english = statementFor(document, { capacity, whole });
    equal(statementSaid(english), english, 'English readers meet it as it is kept');
    notEqual(english, '');
    equal(inLanguage('cy', () => statementSaid(english)), whole ? 'Dywedaf.' : 'Dywedaf. Dywedaf.', english);
  }
});
