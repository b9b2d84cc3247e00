/** The form on which a word is put down that somebody said aloud, by telephone or on paper. */
import { Button, Choices, ErrorSummary } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Cited } from './reads.ts';
import type { Speaker } from './said.ts';
import { HOWS, type How } from './words.ts';

export const HOW: Readonly<Record<How, string>> = { here: 'Here', aloud: 'Aloud', telephone: 'By telephone', paper: 'On paper' };

export interface SaidView {
  readonly title: string;
  readonly name: string;
  readonly speakers: readonly Speaker[];
  /** The clauses under which people are asked, the one about saying yes at the head. */
  readonly cited: readonly Cited[];
  readonly action: string;
  readonly back: string;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

const chosen = (raw: Body, name: string): string[] => (typeof raw[name] === 'string' ? [raw[name]] : []);

export const SaidPage = ({ title, name, speakers, cited, action, back, raw, errors }: SaidView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Put down what was said: {name}</h1>
    <p>{title}</p>
    <p>Ask first, in words that they understand. Saying nothing is not a yes. It stands here that you put it down, and how it was said.</p>
    {cited.slice(0, 1).map(one => <blockquote class="quote" key={one.href}><p {...asWritten()}>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}
    <form method="post" action={action}>
      <Choices name="speaker" label="Who said it?" small error={errors['speaker']} chosen={speakers.length === 1 ? [speakers[0]!.id] : chosen(raw, 'speaker')} choices={speakers.map(one => ({ value: one.id, text: one.name }))} />
      <Choices name="says" label="What did they say?" small error={errors['says']} chosen={chosen(raw, 'says')} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
      <Choices name="how" label="How?" small error={errors['how']} chosen={chosen(raw, 'how')} choices={HOWS.map(value => ({ value, text: HOW[value] }))} />
      <Button>Put it down</Button>
    </form>
    <p><a href={back}>Back to the recording</a></p>
  </>
);
