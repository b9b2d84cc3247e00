/** Rules for the youngest: one picture and one short rule at a time, with a button that reads them aloud. */
import { asWritten } from '../platform/languages/index.ts';
import { Picture, type PictureName } from './pictures.tsx';
import { StaleChip, type PolicyBodyProps } from './policy-body.tsx';

export interface KidRule {
  readonly id: string;
  readonly words: string;
  readonly picture: PictureName;
}

/** A list of rules. `id` is what the read-aloud button names; without a voice in the browser the button stays hidden. */
export function KidRules({ id, rules, language, stale }: { id: string; rules: readonly KidRule[] } & Pick<PolicyBodyProps, 'language' | 'stale'>) {
  const words = (rule: string) => (language && !stale?.has(rule) ? { lang: language.code, dir: language.direction } : asWritten());
  return (
    <ul class="kid-rules" id={id}>{rules.map(rule => (
      <li key={rule.id} id={rule.id} data-line={rule.words} {...words(rule.id)}><Picture name={rule.picture} /><p>{rule.words}{stale?.has(rule.id) && <> <StaleChip why={stale.get(rule.id)!} /></>}</p></li>
    ))}</ul>
  );
}

/** "Read it to me": speaks every line of the part named. */
export const ReadAloud = ({ of, label = 'Read it to me' }: { of: string; label?: string }) => (
  <button class="read-aloud" type="button" data-read-aloud={`#${of}`} aria-pressed="false" hidden><span aria-hidden="true">▶ </span>{label}</button>
);
