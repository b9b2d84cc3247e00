/** Rows of the block list: for those who look after the filter and those who watch over what pupils meet; the rules name who decides. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const listers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl'];
const deciders: Person[] = ['ict-lead', 'network-manager'];
const base = '/prep-school/block-list';
const given = { address: 'bad.example/games', why: 'not-for-pupils', fromDay: '{today}' };

export const BLOCK_LIST: readonly Row[] = [
  { route: 'GET /:school/block-list', at: base, who: listers, meets: 200 },
  { route: 'GET /:school/block-list.csv', at: `${base}.csv`, who: listers, meets: 200 },
  { route: 'GET /:school/block-list/new', at: `${base}/new`, who: listers, meets: 200 },
  { route: 'POST /:school/block-list/new', at: `${base}/new`, who: listers, meets: 422, send: {}, good: { by: 'dsl', form: given } },
  { route: 'GET /:school/block-list/:site', at: `${base}/{site}`, who: listers, meets: 200 },
  { route: 'POST /:school/block-list/:site/decide', at: `${base}/{site}/decide`, who: deciders, meets: 422, send: {}, good: { by: 'ict-lead', at: `${base}/{sitetodecide}/decide`, form: { says: 'leave', fromDay: '', reason: 'It is harmless.' } } },
  { route: 'POST /:school/block-list/:site/done', at: `${base}/{site}/done`, who: [], meets: 404, send: {}, good: { by: 'network-manager', at: `${base}/{sitetoset}/done`, form: {} } },
  { route: 'POST /:school/concerns/:concern/block', at: '/prep-school/concerns/{concern}/block', who: ['dsl'], meets: 422, send: {}, good: { by: 'dsl', form: given } },
];
