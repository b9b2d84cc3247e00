/** "This week" as a part of a page. */
import { Chip, longDay } from '../../../page-parts/index.ts';
import type { WeekLine } from './week.ts';

const KIND_WORDS: Readonly<Record<WeekLine['kind'], string>> = { policy: 'New rules', duty: 'New for you', change: 'Said in another way', begins: 'Begins', ends: 'Ends' };
const KIND_WORDS_CHILD: Readonly<Record<WeekLine['kind'], string>> = { ...KIND_WORDS, duty: 'New' };

/** The lines of a week, or that there is nothing new. */
export function Week({ lines, childName }: { lines: readonly WeekLine[]; childName?: string }) {
  if (lines.length === 0) return <p class="soft">{childName ? `No rule for ${childName} changed this week.` : 'No rule for you changed this week.'}</p>;
  const words = childName ? KIND_WORDS_CHILD : KIND_WORDS;
  return (
    <ul class="plain-list week">{lines.map((line, at) => (
      <li key={at}>
        <Chip tone={line.kind === 'duty' || line.kind === 'policy' ? 'ask' : 'plain'}>{words[line.kind]}</Chip> <a href={line.href}>{line.title}{line.number && `, ${line.number}`}</a> <span class="soft nowrap">{longDay(line.day)}</span>
        {line.means.length > 0 && <p>{line.means.join(' ')}</p>}
      </li>
    ))}</ul>
  );
}
