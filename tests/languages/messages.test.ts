/** The files of messages: English is up to date, and a complete language says everything. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { inLanguage, languages, useLanguagesOf, type Language } from '../../src/platform/languages/index.ts';
import { $count, $draw, $list, $say } from '../../src/platform/languages/say.ts';
import { freshFolder } from '../support/folder.ts';

interface Tool {
  readonly allMessages: () => { readonly messages: Readonly<Record<string, unknown>>; readonly faults: readonly string[] };
  readonly englishFile: () => string;
  readonly missingIn: (code: string) => Readonly<Record<string, unknown>>;
  readonly faultsOf: (code: string) => readonly string[];
}
const tool = await import(pathToFileURL(path.resolve('tools/messages.mjs')).href) as Tool;
const { findWords } = await import(pathToFileURL(path.resolve('tools/find-words.mjs')).href) as { findWords: (file: string, text: string) => { code: string; messages: { id: string }[]; faults: string[] } };

test('the list of English messages is as the code says (node tools/messages.mjs writes it)', () => {
  ok(Object.keys(tool.allMessages().messages).length > 1500);
  equal(fs.readFileSync(path.resolve('messages/en.json'), 'utf8'), tool.englishFile());
});

test('no words are read once at the start, where they would stay in one language', () => {
  deepEqual(tool.allMessages().faults, []);
});

const rows = JSON.parse(fs.readFileSync(path.resolve('messages/languages.json'), 'utf8')) as readonly Language[];
for (const { code, name } of rows.filter(row => row.complete)) {
  test(`${name} says everything, with the values of the English`, () => {
    deepEqual([Object.keys(tool.missingIn(code)), tool.faultsOf(code)], [[], []]);
  });
}

const found = (text: string, file = 'src/school/example/pages.tsx') => findWords(file, text);

test('a sentence with values and a link in it is one message', () => {
  const { code, messages } = found('const P = ({ name, day }) => <p>Signed by {name} on <a href="/x">{day}</a>.</p>;');
  deepEqual(messages, [{ id: 'Signed by {name} on <1>{day}</1>.' }]);
  ok(code.includes('$draw("Signed by {name} on <1>{day}</1>."'));
});

test('what is compared, thrown or a name of a style is no message', () => {
  const { messages } = found('const f = (a) => { if (a === "Not this one.") throw new Error("Nor this one."); return <p class="soft small" id="That one">{a}</p>; };');
  deepEqual(messages, []);
});

test('labels in a table at the head of a file are read each time they are shown', () => {
  const { code, faults } = found("const STATES = { open: 'Still open', done: ['All done', 'yes'] };", 'src/school/example/words.ts');
  ok(code.includes('get open() { return $say("Still open"); }') && code.includes('$list([() => ($say("All done")), () => (\'yes\')])'), code);
  deepEqual(faults, []);
  equal(found("export const TITLE = 'Read at the start';", 'src/school/example/words.ts').faults.length, 1);
});

test('counted things are one message, with a form for each number a language tells apart', t => {
  const folder = freshFolder(t);
  fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'cy', name: 'Cymraeg', direction: 'ltr', complete: true }, { code: 'ur', name: 'اردو', direction: 'rtl', complete: false }]));
  fs.writeFileSync(path.join(folder, 'cy.json'), JSON.stringify({ '{n} dogs': { one: '{n} ci', two: '{n} gi', many: '{n} chi', other: '{n} ci!' }, 'Hello {name}, <1>here</1>': '<1>yma</1>, {name}' }));
  useLanguagesOf(folder);
  t.after(() => useLanguagesOf('messages'));
  const dogs = (n: number) => $count('{n} dogs', '{n} dog', n);
  deepEqual([1, 2, 1200].map(dogs), ['1 dog', '2 dogs', '1,200 dogs']);
  inLanguage('cy', () => {
    deepEqual([1, 2, 6, 40].map(dogs), ['1 ci', '2 gi', '6 chi', '40 ci!']);
    deepEqual($draw('Hello {name}, <1>here</1>', { name: 'Ada', 1: (inside: unknown) => ['<', inside, '>'] }), [['<', ['yma'], '>'], ', ', 'Ada']);
    equal($say('Not said in Welsh, {name}.', { name: 'Ada' }), 'Not said in Welsh, Ada.');
    deepEqual([...$list([() => $say('a')])], ['a']);
  });
  deepEqual(languages().map(language => language.code), ['en-GB', 'cy'], 'a language that is not complete is not offered');
});
