import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../src/packs/index.ts';
import { answerQuestion, explain, readBoxWords, readQuestion } from '../../src/rulebook/index.ts';

const ON = '2026-11-20';
const PACKS = ['village-primary', 'town-school', 'prep-school', 'day-school', 'academy-trust'].map((pack) => loadRulebook(`policies/${pack}`));
const words = readBoxWords(PACKS[0]!.texts.vocabulary);
const { vocabulary } = PACKS[0]!.rulebook;

const ASKED = [
  'can i play a game', 'can i hav my toy fone', 'can i look at pepa pig', 'wot is my pasword', 'can i use the ipad by my self', 'can i go on you tube', 'can i click on this',
  'can i press the red buton', 'am i aloud to go on roblox at school', 'can i use my frends log in becos i forgot mine', 'can i put my name on the internet', 'can i bring my smart wotch',
  'can i download a game', 'can i use google to find picturs', 'can i email my friend in anuther school', 'can i eat my snack at the computer', 'can i copy stuff off the internet',
];

test('a child whom no rule answers is sent to a teacher, and is shown no rule that was written for adults', () => {
  for (const { rulebook } of PACKS) {
    for (const who of ['pupil-ks1', 'pupil-senior']) {
      for (const text of ASKED) {
        const { answer, reading } = answerQuestion(rulebook, words, text, { who, on: ON });
        if (answer.says !== 'silent' || reading.act.startsWith('report-')) continue;
        const said = explain(rulebook, { act: reading.act, who }, answer);
        equal(said.sentences.at(-1), 'Ask a teacher before you do it.', text);
        doesNotMatch(said.clauses.map((clause) => clause.text).join('\n'), /pornograph|child abuse/i, `${rulebook.pack}: ${text}`);
        for (const { id } of said.clauses) ok(rulebook.rules.some((rule) => rule.clauseId === id && rule.binds.kinds.some((kind) => kind.startsWith('pupil'))), `${rulebook.pack}: ${text}: ${id}`);
      }
    }
  }
  const { rulebook } = PACKS[1]!;
  const { answer, reading } = answerQuestion(rulebook, words, 'can i play a game', { who: 'teacher', on: ON });
  ok(explain(rulebook, { act: reading.act, who: 'teacher' }, answer).clauses.length > 0, 'an adult is shown them');
});

test('a child who forgot how a word is written is understood as one who knows', () => {
  const acts = (text: string) => readQuestion(text, { who: 'pupil-senior' }, words, vocabulary).act;
  for (const [written, meant] of [['can i bring my fone to scool', 'can i bring my phone to school'], ['can i tell my frend my pasword', 'can i tell my friend my password'], ['can i take a foto of my freind', 'can i take a photo of my friend'], ['can i wear my hedfones', 'can i wear my headphones']] as const) {
    deepEqual([acts(written), acts(meant) !== ''], [acts(meant), true], written);
  }
});

test('what a child says of being hurt, scared or lured puts help above the answer, however it is written', () => {
  const isHarm = (text: string, who: string) => readQuestion(text, { who }, words, vocabulary).safety;
  for (const text of ['somone is being meen to me on the ipad', 'i saw a scary thing', 'a man talked to me on my game', 'someone rote a horrible message to me', 'they keep laughing at me', 'a stranger asked me for my adress', 'can i meet my online friend', 'my ex has sent my pictures to people', 'someone made a group chat about me and its horrible', 'who can i tell']) {
    equal(isHarm(text, 'pupil-senior'), true, text);
    equal(isHarm(text, 'pupil-ks1'), true, text);
  }
  for (const text of ['can i play a game', 'can i print my pictur', 'can i bring my fone to scool', 'can my friend see my picture', 'can i video call my friend', 'can i use the scary font']) equal(isHarm(text, 'pupil-senior'), false, text);
  equal(isHarm('A parent laughed at me on the phone. May I ring them from my own mobile?', 'teacher'), false);
  match(words.spellings.get('frend') ?? '', /friend/);
});

test('nobody is put off telling of something because no rule names it', () => {
  const { rulebook } = PACKS[0]!;
  const silent = { says: 'silent', because: [], sources: [], ask: [], askGroups: [], tell: [], tellGroups: [], duties: [], missing: [], instead: {}, considered: [] } as const;
  const said = (act: string) => explain(rulebook, { act, who: 'governor' }, silent).sentences;
  deepEqual(said('report-safeguarding-concern'), ['Tell the designated safeguarding lead.', 'You have done the right thing by asking.']);
  deepEqual(said('report-virus')[0], 'Tell the headteacher.');
  match(said('install-software').join(' '), /That is not a yes/);
});
