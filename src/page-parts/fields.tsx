/** Form parts on GOV.UK Frontend's markup: each with its label, hint and error, so that no page writes a bare input. */
import type { ComponentChildren } from 'preact';

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The id when one page holds the same field twice; otherwise the name. */
  readonly id?: string;
}

const describedBy = (id: string, hint?: string, error?: string) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** An id may hold no space: a field named after a policy's own words loses them, wherever it is pointed to. */
const idOf = (text: string): string => text.replaceAll(/\s+/g, '-');

const group = (error?: string) => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`;

const Said = ({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) => (
  <>
    {hint && <div class="govuk-hint" id={`${id}-hint`}>{hint}</div>}
    {error && <p class="govuk-error-message" id={`${id}-error`}><span class="govuk-visually-hidden">Error:</span> {error}</p>}
  </>
);

/** One line of text. */
export function TextField(props: Common & { value?: string | undefined; type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'number'; width?: 5 | 10 | 20 | 30; autocomplete?: string; inputmode?: 'numeric'; required?: boolean; large?: boolean; spellcheck?: boolean; maxlength?: number }) {
  const { name, label, hint, error, value, type = 'text', width, autocomplete, inputmode, large, spellcheck, maxlength } = props;
  const id = idOf(props.id ?? name);
  const css = ['govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error'].filter(Boolean).join(' ');
  return (
    <div class={group(error)}>
      <label class={`govuk-label${large ? ' govuk-label--m' : ''}`} for={id}>{label}</label>
      <Said id={id} hint={hint} error={error} />
      <input {...({ type } as { type: 'text' })} class={css} id={id} name={name} value={value} autocomplete={autocomplete} inputmode={inputmode} spellcheck={spellcheck} maxLength={maxlength}
        aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? 'true' : undefined} />
    </div>
  );
}

/** Several lines of text. */
export function TextArea(props: Common & { value?: string | undefined; rows?: number; mono?: boolean; spellcheck?: boolean }) {
  const { name, label, hint, error, value, rows = 5, mono, spellcheck } = props;
  const id = idOf(props.id ?? name);
  return (
    <div class={group(error)}>
      <label class="govuk-label" for={id}>{label}</label>
      <Said id={id} hint={hint} error={error} />
      <textarea class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}${mono ? ' mono' : ''}`} id={id} name={name} rows={rows} spellcheck={spellcheck}
        aria-describedby={describedBy(id, hint, error)}>{value ?? ''}</textarea>
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
}

/** Choose one (radios) or several (`many`). */
export function Choices(props: Common & { choices: readonly Choice[]; chosen?: readonly string[]; many?: boolean; inline?: boolean; small?: boolean }) {
  const { name, label, hint, error, choices, chosen = [], many, inline, small } = props;
  const id = idOf(props.id ?? name);
  const kind = many ? 'checkboxes' : 'radios';
  const css = `govuk-${kind}${inline ? ` govuk-${kind}--inline` : ''}${small ? ` govuk-${kind}--small` : ''}`;
  return (
    <div class={group(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <Said id={id} hint={hint} error={error} />
        <div class={css}>
          {choices.map((choice, index) => {
            const own = index === 0 ? id : `${id}-${index + 1}`;
            return (
              <div class={`govuk-${kind}__item`} key={choice.value}>
                <input class={`govuk-${kind}__input`} id={own} name={name} type={many ? 'checkbox' : 'radio'} value={choice.value}
                  checked={chosen.includes(choice.value)} aria-describedby={choice.hint ? `${own}-more` : undefined} />
                <label class={`govuk-label govuk-${kind}__label`} for={own}>{choice.text}</label>
                {choice.hint && <div class={`govuk-hint govuk-${kind}__hint`} id={`${own}-more`}>{choice.hint}</div>}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

/** Choose one from a closed list that is too long for radios. */
export function Select(props: Common & { choices: readonly { value: string; text: string }[]; value?: string | undefined }) {
  const { name, label, hint, error, choices, value } = props;
  const id = idOf(props.id ?? name);
  return (
    <div class={group(error)}>
      <label class="govuk-label" for={id}>{label}</label>
      <Said id={id} hint={hint} error={error} />
      <select class="govuk-select" id={id} name={name} aria-describedby={describedBy(id, hint, error)}>
        {choices.map(choice => <option key={choice.value} value={choice.value} selected={choice.value === value}>{choice.text}</option>)}
      </select>
    </div>
  );
}

/** What went wrong, at the head of the page, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: Readonly<Record<string, string>> }) {
  const list = Object.entries(errors);
  if (list.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} data-focus data-module="govuk-error-summary">
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <ul class="govuk-list govuk-error-summary__list">{list.map(([name, text]) => <li key={name}><a href={`#${idOf(name)}`}>{text}</a></li>)}</ul>
    </div>
  );
}

/** The button that does the page's deed. `quiet` for the second choice, `warn` for what cannot be taken back easily. */
export function Button({ children, tone = 'main', name, value, formaction }: { children: ComponentChildren; tone?: 'main' | 'quiet' | 'warn'; name?: string; value?: string; formaction?: string }) {
  const css = { main: 'govuk-button', quiet: 'govuk-button govuk-button--secondary', warn: 'govuk-button govuk-button--warning' }[tone];
  return <button class={css} type="submit" name={name} value={value} formaction={formaction} data-once>{children}</button>;
}

/** A link that looks like a button, for going somewhere (never for changing something). */
export const ButtonLink = ({ href, children, tone = 'main' }: { href: string; children: ComponentChildren; tone?: 'main' | 'quiet' }) => (
  <a class={`govuk-button${tone === 'quiet' ? ' govuk-button--secondary' : ''}`} href={href} draggable={false}>{children}</a>
);
