/**
 * Tab-separated tables with a header line, no quoting: the form of the vocabulary and of `coverage.tsv`.
 */
import type { Finding, Place } from './words.ts';

/** One line of a table: a cell by its column's name (empty when the column or the cell is missing). */
export interface Row {
  readonly cell: (column: string) => string;
  /** Where a column's cell begins. */
  readonly at: (column: string) => Place;
}

/** Reads a table. A missing column or a line with too many cells is a finding; empty lines are passed over. */
export function readTable(text: string, file: string, columns: readonly string[]): { rows: readonly Row[]; findings: Finding[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const header = (lines[0] ?? '').split('\t').map((name) => name.trim());
  const findings: Finding[] = columns
    .filter((column) => !header.includes(column))
    .map((column) => tableFault({ file, line: 1, column: 1 }, 'missing-column', `The column "${column}" is missing.`, `The first line names the columns, with tabs between: ${columns.join(', ')}.`));
  const rows: Row[] = [];
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = line.split('\t');
    const row = toRow(cells, header, { file, line: index + 2, column: 1 });
    if (cells.length > header.length) {
      findings.push(tableFault(row.at(''), 'too-many-cells', `The line has ${cells.length} cells and the table ${header.length} columns.`, 'Take out the extra tabs.'));
    }
    rows.push(row);
  });
  return { rows, findings };
}

function toRow(cells: readonly string[], header: readonly string[], start: Place): Row {
  return {
    cell: (column) => (cells[header.indexOf(column)] ?? '').trim(),
    at: (column) => {
      const index = Math.min(header.indexOf(column), cells.length);
      const before = index > 0 ? cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0) : 0;
      return { ...start, column: Math.min(before, cells.join('\t').length) + 1 };
    },
  };
}

/** A finding about a table. */
export function tableFault(at: Place, code: string, message: string, remedy: string): Finding {
  return { ...at, severity: 'error', code, message, remedy };
}
