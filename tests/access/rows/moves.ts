/** Setting the school up and who answers for what; changes of what somebody is, year groups, and the day on which all classes move up. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const keepers: Person[] = ['head', 'office'];
const r = '/:school/people/roll-over';

const keepersOfSigning: Person[] = ['office', 'head', 'deputy', 'dsl'];
const setters: Person[] = ['head', 'deputy', 'ict-lead', 'office'];
const grownUps: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair', 'teacher', 'supply', 'support', 'governor', 'inspector'];

type More = Partial<Pick<Row, 'who' | 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, more: More = {}): Row => ({ route: `GET ${route}`, at, who: keepers, meets: 200, ...more });
const post = (route: string, at: string, more: More = {}): Row => ({ route: `POST ${route}`, at, who: keepers, meets: 422, send: {}, ...more });

export const MOVES: readonly Row[] = [
  get('/:school/people/years', '/prep-school/people/years'),
  post('/:school/people/years', '/prep-school/people/years', { good: { by: 'office', form: { 'name-0': 'Reception', 'phase-0': 'Early Years', 'kind-0': 'pupil-ks1', 'name-1': 'Year 8', 'kind-1': 'pupil-senior' } } }),
  get('/:school/people/:person/move', '/prep-school/people/{helper}/move'),
  post('/:school/people/:person/move', '/prep-school/people/{helper}/move', { good: { by: 'office', form: { kinds: 'visitor', from: '{today}', yearGroup: '', class: '' } } }),
  post('/:school/people/:person/move/:move/take-back', '/prep-school/people/{person}/move/{moved}/take-back', { meets: 303 }),
  get(r, '/prep-school/people/roll-over'),
  post(`${r}/begin`, '/prep-school/people/{rollnone}/begin', { good: { by: 'head', form: { on: '2027-09-01' } } }),
  post(`${r}/classes`, '/prep-school/people/{rolldraft}/classes', { good: { by: 'head', form: { on: '2027-09-01', parentsToo: 'yes', 'yearFrom-0': 'Year 8', 'classFrom-0': '8A', 'goes-0': 'leaves' } } }),
  get(`${r}/names`, '/prep-school/people/{rolldraft}/names'),
  get(`${r}/names.csv`, '/prep-school/people/{rolldraft}/names.csv'),
  get(`${r}/pupil/:person`, '/prep-school/people/{rolldraft}/pupil/{child}'),
  post(`${r}/pupil/:person`, '/prep-school/people/{rolldraft}/pupil/{child}', { good: { by: 'office', form: { goes: 'leaves', yearTo: '', classTo: '' } } }),
  post(`${r}/confirm`, '/prep-school/people/{rolldraft}/confirm', { meets: 303 }),
  post(`${r}/take-back`, '/prep-school/people/{rollconfirmed}/take-back', { meets: 303 }),
  get('/:school/people/:person/household', '/prep-school/people/{person}/household'),
  post('/:school/people/:person/household', '/prep-school/people/{person}/household', { good: { by: 'office', form: { givenName: 'Robin', familyName: 'Vale', relation: 'Partner', email: '' } } }),
  get('/:school/people/households', '/prep-school/people/households'),
  get('/:school/people/households.csv', '/prep-school/people/households.csv'),
  // The prep school belongs to no trust, so nobody meets anything there.
  get('/:school/my-schools', '/prep-school/my-schools', { who: [] }),
  get('/:school/trust', '/prep-school/trust', { who: [] }),
  ...['my-schools/ask', 'my-schools/cancel', 'my-schools/go', 'my-schools/part', 'trust/confirm', 'trust/refuse', 'trust/part'].map(path => (
    post(`/:school/${path}`, `/prep-school/${path}`, { who: [], send: { ask: '{new}', school: '{new}', person: '{new}', email: 'both@home.example' } })
  )),
  get('/:school/set-up', '/prep-school/set-up', { who: setters }),
  get('/:school/set-up/nobody', '/prep-school/set-up/nobody', { who: setters }),
  post('/:school/set-up/nobody', '/prep-school/set-up/nobody', { good: { by: 'head', form: { 'all-unassigned': 'deputy-head', 'all-school': 'deputy-head' } } }),
  get('/:school/accountable', '/prep-school/accountable', { who: grownUps }),
  get('/:school/accountable.csv', '/prep-school/accountable.csv', { who: grownUps }),
  get('/:school/agreements/pupil-codes', '/prep-school/agreements/pupil-codes', { who: keepersOfSigning }),
  get('/:school/agreements/pupil-codes.csv', '/prep-school/agreements/pupil-codes.csv', { who: keepersOfSigning }),
  get('/:school/agreements/terms', '/prep-school/agreements/terms'),
  post('/:school/agreements/terms', '/prep-school/agreements/terms', { good: { by: 'office', form: { 'name-0': 'Autumn', 'from-0': '2026-09-02', 'to-0': '2026-12-18', 'name-1': 'Spring', 'from-1': '2027-01-04', 'to-1': '2027-07-21' } } }),
  post(`${r}/drop`, '/prep-school/people/{rolldraft}/drop', { meets: 303 }),
];
