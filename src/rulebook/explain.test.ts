import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { PACKS, pack, rulebookOf } from '../../tests/rulebook/build.ts';
import { actsOf } from '../../tests/rulebook/questions.ts';
import { decide } from './decide/index.ts';
import { explain } from './explain.ts';

const on = '2026-11-20';
const book = rulebookOf(`## Phones

Your phone stays in the office cabinet. {#cabinet}

::never[carry-personal-device]{when="place=school-site" unless="place=office-cabinet" who=staff}

Only for a strong reason, and with the head's word, may you have it in a classroom. {#class}

::never[carry-personal-device]{when="place=classroom" unless="exceptional=yes" over=cabinet who=staff}
::ask[carry-personal-device]{of="head|deputy-head" when="place=classroom; exceptional=yes" over=cabinet who=staff}

A lost phone is reported. {#lost}

::tell[report-device-loss]{to=ict-lead}

Pictures of a pupil need a parent's consent. {#pictures}

::consent[publish-image]{from=parent when="subject=pupil"}

Nobody knows who decides. {#nobody}

::ask[bring-charger]{of=unassigned}`, { school: { offices: { unassigned: 'office:head' } } });

function say(act: string, facts: Record<string, string> = {}) {
  const question = { who: 'teacher', act, facts, on };
  return explain(book, question, decide(book, question));
}

test('a no says what would change it and whom to ask then', () => {
  const { headline, sentences, clauses } = say('carry-personal-device', { place: 'classroom' });
  equal(headline, 'No');
  deepEqual(sentences, [
    'You may not have your own phone or device with you.',
    'It would be different if the answer to "Is there an exceptional reason?" were "yes".',
    'Then ask the headteacher or the deputy head.',
  ]);
  deepEqual(clauses.map((one) => one.cite), ['Code, 1.2']);
});

test('an ask names every office that may say yes', () => {
  equal(say('carry-personal-device', { place: 'classroom', exceptional: 'yes' }).headline, 'Ask the headteacher or the deputy head first');
});

test('an office without a name is the office the school has put in its place', () => {
  equal(say('bring-charger').headline, 'Ask the headteacher first');
});

test('a picture without consent says who can consent', () => {
  ok(say('publish-image', { subject: 'pupil' }).sentences.includes('It needs the consent of the parent or carer.'));
});

test('what depends comes with its question in plain words', () => {
  deepEqual(say('carry-personal-device').questions, [{ fact: 'place', question: 'Where will you be?' }]);
});

test('silence is not a yes, and says whom to ask', () => {
  const { headline, sentences } = say('print');
  equal(headline, 'The policies do not say');
  ok(sentences.includes('That is not a yes.') && sentences.at(-1)!.startsWith('Ask the '));
});

test('every act of every model school is explained in short sentences', () => {
  for (const name of PACKS) {
    const school = pack(name);
    for (const act of actsOf(school)) {
      for (const who of ['teacher', 'pupil-senior', 'parent']) {
        const question = { who, act, on };
        const { headline, sentences } = explain(school, question, decide(school, question));
        for (const sentence of [headline, ...sentences]) {
          ok(sentence.split(' ').length <= 40, sentence);
          ok(!/undefined|unassigned|\b(my|me)\b/.test(sentence), sentence);
        }
      }
    }
  }
});
