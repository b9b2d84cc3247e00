/** Rows of telling somebody. What is told is for whoever it went to; the ways to tell it are for everybody. */
import { PEOPLE, type Person } from '../people.ts';
import type { Row } from '../row.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const everyone = PEOPLE;
const pupils: Person[] = ['pupil', 'reception'];
const tell = '/prep-school/tell-someone';

export const TELLING: readonly Row[] = [
  get('/:school/tell-someone', tell, everyone),
  post('/:school/tell-someone', tell, everyone),
  post('/:school/tell-someone/send', `${tell}/send`, everyone, { good: { by: 'pupil', form: { about: 'friend', words: 'She does not eat.', adult: 'safe' } } }),
  get('/:school/tell-someone/sent', `${tell}/sent`, pupils),
  get('/:school/tell-someone/mine', `${tell}/mine`, pupils),
  post('/:school/tell-someone/mine', `${tell}/mine`, pupils),
  get('/:school/tell-someone/hours', `${tell}/hours`, ['head', 'deputy', 'dsl']),
  post('/:school/tell-someone/hours', `${tell}/hours`, ['head', 'deputy', 'dsl'], { good: { by: 'dsl', form: { from: '08:30', until: '16:00', since: '{today}' } } }),
  get('/:school/tell-someone/unnamed', `${tell}/unnamed`, everyone),
  post('/:school/tell-someone/unnamed', `${tell}/unnamed`, everyone),
  get('/:school/tell-someone/unnamed/back', `${tell}/unnamed/back`, everyone),
  post('/:school/tell-someone/unnamed/back', `${tell}/unnamed/back`, everyone),
  post('/:school/tell-someone/unnamed/more', `${tell}/unnamed/more`, everyone),
  post('/:school/concerns/:concern/answer-pupil', '/prep-school/concerns/{pupiltold}/answer-pupil', ['dsl'], { good: { by: 'dsl', form: { did: 'I talked with them after school.', answer: 'Thank you. You did right.' } } }),
  post('/:school/concerns/:concern/check-phone', '/prep-school/concerns/{phonetold}/check-phone', ['dsl'], { good: { by: 'dsl', form: { checked: 'lawful', words: 'A father at the gate.' } } }),
];
