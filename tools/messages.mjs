// node tools/messages.mjs writes messages/en.json: every word on screen, and the files that say it.
// node tools/messages.mjs --missing cy lists what Welsh does not say yet, as JSON to fill in.
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
  const columns = { 'acts.tsv': ['plain'], 'offices.tsv': ['title'], 'kinds.tsv': ['title'], 'facts.tsv': ['question', 'meaning'] };
  return Object.entries(columns).flatMap(([name, wanted]) => {
    const file = path.join('policies', 'vocabulary', name);
    const [head, ...rows] = fs.readFileSync(path.join(root, file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
    return wanted.flatMap((column) => rows.map((row) => row[head.indexOf(column)])).filter(Boolean).map((id) => ({ id, file: file.replaceAll('\\', '/') }));
  });
}

/** messages/en.json as it should be. */
export const englishFile = () => `${JSON.stringify(allMessages().messages, null, 1)}\n`;

/** What a language has not said yet, in the shape of its file. */
export function missingIn(code) {
  const file = path.join(FOLDER, `${code}.json`);
  const said = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  return Object.fromEntries(Object.entries(allMessages().messages).filter(([id]) => !said[id]).map(([id, { one }]) => [id, one === undefined ? '' : { one: '', other: '' }]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, code] = process.argv.slice(2);
  if (option === '--missing') console.log(JSON.stringify(missingIn(code), null, 1));
  else {
    fs.writeFileSync(path.join(FOLDER, 'en.json'), englishFile());
    for (const fault of allMessages().faults) console.error(fault);
  }
}
