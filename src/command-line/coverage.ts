/**
 * `countersign coverage [DIR] --inventory FILE [--json]`: which clause carries each line of the inventory, and
 * whether the software does what it says.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadRulebook, packsIn } from '../packs/index.ts';
import { readTable } from '../rulebook/index.ts';
import { WrongCall, findPath, print, readOptions } from './options.ts';

interface InventoryLine {
  readonly id: string;
  readonly feature: string;
  readonly act: string;
  /** `enforce` and `workflow` are for the software to do. */
  readonly strength: string;
}

/** What became of each line: the clauses that carry it and whether a passing test shows it done. */
interface Standing extends InventoryLine {
  readonly clauses: readonly string[];
  readonly operable: boolean;
  readonly operated: boolean;
}

export async function command(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { inventory: { type: 'string' }, json: { type: 'boolean' } });
  if (values.inventory === undefined) throw new WrongCall('Say which inventory: --inventory FILE.');
  const inventory = readInventory(tableIn(findPath(values.inventory)));
  const dir = findPath(positionals[0] ?? 'policies');
  if (packsIn(dir).length === 0) throw new WrongCall(`${dir} holds no school's policies: there is no school.yaml in it.`);
  const standings = stand(inventory, dir);
  await print(values.json ? `${JSON.stringify(summary(standings))}\n` : table(standings));
  return 0;
}

/** The inventory's table: the file itself, or `clauses.tsv` in its folder. */
function tableIn(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const inside = join(path, 'clauses.tsv');
  if (!existsSync(inside)) throw new WrongCall(`${path} is a folder without a clauses.tsv.`);
  return inside;
}

function readInventory(path: string): readonly InventoryLine[] {
  const { rows, findings } = readTable(readFileSync(path, 'utf8'), path, ['id', 'feature', 'strength']);
  const missing = findings.find((finding) => finding.code === 'missing-column');
  if (missing) throw new WrongCall(`${path} is not an inventory. ${missing.message}`);
  return rows.map((row) => ({ id: row.cell('id'), feature: row.cell('feature') || 'none', act: row.cell('act'), strength: row.cell('strength') }));
}

function stand(inventory: readonly InventoryLine[], dir: string): readonly Standing[] {
  const carriers = carriersIn(dir);
  const operates = operatedClauses();
  return inventory.map((line) => {
    const clauses = carriers.get(line.id) ?? [];
    const operable = line.strength === 'enforce' || line.strength === 'workflow';
    return { ...line, clauses, operable, operated: operable && (operates.has(line.act) || clauses.some((clause) => operates.has(clause))) };
  });
}

/** Inventory id → full names of the clauses of the packs here that carry it. */
function carriersIn(dir: string): ReadonlyMap<string, readonly string[]> {
  const carriers = new Map<string, string[]>();
  for (const pack of packsIn(dir)) {
    const { rulebook, texts } = loadRulebook(pack);
    const clauses = new Set<string>(rulebook.clauses.keys());
    for (const { source, clause } of rulebook.coverage) {
      const name = clauses.has(clause) ? clause : `${texts.own.pack}/${clause}`;
      if (!clauses.has(name)) continue;
      const known = carriers.get(source) ?? [];
      if (!known.includes(name)) carriers.set(source, [...known, name]);
    }
  }
  return carriers;
}

interface Operates { readonly clause: string; readonly test: string }
interface Result { readonly name: string; readonly outcome: string }

/** Clauses and acts whose deed, guard or job a test showed to work in the last full run (`npm test` writes both files). */
function operatedClauses(): ReadonlySet<string> {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (!['operates.json', 'test-results.json'].every((name) => existsSync(join(folder, 'build', name)))) continue;
    const list = <T>(name: string): readonly T[] => JSON.parse(readFileSync(join(folder, 'build', name), 'utf8')) as T[];
    const passed = new Set(list<Result>('test-results.json').filter((result) => result.outcome === 'passed').map((result) => result.name));
    return new Set(list<Operates>('operates.json').filter((one) => passed.has(one.test)).map((one) => one.clause));
  }
  process.stderr.write('countersign: no run of all tests is on record here, so nothing counts as operated. Run npm test first.\n');
  return new Set();
}

function isMissing({ clauses, operable, operated }: Standing): boolean {
  return clauses.length === 0 || (operable && !operated);
}

function summary(standings: readonly Standing[]) {
  const missing = standings.filter(isMissing);
  const features = [...new Set(missing.map((line) => line.feature))].sort();
  return {
    total: standings.length,
    carried: standings.filter((line) => line.clauses.length > 0).length,
    operable: standings.filter((line) => line.operable).length,
    operated: standings.filter((line) => line.operated).length,
    missingByFeature: Object.fromEntries(features.map((feature) => [feature, missing.filter((line) => line.feature === feature).map((line) => line.id)])),
  };
}

function table(standings: readonly Standing[]): string {
  const features = [...new Set(standings.map((line) => line.feature))].sort();
  const rowOf = (name: string, lines: readonly Standing[]) => {
    const { total, carried, operable, operated } = summary(lines);
    return `${name.padEnd(20)}${[total, carried, operable, operated].map((number) => String(number).padStart(10)).join('')}\n`;
  };
  const head = `${'feature'.padEnd(20)}${['clauses', 'carried', 'operable', 'operated'].map((word) => word.padStart(10)).join('')}\n`;
  const rows = features.map((feature) => rowOf(feature, standings.filter((line) => line.feature === feature)));
  const uncarried = standings.filter((line) => line.clauses.length === 0).map((line) => line.id);
  const rest = uncarried.length > 0 ? `\nnot carried by any clause: ${uncarried.join(' ')}\n` : '';
  return `${head}${rows.join('')}${rowOf('all', standings)}${rest}`;
}
