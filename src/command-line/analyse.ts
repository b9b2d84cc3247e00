/**
 * `countersign analyse DIR`: clauses that clash, each with the smallest situation in which they do, and what is idle.
 */
import { packsIn } from '../packs/index.ts';
import { analyse } from '../rulebook/index.ts';
import type { Analysis, Clash } from '../rulebook/index.ts';
import { WrongCall, findPath, openSchool, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw new WrongCall('Say which school: a folder with a school.yaml, or a folder of such folders.');
  const dirs = positionals.flatMap((typed) => packsIn(findPath(typed)));
  if (dirs.length === 0) throw new WrongCall(`${positionals.join(' ')} holds no school's policies: there is no school.yaml in it.`);
  for (const dir of dirs) {
    const { rulebook } = openSchool(dir);
    const analysis = analyse(rulebook);
    await print(values.json ? `${JSON.stringify({ pack: rulebook.pack, ...analysis, idle: analysis.idle.map(toIdle) })}\n` : inWords(rulebook.pack, analysis));
  }
  return 0;
}

/** An idle rule by its clause, act and place: the whole rule is in the policy. */
function toIdle({ clause, rule, why }: Analysis['idle'][number]) {
  return { clause, act: rule.subject, why, at: rule.at };
}

const CLASHES = { 'yes-no': 'one says yes, the other no', 'yes-ask': 'one says yes, the other asks first', 'two-approvers': 'they ask different offices' } as const;
const WHY = { 'binds-nobody': 'it binds nobody', 'conditions-exclude-each-other': 'its conditions exclude each other', 'always-set-aside': 'another clause always sets it aside' } as const;

function inWords(pack: string, { clashes, idle, forbidden, vacant, unbound }: Analysis): string {
  const inVain = forbidden.filter((act) => act.inVain.length > 0);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Clauses that clash', clashes.map((clash) => `${clash.act}: ${clash.clauses.join(' and ')} (${CLASHES[clash.sort]})\n    ${situation(clash)}`)],
    ['Rules that never come into play', idle.map(({ clause, rule, why }) => `${clause} on ${rule.subject} (line ${rule.at.line}): ${WHY[why]}`)],
    ['Acts that nobody may ever do, though a clause allows or asks for them', inVain.map(({ act, inVain: clauses }) => `${act}: ${clauses.join(', ')}`)],
    ['Offices that nobody holds', vacant.map(({ office, clauses }) => `${office}: ${clauses.join(', ')}`)],
    ['People whom no policy binds', unbound],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  return `${pack}\n${told.join('') || '\nNothing clashes, and nothing is idle.\n'}\n`;
}

function situation({ who, facts }: Clash): string {
  return [`for ${who}`, ...Object.entries(facts).map(([fact, value]) => `${fact}=${value}`)].join('; ');
}
