/** "This week": rules that are new or changed for one reader, and measures that begin or end. */
import { longDay } from './dates.ts';
import { Chip } from './small.tsx';

/** One line of a week. `policy`: a whole policy is new; `duty`: a clause asks something new; `change`: a clause says it otherwise; `begins`, `ends`: a measure for a time. */
export interface WeekLine {
  readonly kind: 'policy' | 'duty' | 'change' | 'begins' | 'ends';
  readonly day: string;
  readonly title: string;
  /** "3.4"; empty for a whole policy. */
  readonly number: string;
  readonly href: string;
  /** What it means for the reader, in the words of the margin. */
  readonly means: readonly string[];
}

const KIND_WORDS: Readonly<Record<WeekLine['kind'], string>> = { policy: 'New rules', duty: 'New for you', change: 'Said in another way', begins: 'Begins', ends: 'Ends' };
const KIND_WORDS_CHILD: Readonly<Record<WeekLine['kind'], string>> = { policy: 'New rules', duty: 'New', change: 'Said in another way', begins: 'Begins', ends: 'Ends' };

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
