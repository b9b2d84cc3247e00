/** Telling the school something, what one told, and what one may read. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));
/** Two of these open the concern of somebody who is away. */
const keys: Person[] = ['head', 'deputy', 'dsl', 'dpo', 'chair'];
const get = (route: string, at: string, who: readonly Person[], meets = 200): Row => ({ route: `GET ${route}`, at, who, meets });
const post = (route: string, at: string, who: readonly Person[], meets: number, good?: Row['good']): Row => ({ route: `POST ${route}`, at, who, meets, ...(good ? { good } : {}) });

export const CONCERNS: readonly Row[] = [
  get('/:school/something-happened', '/prep-school/something-happened', signedIn),
  post('/:school/something-happened', '/prep-school/something-happened', signedIn, 422),
  post('/:school/something-happened/send', '/prep-school/something-happened/send', signedIn, 422, { by: 'teacher', form: { danger: 'no', narrative: 'The screen showed something odd.', kinds: 'report-virus' } }),
  get('/:school/my-reports', '/prep-school/my-reports', signedIn),
  get('/:school/my-reports/:report', '/prep-school/my-reports/{report}', ['teacher']),
  post('/:school/my-reports/:report/:concern', '/prep-school/my-reports/{report}/{concern}', ['teacher'], 422, { by: 'teacher', form: { text: 'It was in room 4.' } }),
  get('/:school/concerns', '/prep-school/concerns', signedIn),
  get('/:school/concerns.csv', '/prep-school/concerns.csv', signedIn),
  get('/:school/concerns/:concern', '/prep-school/concerns/{concern}', ['dsl']),
  get('/:school/concerns/:concern/files/:file', '/prep-school/concerns/{concern}/files/{concernfile}', ['dsl']),
  post('/:school/my-reports/:report/:concern/file', '/prep-school/my-reports/{report}/{concern}/file', ['teacher'], 422),
  post('/:school/concerns/:concern/talk', '/prep-school/concerns/{concern}/talk', ['dsl'], 303, { by: 'dsl', form: { text: 'Thank you.', sort: 'reply' } }),
  get('/:school/concerns/:concern/share', '/prep-school/concerns/{concern}/share', ['dsl']),
  post('/:school/concerns/:concern/share', '/prep-school/concerns/{concern}/share', ['dsl'], 422, { by: 'dsl', form: { to: 'office head', parts: '{concernentry}', reason: 'He has to decide.' } }),
  post('/:school/concerns/:concern/end-share', '/prep-school/concerns/{concern}/end-share', [], 404, { by: 'dsl', form: { eye: '{concernshare}' } }),
  get('/:school/concern-openings', '/prep-school/concern-openings', keys),
  post('/:school/concern-openings', '/prep-school/concern-openings', keys, 422, { by: 'head', form: { code: 'AAAA-AAAA', reason: 'She is away and it cannot wait.' } }),
  post('/:school/concern-openings/agree', '/prep-school/concern-openings/agree', [], 404, { by: 'head', form: { opening: '{concernopening}' } }),
  get('/:school/child-file', '/prep-school/child-file', ['dsl']),
  post('/:school/child-file', '/prep-school/child-file', ['dsl'], 422),
  get('/:school/concern-settings', '/prep-school/concern-settings', ['dsl', 'chair']),
  post('/:school/concern-settings', '/prep-school/concern-settings', ['dsl', 'chair'], 422, { by: 'chair', form: { safeguarding: '30', other: '1440', next: 'head', openingHours: '48', openedHours: '72' } }),
  get('/:school/concerns/:concern/shared/:entry', '/prep-school/concerns/{concern}/shared/{concernreceipt}', ['dsl']),
];
