/**
 * `countersign export --cedar --school DIR`: the deciding rules in the Cedar policy language.
 */
import { toCedar } from '../rulebook/index.ts';
import { WrongCall, openSchool, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { school: { type: 'string' }, cedar: { type: 'boolean' } });
  if (!values.cedar) throw new WrongCall('Say in which language: --cedar.');
  const { rulebook } = openSchool(values.school);
  await print(`${toCedar(rulebook).trimEnd()}\n`);
  return 0;
}
