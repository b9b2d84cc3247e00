import { equal } from 'node:assert/strict';
import test from 'node:test';
import { plainly } from './spoken.ts';

test('a log-in is a thing where somebody has one, and something done where somebody does it', () => {
  equal(plainly('can a temp use my log in for the day'), 'can a temp use my login for the day');
  equal(plainly('can I log in from home'), 'can I log in from home');
  equal(plainly('could my log in with the helpdesk wait'), 'could my log in with the helpdesk wait');
});

test('to stick something on a wall is to put it there, and a memory stick stays a stick', () => {
  equal(plainly('can i stick a game on my laptop'), 'can i put a game on my laptop');
  equal(plainly('can we stick a photo of year 4 in the newsletter'), 'can we put a photo of year 4 in the newsletter');
  equal(plainly('can I take my stick home'), 'can I take my stick home');
});

test('IT in capitals, told something, is a department', () => {
  equal(plainly('can I tell IT my password'), 'can I tell IT support my password');
  equal(plainly('can I tell it to the IT department'), 'can I tell it to the IT department');
});

test('a post-it is paper, and to post it is to show it to the world', () => {
  equal(plainly('can I write it on a post-it'), 'can I write it on a sticky note');
  equal(plainly('it is a great picture, may I post it on Facebook'), 'it is a great picture, may I post it on Facebook');
});

test('sizes and year groups may be run together', () => {
  equal(plainly('a 3gb film for y6'), 'a 3 gigabytes film for year 6');
  equal(plainly('Yr 11 and year 9s'), 'year 11 and year 9s');
});
