/** Rows of looks into logs and legal holds: for those who ask, agree, read or deal with the case, and never for the pupil they are about. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));
/** The safeguarding lead deals with the case and asks; the head agrees; the network manager reads. */
const asker: Person[] = ['dsl'];
const reader: Person[] = ['network-manager'];
const both: Person[] = ['dsl', 'network-manager'];
const lookers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair', 'teacher', 'supply', 'support', 'governor'];
const listers: Person[] = ['head', 'deputy', 'dsl', 'dpo', 'chair'];
/** Who keeps the list, and who deals with the case. */
const tenders: Person[] = ['dpo', 'dsl', 'head'];
const P = '/prep-school';
const get = (route: string, at: string, who: readonly Person[]): Row => ({ route: `GET /:school${route}`, at: `${P}${at}`, who, meets: 200 });
const post = (route: string, at: string, who: readonly Person[], good: Row['good']): Row => ({ route: `POST /:school${route}`, at: `${P}${at}`, who, meets: who.length > 0 ? 422 : 404, send: {}, ...(good ? { good } : {}) });

export const LOOKS: readonly Row[] = [
  get('/concerns/:concern/looks/new', '/concerns/{lookcase}/looks/new', asker),
  post('/concerns/:concern/looks/new', '/concerns/{lookcase}/looks/new', asker, { by: 'dsl', form: { person: '{lookpupil}', system: 'network', purpose: 'find-out-who', from: '{today}', to: '{today}', why: 'Who was at PC 7?' } }),
  get('/looks', '/looks', lookers),
  get('/looks.csv', '/looks.csv', lookers),
  get('/looks/new', '/looks/new', lookers),
  get('/looks/:look', '/looks/{lookasked}', ['dsl', 'head']),
  post('/looks/:look/decide', '/looks/{lookasked}/decide', ['head'], { by: 'head', at: `${P}/looks/{looktorefuse}/decide`, form: { says: 'refuse', reader: '', reason: 'It does not fit.' } }),
  post('/looks/:look/withdraw', '/looks/{lookdone}/withdraw', [], { by: 'dsl', at: `${P}/looks/{looktowithdraw}/withdraw`, form: {} }),
  get('/looks/:look/log', '/looks/{lookagreed}/log', reader),
  get('/looks/:look/finding', '/looks/{lookagreed}/finding', reader),
  post('/looks/:look/finding', '/looks/{lookagreed}/finding', reader, { by: 'network-manager', at: `${P}/looks/{looktofind}/finding`, form: { found: 'no', text: '', quiet: '' } }),
  get('/looks/:look/files/:file', '/looks/{lookdone}/files/{lookfile}', both),
  post('/looks/:look/findings/:finding/use', '/looks/{lookdone}/findings/{lookfinding}/use', both, { by: 'dsl', form: { as: 'here', kind: '', because: 'It names the place.' } }),
  post('/looks/:look/quiet', '/looks/{lookdone}/quiet', both, { by: 'dsl', form: { reason: 'The child would be hurt.' } }),
  get('/looked-at', '/looked-at', signedIn),
  get('/concerns/:concern/legal', '/concerns/{legalcase}/legal', asker),
  post('/concerns/:concern/legal', '/concerns/{legalcase}/legal', asker, { by: 'dsl', form: { decider: 'head {headperson}', reasons: 'We sue the firm.', reviewOn: '2027-05-01' } }),
  get('/legal-holds', '/legal-holds', listers),
  get('/legal-holds.csv', '/legal-holds.csv', listers),
  get('/legal-holds/:hold', '/legal-holds/{legalhold}', tenders),
  post('/legal-holds/:hold/review', '/legal-holds/{legalhold}/review', tenders, { by: 'dpo', form: { reviewOn: '2027-05-01', reasons: 'It goes on.' } }),
  post('/legal-holds/:hold/lift', '/legal-holds/{legalhold}/lift', tenders, { by: 'dpo', at: `${P}/legal-holds/{holdtolift}/lift`, form: { lifting: 'The court has decided.' } }),
  post('/legal-holds/:hold/lift/second', '/legal-holds/{holdlifting}/lift/second', ['head', 'deputy', 'dsl', 'chair'], { by: 'chair', at: `${P}/legal-holds/{holdsecond}/lift/second`, form: { says: 'lift', why: '' } }),
];
