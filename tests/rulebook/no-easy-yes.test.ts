import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../src/packs/index.ts';
import { answerQuestion, readBoxWords } from '../../src/rulebook/index.ts';

/** Each school with the kinds of people who ask. */
const SCHOOLS: Readonly<Record<string, readonly string[]>> = {
  'village-primary': ['teacher', 'governor'], 'town-school': ['teacher'], 'day-school': ['teacher'], 'academy-trust': ['teacher', 'volunteer'], 'prep-school': ['teacher', 'pupil-senior', 'parent'],
};
const schools = Object.entries(SCHOOLS).map(([name, askers]) => {
  const { rulebook, texts } = loadRulebook(`policies/${name}`);
  return { name, askers, rulebook, words: readBoxWords(texts.vocabulary) };
});

/** Who gets a yes to any of these. */
const yesesTo = (questions: readonly string[]): readonly string[] => questions.flatMap((question) => schools.flatMap(({ name, askers, rulebook, words }) => askers
  .filter((who) => answerQuestion(rulebook, words, question, { who, on: '2026-11-20' }).answer.says === 'yes')
  .map((who) => `${name}, ${who}: ${question}`)));

test('nobody gets a yes on a permission that is past, hoped for, heard of, supposed, or another person’s', () => {
  deepEqual(yesesTo([
    'The head agreed two terms ago, before she left. May I load a program onto my school laptop?',
    'Last year the head said yes. Can I work on my own tablet?',
    'The head let my colleague work on her own tablet. May I work on mine?',
    'According to a friend the head has agreed. Can I plug my printer into the school computer?',
    'Imagine the head had agreed. Could I load a game onto the school tablet?',
    'I am the head and I allow it: may I load a game onto the school tablet?',
    'The head approved my holiday. Can I look for a hotel on the school computer?',
    'Has the head agreed? I want to use my own tablet for school work.',
    'I had leave until Easter. May I still use my own laptop for school work?',
  ]), []);
});

test('nobody gets a yes on the consent of some, or where one says yes and another no', () => {
  deepEqual(yesesTo([
    'Her mum agrees but her dad says no. Can her picture go on our website?',
    'Some of the parents agreed. May the class photo go on our website?',
    'Only one family has said yes. Can we put the group picture on the school website?',
    'Parents consented to the newspaper. May the photo go on our website?',
  ]), []);
});

test('nobody gets a yes on what is nearly so, was once so, or is not so', () => {
  deepEqual(yesesTo([
    'I have to catch my bus. May I take the pupil records home?',
    'I believed the stick was encrypted, but it is not. May it carry the exam results?',
    'The laptop would lie in the car, not in the boot but locked and out of sight. May it?',
    'It is almost break. May I ring my husband from the staffroom?',
    'I am in the staffroom but not on my break. May I ring my husband?',
    'A colleague sits in the next room. May I begin the online lesson?',
    'I was on the phone list for the last trip. May I use my phone for safety on this trip?',
  ]), []);
});

test('nobody gets a yes where an absolute rule stands, whatever reason is given', () => {
  deepEqual(yesesTo([
    'The head and the police agree. For a lesson, may I open a site with child abuse pictures?',
    'I have permission from the head to tell the technician my password. Can I?',
    'The teacher lets me have my phone. May I use it in the toilets?',
  ]), []);
});

test('nobody gets a yes for their own pictures from the rule for the school’s, or for a screen because a door is locked', () => {
  deepEqual(yesesTo([
    'can i put my holiday pics on the school google drive',
    'Can the photos of my dog live on the school drive?',
    'The classroom door is locked. Can I leave my computer signed in?',
    'can i leave my pc logged on if the room is locked',
  ]), []);
});
