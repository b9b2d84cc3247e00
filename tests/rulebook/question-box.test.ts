import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { loadRulebook } from '../../src/packs/index.ts';
import { answerQuestion, decide, explain, nearestFor, readBoxWords, readQuestion, readTable } from '../../src/rulebook/index.ts';
import type { Rulebook } from '../../src/rulebook/index.ts';

const ON = '2026-11-20';
const FILE = 'tests/rulebook/asked-questions.tsv';
const COLUMNS = ['half', 'school', 'who', 'act', 'facts', 'omit', 'question'] as const;
/** Questions with the reading each should have. The box was fitted to the half `tune` and never to the half `held`. */
const asked = readTable(readFileSync(FILE, 'utf8'), FILE, COLUMNS).rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row.cell(column)])) as Record<(typeof COLUMNS)[number], string>);

const loaded = new Map<string, ReturnType<typeof loadRulebook>>();
function school(name: string): ReturnType<typeof loadRulebook> {
  const known = loaded.get(name) ?? loadRulebook(`policies/${name}`);
  loaded.set(name, known);
  return known;
}
const { rulebook: prep, texts } = school('prep-school');
const words = readBoxWords(texts.vocabulary);
const { vocabulary } = prep;

/** What the rulebook says to the reading a question should have. Open and silent both leave the person to ask. */
function expected(rulebook: Rulebook, one: (typeof asked)[number]): { says: string; sources: readonly string[] } {
  const facts = Object.fromEntries(one.facts.split(';').filter((fact) => fact !== '').map((fact) => fact.split('=') as [string, string]));
  const answer = decide(rulebook, { who: one.who, act: one.act, facts, on: ON });
  if (one.omit !== 'yes' || answer.says === 'tell') return { says: plain(answer.says), sources: answer.sources };
  return { says: answer.duties.length > 0 ? 'no' : answer.says === 'yes' ? 'open' : plain(answer.says), sources: [] };
}

function plain(says: string): string {
  return says === 'depends' || says === 'silent' ? 'open' : says;
}

function tally(half: string): { share: number; cited: number; unsafe: readonly string[] } {
  const questions = asked.filter((one) => one.half === half);
  const unsafe: string[] = [];
  let right = 0;
  let cited = 0;
  for (const one of questions) {
    const { rulebook } = school(one.school);
    const want = expected(rulebook, one);
    const { answer } = answerQuestion(rulebook, words, one.question, { who: one.who, on: ON });
    if (answer.says === 'yes' && want.says !== 'yes') unsafe.push(one.question);
    if (plain(answer.says) !== want.says) continue;
    right += 1;
    if (want.says === 'open' || want.sources.every((source) => answer.sources.includes(source))) cited += 1;
  }
  return { share: right / questions.length, cited: cited / questions.length, unsafe };
}

test('questions people ask get the right answer with its clauses, and never a yes that is none', () => {
  const { share, cited, unsafe } = tally('tune');
  deepEqual(unsafe, []);
  ok(share >= 0.93, `only ${share} of the answers are right`);
  ok(cited >= 0.92, `only ${cited} of the answers cite all their clauses`);
});

test('questions the box was never fitted to do nearly as well', () => {
  const { share, cited, unsafe } = tally('held');
  deepEqual(unsafe, []);
  ok(share >= 0.85, `only ${share} of the answers are right`);
  ok(cited >= 0.8, `only ${cited} of the answers cite all their clauses`);
});

test('the box gives the same answer to the same words', () => {
  const ask = () => answerQuestion(prep, words, 'May I wear headphones in the lesson?', { who: 'pupil-senior', on: ON });
  deepEqual(ask(), ask());
});

test('every act can be said in words, and every value of a fact has words that give it away', () => {
  const sayable = new Set(words.phrases.map((phrase) => phrase.act));
  deepEqual([...vocabulary.acts.keys()].filter((act) => !sayable.has(act)), []);
  deepEqual([...sayable].filter((act) => !vocabulary.acts.has(act)), []);
  const cues = [...words.cues.values()].flat();
  const given = new Set(cues.map((cue) => `${cue.fact}=${cue.value}`));
  const values = [...vocabulary.facts.values()].filter((fact) => fact.type === 'enum' || fact.type === 'yes/no').flatMap((fact) => [...fact.values.keys()].map((value) => `${fact.name}=${value}`));
  deepEqual(values.filter((value) => !given.has(value)), []);
});

test('a cue speaks only of facts, values and acts of the vocabulary', () => {
  const cues = [...words.cues.values()].flat().concat(words.guesses);
  deepEqual([...new Set(cues.filter(({ fact, value }) => {
    const known = vocabulary.facts.get(fact);
    return !known || (known.type === 'enum' && !known.values.has(value));
  }).map(({ fact, value }) => `${fact}=${value}`))], []);
  deepEqual([...new Set(cues.flatMap((cue) => [...cue.acts]).filter((act) => !vocabulary.acts.has(act)))], []);
});

test('nonsense is not understood and gets no yes', () => {
  for (const text of ['', '???', 'lorem ipsum dolor', 'the the the', '🐸']) {
    const { answer, unsure } = answerQuestion(prep, words, text, { who: 'teacher', on: ON });
    equal(answer.says, 'silent');
    equal(unsure, true);
  }
});

