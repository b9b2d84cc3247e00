import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { holds, pagesOf, partOf, queryOf, readAsk } from './asking.ts';

const fields = { search: { label: 'Words' }, filters: [{ name: 'state', label: 'State', choices: [{ value: '', text: 'All' }, { value: 'live', text: 'Live' }] }] };
const sorts = ['day', 'name'];

test('a list shows its first fifty rows in the usual order when nothing else is asked for', () => {
  const { ask, page } = readAsk({}, { fields, sorts });
  deepEqual(ask, { search: '', chosen: { state: '' }, sort: 'day', descending: false, limit: 50, offset: 0 });
  equal(page, 1);
});

test('what a filter, an order or a page number does not offer is as good as not asked', () => {
  const { ask, page } = readAsk({ state: 'gone', sort: 'secret', page: '-3', search: `  ${'x'.repeat(200)}` }, { fields, sorts });
  deepEqual([ask.chosen, ask.sort, page, ask.search.length], [{ state: '' }, 'day', 1, 100]);
  equal(readAsk({ page: '1e9' }, { fields }).page, 2000);
});

test('a list without a search field searches for nothing', () => {
  equal(readAsk({ search: 'word' }, { fields: {} }).ask.search, '');
});

test('the third page of a search in another order begins at row 100, and its file begins at the first row', () => {
  const query = { state: 'live', search: 'ipad', sort: 'name', order: 'down', page: '3' };
  const reading = readAsk(query, { fields, sorts });
  deepEqual([reading.ask.offset, reading.ask.descending], [100, true]);
  const file = readAsk(query, { fields, sorts, to: 'file' });
  deepEqual([file.ask.offset, file.ask.limit, file.ask.chosen], [0, 5000, { state: 'live' }]);
});

test('another choice keeps the rest of the address and begins at the first page', () => {
  const reading = readAsk({ state: 'live', search: 'ipad', page: '3' }, { fields, sorts });
  equal(queryOf(reading, 'day'), '?search=ipad&state=live&page=3');
  equal(queryOf(reading, 'day', { page: '4' }), '?search=ipad&state=live&page=4');
  equal(queryOf(reading, 'day', { sort: 'name', order: '' }), '?search=ipad&state=live&sort=name');
  equal(queryOf(reading, 'day', { state: '', search: '' }), '');
});

test('the whole list on one page keeps its filters and has no pages', () => {
  const reading = readAsk({ rows: 'all', page: '2', state: 'live' }, { fields, sorts });
  deepEqual([reading.whole, reading.page, reading.ask.limit], [true, 1, 1000]);
  equal(queryOf(reading, 'day', { rows: '' }), '?state=live');
});

test('a list in memory is cut into pages, and fifty-one rows fill two', () => {
  const all = Array.from({ length: 51 }, (_, at) => at);
  deepEqual(partOf(all, { limit: 50, offset: 50 }), { rows: [50], total: 51 });
  deepEqual([pagesOf(0, 50), pagesOf(50, 50), pagesOf(51, 50)], [1, 1, 2]);
});

test('a search does not mind capital letters', () => {
  equal(holds('Encrypted STICK', { search: 'stick' }), true);
  equal(holds('Encrypted stick', { search: 'tablet' }), false);
});
