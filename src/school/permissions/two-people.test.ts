import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { realGroups, whoDecides } from './decisions.ts';
import { alikeIn, holdersOfBoth, seatsForYes, yesesOf, type Standing } from './two-people.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const grant = (office: string, by: string, hour: number) => ({ says: 'grant' as const, office, by, at: at(hour) });
const SHEET = { unassigned: 'office:head' };

/** How a matter stands that needs a yes of each group; `held` is who holds which office. */
function standing(groups: string[][], held: Record<string, string[]>, words: ReturnType<typeof grant>[] = []): Standing {
  const holders = Object.entries(held).flatMap(([office, people]) => people.map(person => ({ office, person })));
  return { seats: whoDecides(groups, { holders, not: ['Tess'], sheet: SHEET }), alike: alikeIn(realGroups(groups, SHEET)), yeses: yesesOf(groups, words, at(8)) };
}
const counts = (one: Standing, person: string) => seatsForYes(one, person).map(seat => seat.office);
const people = (one: Standing) => one.seats.map(group => group.map(seat => seat.person));

test('who holds both offices says one yes, and somebody else the other', () => {
  const groups = [['ict-lead'], ['dpo']];
  const held = { 'ict-lead': ['Iris'], dpo: ['Iris', 'Dora'], head: ['Hana'] };
  deepEqual(people(standing(groups, held)), [['Iris'], ['Iris', 'Dora']]);
  deepEqual(counts(standing(groups, held), 'Iris'), ['ict-lead']);
  const waits = standing(groups, held, [grant('ict-lead', 'Iris', 9)]);
  deepEqual([counts(waits, 'Iris'), counts(waits, 'Dora'), holdersOfBoth(waits)], [[], ['dpo'], ['Iris']]);
  deepEqual(counts(standing(groups, held, [grant('dpo', 'Dora', 9)]), 'Iris'), ['ict-lead']);
});

test('a yes goes to the office that nobody else could speak for, whichever stands first', () => {
  const held = { 'ict-lead': ['Iris', 'Ivan'], dpo: ['Iris'], head: ['Hana'] };
  deepEqual(counts(standing([['ict-lead'], ['dpo']], held), 'Iris'), ['dpo']);
  deepEqual(counts(standing([['dpo'], ['ict-lead']], held), 'Iris'), ['dpo']);
  deepEqual(counts(standing([['ict-lead'], ['dpo']], held), 'Ivan'), ['ict-lead']);
});

test('where one person alone holds both offices the next in line says the second yes: the head, for the head the chair', () => {
  deepEqual(people(standing([['ict-lead'], ['dpo']], { 'ict-lead': ['Iris'], dpo: ['Iris'], head: ['Hana'] })), [['Iris'], ['Iris', 'Hana']]);
  deepEqual(people(standing([['head'], ['dpo']], { head: ['Hana'], dpo: ['Hana'], 'chair-of-governors': ['Chas'] })), [['Hana'], ['Hana', 'Chas']]);
  deepEqual(people(standing([['ict-lead'], ['dpo']], { head: ['Hana'], 'chair-of-governors': ['Chas'] })), [['Hana'], ['Hana', 'Chas']]);
});

test('where there is no second person at all one person’s yes counts for both offices', () => {
  const alone = standing([['ict-lead'], ['dpo']], { 'ict-lead': ['Iris'], dpo: ['Iris'] });
  deepEqual(counts(alone, 'Iris'), ['ict-lead', 'dpo']);
  deepEqual(counts(standing([['ict-lead'], ['dpo']], { 'ict-lead': ['Iris'], dpo: ['Iris'] }, [grant('ict-lead', 'Iris', 9)]), 'Iris'), ['dpo']);
});

test('two rules that ask the same office are answered by one yes, also where a rule names nobody and the school has put that office there', () => {
  const same = standing([['head'], ['unassigned']], { head: ['Hana'], 'chair-of-governors': ['Chas'] });
  deepEqual([people(same), counts(same, 'Hana'), holdersOfBoth(same)], [[['Hana'], ['Hana']], ['head', 'unassigned'], []]);
});
