/** Questions that wait for a reader's offices, and answers to what they asked themselves. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import { addDays } from '../../../platform/days.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { answeredFor, needsWord, questionsFor } from './reads.ts';

/** For how many days an answer stands on the asker's start page. */
const DAYS_SHOWN = 14;

export async function questionCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { person, offices } = asked.reader;
  if (person === null) return [];
  const base = `/${asked.school.slug}`;
  const { waiting, answered } = await asked.remembered({ key: `rule questions ${asked.today} ${person} ${offices.join(' ')}`, work: async tx => ({
    waiting: offices.length > 0 ? (await questionsFor(tx, { school: asked.school, vocabulary, today: asked.today }, offices)).filter(needsWord) : [],
    answered: await answeredFor(tx, person, addDays(asked.today, -DAYS_SHOWN)),
  }) });
  return [
    ...(waiting.length === 0 ? [] : [{ order: 30, card: (
      <Card title={`${counted(waiting.length, 'question about a rule waits', 'questions about rules wait')} for your word`} tone="ask">
        <ul>{waiting.slice(0, 5).map(one => <li key={one.id}><a href={`${base}/rule-questions/${one.id}`}>{one.question || one.asked}</a>{!one.stillTrue && ' Is the answer still true?'}</li>)}</ul>
        <ButtonLink href={`${base}/rule-questions?state=needs`} tone="quiet">All of them</ButtonLink>
      </Card>
    ) }]),
    ...(answered.length === 0 ? [] : [{ order: 58, card: (
      <Card title="Your questions about rules"><ul>{answered.map(one => <li key={one.id}><a href={`${base}/policies/${one.policy}#${one.clause}`}>{one.question}</a>: answered</li>)}</ul></Card>
    ) }]),
  ];
}
