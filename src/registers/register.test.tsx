import { deepEqual, equal, match, doesNotMatch } from 'node:assert/strict';
import test from 'node:test';
import { render } from 'preact-render-to-string';
import { Empty } from '../page-parts/index.ts';
import { admits, kinds, NOBODY, page, type Asked, type Body, type Page } from '../platform/web/index.ts';
import { dueState, List, ListFigures, partOf, registerRoutes, type Register } from './index.ts';

interface Loan { readonly thing: string; readonly due: string }
const LOANS: Loan[] = Array.from({ length: 120 }, (_, at) => ({ thing: `Tablet ${at + 1}`, due: at % 2 === 0 ? '2026-09-01' : '2026-10-01' }));

const loans: Register<Loan> = {
  path: '/loans', who: kinds('staff'), file: 'loans', sorts: ['thing', 'due'],
  fields: () => ({ search: { label: 'Thing' }, filters: [{ name: 'due', label: 'Due', choices: [{ value: '', text: 'Any day' }, { value: '2026-09-01', text: 'In September' }] }] }),
  find: async (asked, ask) => (asked.reader.name === 'stranger' ? null : partOf(LOANS.filter(one => (ask.chosen['due'] === '' || one.due === ask.chosen['due']) && one.thing.includes(ask.search)), ask)),
  columns: () => [
    { head: 'Thing', sort: 'thing', cell: row => <b>{row.thing}</b>, inFile: row => row.thing },
    { head: 'Due', sort: 'due', cell: row => row.due, inFile: row => row.due, },
    { head: 'Kept for', inFile: () => 'a year' },
  ],
  page: async (_asked, list) => page('Loans', <><ListFigures list={list} figures={[{ value: 60, label: 'due in September', chosen: { due: '2026-09-01' } }]} /><List list={list} caption={`${list.total} loans`} empty={<Empty title="No loan fits" />} /></>),
};

const [listRoute, fileRoute] = registerRoutes(loans);
const asking = (query: Record<string, string>, name = 'Rosa') => ({ query, today: '2026-09-10', school: { slug: 'prep-school' }, reader: { ...NOBODY, name } }) as unknown as Asked<Body>;
const drawn = async (query: Record<string, string>) => render(((await listRoute!.handle(asking(query))) as Page).body);

test('a declared list has a page and a file, both for those whom it names', () => {
  deepEqual([listRoute!.path, fileRoute!.path], ['/:school/loans', '/:school/loans.csv']);
  deepEqual([listRoute, fileRoute].map(route => admits(route!.who, NOBODY)), [false, false]);
});

test('a page of a list holds fifty rows, links to the others and to its file', async () => {
  const html = await drawn({ page: '2' });
  equal(html.match(/<tr>/g)?.length, 51);
  match(html, /Tablet 51</);
  match(html, /href="\/prep-school\/loans\?page=3"/);
  match(html, /href="\/prep-school\/loans\.csv"/);
  match(html, /href="\/prep-school\/loans\?rows=all"/);
});

test('a page behind the last one shows the last one', async () => {
  const html = await drawn({ page: '9' });
  match(html, /Tablet 120</);
  match(html, /aria-current="page">3</);
});

test('all rows of a list stand on one page for paper', async () => {
  const html = await drawn({ rows: 'all' });
  equal(html.match(/<tr>/g)?.length, 121);
  match(html, /href="\/prep-school\/loans">Page by page/);
});

test('a head that stands for an order says which way the rows lie, and turns it round', async () => {
  match(await drawn({}), /aria-sort="ascending"><a href="\/prep-school\/loans\?order=down">Thing/);
  match(await drawn({ order: 'down' }), /aria-sort="descending"><a href="\/prep-school\/loans">Thing/);
  match(await drawn({ search: '1' }), /href="\/prep-school\/loans\?search=1&amp;sort=due">Due/);
});

test('filters stay when another order is chosen, and the order stays when filters are', async () => {
  const html = await drawn({ sort: 'due', order: 'down', due: '2026-09-01' });
  match(html, /<input type="hidden" name="sort" value="due"\/><input type="hidden" name="order" value="down"\/>/);
  match(html, /href="\/prep-school\/loans\.csv\?due=2026-09-01&amp;sort=due&amp;order=down"/);
});

test('where nothing fits, the list says so and offers no pages', async () => {
  const html = await drawn({ search: 'zebra' });
  match(html, /No loan fits/);
  doesNotMatch(html, /<table/);
});

test('the file has the columns meant for it, and every row that fits', async () => {
  const reply = await fileRoute!.handle(asking({ due: '2026-09-01', page: '2' }));
  const lines = (reply as { body: string }).body.trim().split('\r\n');
  equal(lines[0], '\uFEFFThing,Due,Kept for'.trim());
  equal(lines.length, 61);
  equal((reply as { name: string }).name, 'loans-2026-09-10.csv');
});

test('a reader for whom there is no such list finds nothing', async () => {
  deepEqual([await listRoute!.handle(asking({}, 'stranger')), await fileRoute!.handle(asking({}, 'stranger'))].map(reply => reply.kind), ['not-found', 'not-found']);
});

test('a number of a list leads to the rows it counts', async () => {
  match(await drawn({}), /href="\/prep-school\/loans\?due=2026-09-01"><span class="figure__value">60/);
});

test('something due today is not overdue, and is from tomorrow on', () => {
  deepEqual(['2026-09-09', '2026-09-10', '2026-09-17', '2026-09-18'].map(day => dueState(day, '2026-09-10')), ['overdue', 'soon', 'soon', 'later']);
});