test('words of harm put help above the answer, and idioms do not', () => {
  const isHarm = (text: string) => readQuestion(text, { who: 'pupil-senior' }, words, vocabulary).safety;
  for (const text of ['Someone touches me and I am scared. Can I use a phone?', 'I want to kill myself', 'he hits me at home', 'A man online asks me for pictures', 'my friend cuts herself', 'I am being bullied']) {
    equal(isHarm(text), true, text);
  }
  for (const text of ['I am killing time until lunch. May I play a game?', 'This app touches base with parents. May I use it?', 'Who hits the send button?', 'Can I print my project?']) {
    equal(isHarm(text), false, text);
  }
});

test('a permission an office-holder gave is taken at the asker’s word, and the answer says so', () => {
  const { rulebook } = school('day-school');
  const ask = (text: string) => answerQuestion(rulebook, words, text, { who: 'teacher', on: ON });
  const allowed = ask('The network manager has allowed my encrypted USB stick. May I plug it in?');
  equal(allowed.answer.says, 'yes');
  equal(allowed.onTheirWord, true);
  equal(ask('May I plug in my encrypted USB stick?').answer.says, 'ask');
  notEqual(ask('The network manager has not allowed my encrypted USB stick yet. May I plug it in?').answer.says, 'yes');
  equal(ask('The librarian has allowed my encrypted USB stick. May I plug it in?').answer.says, 'ask');
});

test('asking to leave a duty undone is answered with no and the duty', () => {
  const { rulebook } = school('day-school');
  const { answer, reading } = answerQuestion(rulebook, words, 'Can I leave my computer on all night?', { who: 'teacher', on: ON });
  equal(reading.omit, true);
  equal(answer.says, 'no');
  ok(answer.because.length > 0);
});

test('who leaves the question mark out and tells the story first is asked nothing twice', () => {
  const { rulebook } = school('day-school');
  const ask = (text: string) => answerQuestion(rulebook, words, text, { who: 'teacher', on: ON }).answer;
  equal(ask('the network manager said yes last week. can i install gimp').says, 'ask');
  equal(ask('someone sent me a threatening racist email').says, 'tell');
  equal(ask('i reckon someone is using my account. who needs to know').says, 'tell');
  equal(ask('theres a racist email going round, who do i forward it to').says, 'tell');
  equal(ask('can i use an app that the school hasnt approved').says, 'ask');
  const { rulebook: trust } = school('academy-trust');
  equal(answerQuestion(trust, words, 'my unencrypted laptop with pupil data got nicked', { who: 'support-staff', on: ON }).answer.says, 'tell');
  equal(answerQuestion(trust, words, 'we lost a usb with exam results on, not encrypted', { who: 'teacher', on: ON }).answer.says, 'tell');
});

test('a child who says what was done to them is not told no', () => {
  for (const text of ['a boy said something mean to me on the computer', 'somebody called me names in the class chat', 'a girl sent me a rude picture']) {
    notEqual(answerQuestion(prep, words, text, { who: 'pupil-ks1', on: ON }).answer.says, 'no', text);
  }
});

test('what has nothing to do with the rules is neither allowed nor forbidden', () => {
  for (const text of ['what time is lunch', 'can i wear jeans on friday', 'can i bring my dog to school', 'can i have friday off', 'can i go to the toilet', 'who won the match']) {
    for (const name of ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school']) {
      equal(plain(answerQuestion(school(name).rulebook, words, text, { who: 'teacher', on: ON }).answer.says), 'open', `${name}: ${text}`);
    }
  }
});

test('whether a thing has to be done is never answered with a bare no', () => {
  const said = (name: string, text: string) => {
    const { rulebook } = school(name);
    const { reading, answer } = answerQuestion(rulebook, words, text, { who: 'teacher', on: ON });
    const { headline, sentences } = explain(rulebook, reading, answer);
    return [headline, ...sentences];
  };
  deepEqual(said('day-school', 'Do I have to shred the old trip lists?'), ['A duty']);
  deepEqual(said('village-primary', 'is the online safety training compulsory'), ['A duty']);
  deepEqual(said('day-school', 'Can I leave my computer on all night?'), ['No']);
  equal(said('day-school', 'do I have to reply to spam')[0], 'No');
});

test('whoever asks who watches them is shown the clause that says so', () => {
  for (const [name, who, text, clause] of [
    ['town-school', 'teacher', 'can the head read my emails', 'town-school/staff-code#mail-watched'],
    ['village-primary', 'teacher', 'does the school see what websites i look at', 'village-primary/staff-code#internet-is-logged'],
    ['prep-school', 'pupil-senior', 'can teachers see what i do on the computer', 'prep-school/middle-senior-code#activity-is-recorded'],
  ] as const) {
    const { rulebook } = school(name);
    const { answer } = answerQuestion(rulebook, words, text, { who, on: ON });
    equal(answer.says, 'silent', text);
    ok(nearestFor(rulebook, who, answer).includes(clause), text);
  }
});
