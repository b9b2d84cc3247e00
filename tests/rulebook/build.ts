/**
 * Small rulebooks for tests: a few clauses in Markdown, or a pack from the policies folder.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile, read, readCoverage, readSchool, readVocabulary } from '../../src/rulebook/index.ts';
import type { Policy, Rulebook, SchoolSheet, Vocabulary } from '../../src/rulebook/index.ts';

const POLICIES = join(process.cwd(), 'policies');
export const PACKS = ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school']
  .filter((name) => existsSync(join(POLICIES, name, 'school.yaml')));

let known: Vocabulary | undefined;
/** The project's own vocabulary. */
export function vocabulary(): Vocabulary {
  const texts = ['acts', 'facts', 'fact-values', 'offices', 'kinds'].map((name) => ({ file: `${name}.tsv`, text: readFileSync(join(POLICIES, 'vocabulary', `${name}.tsv`), 'utf8') }));
  return (known ??= readVocabulary(texts).vocabulary);
}

/** One small policy: its clauses as Markdown. Throws where the Markdown has an error, for a test must not pass by a slip. */
export function policyOf(clauses: string, front = 'binds: [staff, pupil, parent, visitor, governor]'): Policy {
  const { policy, findings } = read(`---\npolicy: code\ntitle: Code\nowner: ict-lead\n${front}\n---\n\n${clauses}\n`, 'code.md', vocabulary());
  const errors = findings.filter((one) => one.severity === 'error' && /^(unknown|bad|rule|dangling)/.test(one.code));
  if (!policy || errors.length > 0) throw new Error(errors.map((one) => `${one.line}: ${one.code} ${one.message}`).join('\n'));
  return policy;
}

const SCHOOL: SchoolSheet = { name: 'Hill School', offices: {}, terms: [] };

/** A school with one policy, and maybe a trust with another. */
export function rulebookOf(clauses: string, more: { trust?: string; school?: Partial<SchoolSheet>; front?: string; coverage?: readonly { source: string; clause: string; act: string }[] } = {}): Rulebook {
  const trust = more.trust === undefined ? undefined : { pack: 'trust', policies: [policyOf(more.trust)], coverage: [] };
  return compile({ pack: 'school', policies: [policyOf(clauses, more.front)], coverage: more.coverage ?? [], vocabulary: vocabulary(), school: { ...SCHOOL, ...more.school }, ...(trust ? { trust } : {}) }).rulebook;
}

/** One of the model schools. */
export function pack(name: string): Rulebook {
  const folder = join(POLICIES, name);
  const words = vocabulary();
  const file = (one: string) => readFileSync(join(folder, one), 'utf8');
  const policies = readdirSync(folder).filter((one) => one.endsWith('.md')).sort().flatMap((one) => read(file(one), `${name}/${one}`, words).policy ?? []);
  const school = readSchool(file('school.yaml'), `${name}/school.yaml`, words).school ?? SCHOOL;
  const { coverage } = readCoverage(file('coverage.tsv'), `${name}/coverage.tsv`);
  return compile({ pack: name, policies, coverage, vocabulary: words, school }).rulebook;
}
