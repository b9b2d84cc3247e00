import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import { withoutRows } from './said.ts';

test('the server’s log says what the database would not take, and never the row with a name in it', () => {
  const fault = Object.assign(new Error('new row violates check constraint "person_name"'), { severity: 'ERROR', code: '23514', table: 'person', constraint: 'person_name', detail: 'Failing row contains (Ottoline Featherstonehaugh).' });
  const said = String(withoutRows(fault));
  match(said, /violates check constraint.*23514 person person_name/s);
  equal(said.includes('Ottoline'), false);
});

test('any other fault is written down as it is', () => {
  const fault = new Error('The key folder cannot be read');
  equal(withoutRows(fault), fault);
});
