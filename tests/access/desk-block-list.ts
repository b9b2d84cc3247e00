/** Addresses for the block list: one that is proposed, and one that IT is to block by hand. */
import { proposeSite, turnSite } from '../../src/school/concerns/block-list/deeds.ts';
import { doingIn } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function siteThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  let n = 0;
  const proposed = async (): Promise<string> => {
    const doing = await doingIn(school, people.get('dsl')!);
    n += 1;
    const given = { address: `a-rather-long-name-of-a-page-${n}.games.example/shooting/of-the-worst-sort`, why: 'not-for-pupils', fromDay: school.today() } as const;
    return (await school.change(tx => proposeSite(tx, doing, { given, concern: null }))).id;
  };
  const toSet = async (): Promise<string> => {
    const [site, doing] = [await proposed(), await doingIn(school, people.get('ict-lead')!)];
    await school.change(tx => turnSite(tx, doing, { site, turn: 'block', office: 'ict-lead', reason: 'It is for adults.', fromDay: school.today() }));
    return site;
  };
  let kept: Promise<string> | undefined;
  return { site: () => (kept ??= proposed()), sitetodecide: proposed, sitetoset: toSet };
}
