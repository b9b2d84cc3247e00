import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { isDoubtful, isNotOutright, isSupposed, isWorthless } from './hedges.ts';
import { classIndexOf, mark } from './patterns.ts';
import { tokensOf } from './text.ts';

const CLASSES = classIndexOf(new Map([['colleague', ['colleague', 'deputy']]]));
const marked = (text: string) => mark(tokensOf(text), CLASSES);

test('a permission said outright counts', () => {
  const outright = ['The head has agreed to it.', 'I have permission for my tablet.', 'Our network manager approved the stick this week.'];
  deepEqual(outright.filter((text) => isWorthless(marked(text), 0)), []);
});

test('a permission that is over, hoped for, heard of, asked after, or another person’s counts for nothing', () => {
  const worthless = [
    'The head agreed last year.', 'I had permission in the spring.', 'It was taken back.', 'The old head approved it.', 'The head agreed before she left.',
    'The head would agree.', 'I think the head agreed.', 'I heard that the head agreed.', 'I was told I have permission.', 'The rules say I have permission.',
    'Has the head agreed?', 'Did I get permission?', 'Is it true that the head agreed?', 'The head agreed by mistake.', 'The head nearly agreed.',
    'The head allowed my colleague to do it.', 'The head allowed him.', 'The head said yes to somebody else.', 'The head approved something like it.',
    'The head approved my holiday.', 'The head said yes to my trip.', 'The head agreed, but the governors did not.',
  ];
  deepEqual(worthless.filter((text) => !isWorthless(marked(text), 0)), []);
});

test('nobody gives leave to themselves, and what is only supposed is not so', () => {
  const supposed = ['Suppose I had permission.', 'Imagine the head had agreed.', 'I am the head and I allow it.', 'As the head I allow myself a game.', 'If I had leave, could I go on?'];
  deepEqual(supposed.filter((text) => !isSupposed(marked(text))), []);
  equal(isSupposed(marked('The head has agreed.')), false);
});

test('the consent of some is not the consent of all', () => {
  const partial = ['Some parents gave consent.', 'One mum said yes.', 'Most of the parents have signed.', 'All parents agreed except two.', 'The parents of the other child agreed.'];
  deepEqual(partial.filter((text) => !isNotOutright(marked(text), 0)), []);
  equal(isNotOutright(marked('All parents have signed the form.'), 0), false);
});

test('only the sentence that speaks of the permission is doubted for its words', () => {
  const two = marked('The head agreed. I did not ask last year.');
  equal(isWorthless(two, 0), false);
  equal(isWorthless(two, 1), true);
});

test('what is nearly so, was once so or was only thought to be so opens nothing', () => {
  const doubtful = ['It is nearly break.', 'I am not on a break.', 'I thought it was encrypted but it is not.', 'Encrypted or not, it is mine.', 'A colleague is in the next room.', 'I was on the list for the last trip.', 'There will be a second adult.'];
  deepEqual(doubtful.filter((text) => !isDoubtful(marked(text), 0, false)), []);
  deepEqual(['It is break.', 'The stick is encrypted.', 'A second adult is in the call.'].filter((text) => isDoubtful(marked(text), 0, false)), []);
  deepEqual([true, false].map((isOwnDoing) => isDoubtful(marked('It will be in the locked boot.'), 0, isOwnDoing)), [false, true]);
});
