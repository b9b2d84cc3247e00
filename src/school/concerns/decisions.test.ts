import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { Rulebook } from '../../rulebook/index.ts';
import { entriesFor, mayHandle, mayRead } from './decisions.ts';
import { handOnAt, nextAfter, routeOf, standingFor } from './routing.ts';
import { settingsOn } from './settings.ts';
import { MOVES } from './states.ts';
import type { Eye } from './words.ts';

const now = new Date('2026-11-23T10:00:00Z');
const of = { keyOf: (id: string) => `key of ${id}`, now };
const eye = (more: Partial<Eye>): Eye => ({ id: 'e', concern: 'c', office: null, person: null, why: 'routed', parts: null, clause: null, since: now, until: null, toldAt: null, seenAt: null, ...more });
const head = { person: 'helen', offices: ['head'] };

test('an office that a concern was sent to reads it, and the person it is about never does, whatever office they hold', () => {
  const eyes = [eye({ office: 'head' })];
  equal(mayRead(head, { aboutKeys: [] }, eyes, of), true);
  equal(mayRead(head, { aboutKeys: ['key of helen'] }, eyes, of), false);
  equal(mayRead({ person: 'tom', offices: [] }, { aboutKeys: [] }, eyes, of), false);
  equal(mayRead({ person: null, offices: ['head'] }, { aboutKeys: [] }, eyes, of), false);
});

test('an eye that has ended, or has not begun, opens nothing', () => {
  equal(mayRead(head, { aboutKeys: [] }, [eye({ office: 'head', until: now })], of), false);
  equal(mayRead(head, { aboutKeys: [] }, [eye({ office: 'head', since: new Date(now.getTime() + 1) })], of), false);
});

test('whoever has parts of a concern reads it and does not deal with it', () => {
  const eyes = [eye({ person: 'helen', why: 'shared', parts: ['a'] })];
  deepEqual([mayRead(head, { aboutKeys: [] }, eyes, of), mayHandle(head, { aboutKeys: [] }, eyes, of)], [true, false]);
  const entries = ['a', 'b'].map(id => ({ id, sort: 'note', by: 'x', words: {} }));
  deepEqual(entriesFor(entries, eyes, 'helen').map(entry => entry.id), ['a']);
});

test('in the place of one concerned, or of nobody, the next in the school’s list is told', () => {
  const settings = settingsOn([], '2026-11-23');
  const ask = { holders: new Map([['head', ['helen']], ['chair-of-governors', ['margaret']], ['dsl', ['naomi']]]), about: ['naomi'], settings };
  deepEqual(standingFor('dsl', ask), { office: 'head', why: 'round-the-subject' });
  deepEqual(standingFor('dpo', ask), { office: 'head', why: 'handed-on' });
  deepEqual(standingFor('head', { ...ask, about: ['helen'] }), { office: 'chair-of-governors', why: 'round-the-subject' });
  equal(standingFor('head', { ...ask, about: ['helen', 'margaret'] }), null);
  equal(nextAfter(['dsl', 'head'], { ...ask, about: [] }), 'chair-of-governors');
});

test('a deputy does not read a concern about whom they stand in for', () => {
  const ask = { holders: new Map([['head', ['helen', 'rajiv who covers']], ['chair-of-governors', ['margaret']]]), about: ['helen'], settings: settingsOn([], '2026-11-23') };
  deepEqual(standingFor('head', ask), { office: 'chair-of-governors', why: 'round-the-subject' });
});

test('where the head owns the school, or the chair or the safeguarding lead is concerned too, the local authority’s officer is shown', () => {
  const rulebook = { rulesByAct: new Map(), rules: [], vocabulary: { offices: new Map() }, school: { offices: {} } } as unknown as Rulebook;
  const shown = (about: readonly string[], headIsProprietor = false): boolean => routeOf({
    rulebook, today: '2026-11-23', who: [], about, told: { kind: 'handle-breach', facts: {} }, settings: { ...settingsOn([], '2026-11-23'), headIsProprietor },
    holders: new Map([['head', ['helen']], ['chair-of-governors', ['margaret']], ['dsl', ['naomi']]]),
  }).designatedOfficer;
  equal(shown(['naomi']), false);
  equal(shown(['helen']), false);
  equal(shown(['helen'], true), true);
  equal(shown(['helen', 'margaret']), true);
  equal(shown(['helen', 'naomi']), true);
});

test('where it is about the head and the chair the safeguarding lead reads it; where about all of them nobody does, and that is said', () => {
  const rulebook = { rulesByAct: new Map(), rules: [], vocabulary: { offices: new Map() }, school: { offices: {} } } as unknown as Rulebook;
  const readers = (about: readonly string[]) => {
    const { eyes, nobodyLeft } = routeOf({ rulebook, today: '2026-11-23', who: [], about, told: { kind: 'handle-breach', facts: {} }, settings: settingsOn([], '2026-11-23'), holders: new Map([['head', ['helen']], ['chair-of-governors', ['margaret']], ['dsl', ['naomi']]]) });
    return [eyes.map(({ office, why }) => `${office} ${why}`), nobodyLeft];
  };
  deepEqual(readers(['helen', 'margaret']), [['dsl round-the-subject'], false]);
  deepEqual(readers(['helen', 'margaret', 'naomi']), [[], true]);
});

test('what concerns a child goes on within the hour on any day; anything else waits over the weekend', () => {
  const settings = settingsOn([], '2026-11-23');
  const friday = new Date('2026-11-27T22:00:00Z');
  deepEqual(handOnAt({ kind: 'report-safeguarding-concern', children: false, at: friday, settings }), new Date('2026-11-27T23:00:00Z'));
  deepEqual(handOnAt({ kind: 'report-virus', children: true, at: friday, settings }), new Date('2026-11-27T23:00:00Z'));
  deepEqual(handOnAt({ kind: 'report-virus', children: false, at: friday, settings }), new Date('2026-11-30T22:00:00Z'));
});

test('a breach whose 72 hours run through the weekend goes on at the weekend too', () => {
  const settings = settingsOn([], '2026-11-23');
  for (const kind of ['report-data-breach', 'report-account-compromise', 'report-security-breach']) deepEqual(handOnAt({ kind, children: false, at: new Date('2026-11-27T17:00:00Z'), settings }), new Date('2026-11-28T17:00:00Z'), kind);
});

test('a weekend is one in London: late on a Sunday evening of summer time it is Monday there', () => {
  const settings = settingsOn([], '2026-11-23');
  deepEqual(handOnAt({ kind: 'report-virus', children: false, at: new Date('2026-06-27T23:30:00Z'), settings }), new Date('2026-06-28T23:30:00Z'));
});

test('of what the school set the newest that has begun counts', () => {
  const rows = [{ name: 'openedHours', since: '2026-12-01', value: 1 }, { name: 'openedHours', since: '2026-11-02', value: 8 }, { name: 'openedHours', since: '2026-11-01', value: 9 }];
  equal(settingsOn(rows, '2026-11-23').openedHours, 8);
  equal(settingsOn(rows, '2026-12-01').openedHours, 1);
});

test('a closed concern can only be taken up again', () => deepEqual(MOVES.closed, ['in-hand']));
