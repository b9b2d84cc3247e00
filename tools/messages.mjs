// node tools/messages.mjs writes messages/en.json: every word on screen, and the files that say it.
// node tools/messages.mjs --missing cy lists what Welsh does not say yet, as JSON to fill in.
// node tools/messages.mjs --check cy lists what is wrong with it; --add cy some.json puts filled-in sentences into it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './build.mjs';
import { root } from './node24.mjs';
import { findWords } from './find-words.mjs';
import { isSpoken } from './word-like.mjs';

const FOLDER = path.join(root, 'messages');

/** Every message of our code: English → { in: files, one?: its form for one }. Sorted. */
export function allMessages() {
  return (read ??= readAll());
}

let read;

function readAll() {
  const [messages, faults] = [new Map(), []];
  for (const file of files(path.join(root, 'src'), /\.tsx?$/)) {
    const name = path.relative(root, file).replaceAll('\\', '/');
    if (!isSpoken(name)) continue;
    const found = findWords(name, fs.readFileSync(file, 'utf8'));
    faults.push(...found.faults);
    for (const { id, one } of found.messages) {
      const before = messages.get(id) ?? { ...(one === undefined ? {} : { one }), in: [] };
      messages.set(id, { ...before, ...(one === undefined ? {} : { one }), in: [...before.in, name] });
    }
  }
  for (const { id, file } of tableWords()) messages.set(id, { ...messages.get(id), in: [...(messages.get(id)?.in ?? []), file] });
  return { messages: Object.fromEntries([...messages].sort(([a], [b]) => (a < b ? -1 : 1))), faults };
}

/** What the vocabulary calls acts, offices, kinds and the values of facts. */
function tableWords() {
  const columns = { 'acts.tsv': ['plain'], 'offices.tsv': ['title'], 'kinds.tsv': ['title'], 'facts.tsv': ['question', 'meaning'], 'fact-values.tsv': ['plain'], 'help-lines.tsv': ['name', 'for', 'when'] };
  return Object.entries(columns).flatMap(([name, wanted]) => {
    const file = path.join('policies', 'vocabulary', name);
    const [head, ...rows] = fs.readFileSync(path.join(root, file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
    // Shown without their dashes.
    const named = { 'facts.tsv': 'fact', 'acts.tsv': 'group' }[name];
    const called = named ? [...new Set(rows.map((row) => row[head.indexOf(named)].replaceAll('-', ' ')))].map((id) => ({ id, file: file.replaceAll('\\', '/') })) : [];
    return [...called, ...wanted.flatMap((column) => [...new Set(rows.map((row) => row[head.indexOf(column)]))]).filter(Boolean).map((id) => ({ id, file: file.replaceAll('\\', '/') }))];
  });
}

/** messages/en.json as it should be. */
export const englishFile = () => `${JSON.stringify(allMessages().messages, null, 1)}\n`;

/** What a language has not said yet, in the shape of its file. */
export function missingIn(code) {
  const said = readSaid(path.join(FOLDER, `${code}.json`));
  return Object.fromEntries(Object.entries(allMessages().messages).filter(([id]) => !said[id]).map(([id, { one }]) => [id, one === undefined ? '' : { one: '', other: '' }]));
}

const marksIn = (text) => [...text.matchAll(/\{\w+\}|<\/?\d+\/?>/g)].map(([mark]) => mark).sort().join(' ');

/** What is wrong with one message: its values must be the English ones, in any order. Empty when nothing is. */
function faultIn(id, said, english) {
  if (!english) return `“${id}” is said no more`;
  const forms = typeof said === 'string' ? [said] : Object.values(said);
  if (typeof said !== 'string' && !said.other) return `“${id}” has no form "other"`;
  // A form for one or two may leave the number out.
  const wrong = forms.find((form) => marksIn(form) !== marksIn(id) && !(english.one !== undefined && marksIn(form) === ''));
  return wrong === undefined ? '' : `“${id}” has other values than “${wrong}”`;
}

const readSaid = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {});

/** What is wrong with a language's file. */
export function faultsOf(code) {
  const { messages } = allMessages();
  return Object.entries(readSaid(path.join(FOLDER, `${code}.json`))).map(([id, said]) => faultIn(id, said, messages[id])).filter(Boolean);
}

/** Puts sentences into a language's file; gives back what did not fit. */
function add(code, file) {
  const { messages } = allMessages();
  const target = path.join(FOLDER, `${code}.json`);
  const given = Object.entries(readSaid(file)).filter(([, said]) => said !== '' && said.other !== '');
  const faults = given.map(([id, said]) => faultIn(id, said, messages[id])).filter(Boolean);
  const all = { ...readSaid(target), ...Object.fromEntries(given.filter(([id, said]) => !faultIn(id, said, messages[id]))) };
  fs.writeFileSync(target, `${JSON.stringify(Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, code, file] = process.argv.slice(2);
  if (option === '--missing') console.log(JSON.stringify(missingIn(code), null, 1));
  else if (option === '--check') for (const fault of faultsOf(code)) console.log(fault);
  else if (option === '--add') for (const fault of add(code, file)) console.error(fault);
  else {
    fs.writeFileSync(path.join(FOLDER, 'en.json'), englishFile());
    for (const fault of allMessages().faults) console.error(fault);
  }
}
