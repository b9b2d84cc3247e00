/** The boxes beside a signature, and what was ticked on a certificate. */
import { asWritten } from '../../../platform/languages/index.ts';
import type { Language } from '../../../platform/languages/index.ts';
import { fieldOfTick, type Tick, type Ticked } from './words.ts';

type Shown = Pick<Language, 'code' | 'direction'> | undefined;

/** What a signer says with the signature, one box each; none is ticked beforehand. */
export function Ticks({ ticks, said = [], errors = {}, language }: { ticks: readonly Tick[]; said?: readonly number[] | undefined; errors?: Readonly<Record<string, string>> | undefined; language?: Shown }) {
  if (ticks.length === 0) return null;
  return (
    <fieldset class="govuk-fieldset ticks">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Tick each line. With your name you say it, in the words of the rules.</legend>
      <div class="govuk-checkboxes">{ticks.map((one, at) => <Box key={fieldOfTick(at)} one={one} id={fieldOfTick(at)} ticked={said.includes(at)} error={errors[fieldOfTick(at)]} language={language} />)}</div>
    </fieldset>
  );
}

function Box({ one, id, ticked, error, language }: { one: Tick; id: string; ticked: boolean; error: string | undefined; language: Shown }) {
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      {error && <p class="govuk-error-message" id={`${id}-error`}><span class="govuk-visually-hidden">Error:</span> {error}</p>}
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name={id} value="yes" checked={ticked} aria-describedby={error ? `${id}-error` : undefined} aria-invalid={error ? 'true' : undefined} />
        <label class="govuk-label govuk-checkboxes__label" for={id}><span class="clause__number">{one.number}</span> <Words one={one} language={language} /></label>
      </div>
    </div>
  );
}

const Words = ({ one, language }: { one: Tick; language: Shown }) =>
  (one.shown !== null && language ? <span lang={language.code} dir={language.direction}>{one.shown}</span> : <span {...asWritten()}>{one.words}</span>);

/** What is said with a signature, where somebody else reads it out: no boxes. */
export function SaidAloud({ ticks }: { ticks: readonly Tick[] }) {
  if (ticks.length === 0) return null;
  return <ul class="promises">{ticks.map(one => <li key={one.words}><span class="clause__number">{one.number}</span> <span {...asWritten()}>{one.words}</span></li>)}</ul>;
}

/** On a certificate: each statement with the clause that asks for it, and an address of its own to cite it by. */
export function TickedLines({ href, ticked, said }: { href: string; ticked: readonly Ticked[]; said: readonly Tick[] }) {
  if (ticked.length === 0 && said.length === 0) return null;
  return (
    <>
      <p class="soft">{ticked.length > 0 ? 'Each line was ticked by itself beside the name. The words are those of the rules:' : 'Said with the name, in the words of the rules:'}</p>
      <ul class="promises">{(ticked.length > 0 ? ticked : said).map((one, at, all) => (
        <li key={at} id={all.findIndex(other => other.clause === one.clause) === at ? `said-${one.clause}` : `said-${one.clause}-${at + 1}`}>
          <a class="clause__number" href={`${href}#${one.clause}`}>{one.number}</a> <span {...asWritten()}>{one.words}</span>
        </li>
      ))}</ul>
    </>
  );
}

/** The same in rows of a sealed certificate, each with the mark of its words. */
export const tickedRows = (of: { ticked: readonly Ticked[]; said: readonly Tick[] }): (readonly [string, string, true?])[] => (of.ticked.length === 0
  ? of.said.map(one => [`Said with it: ${one.number}`, one.words] as const)
  : of.ticked.flatMap(one => [[`Ticked by itself: ${one.number}`, one.words] as const, [`Mark of the words ticked (SHA-256): ${one.number}`, one.hash, true] as const]));
