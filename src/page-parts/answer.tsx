/** The answer card: what it says, the clause quoted with its link, and what to do next. */
import type { ComponentChildren } from 'preact';
import { asWritten } from '../platform/languages/index.ts';

export type Says = 'yes' | 'no' | 'ask' | 'tell' | 'depends' | 'silent';

export interface QuotedClause {
  readonly href: string;
  /** "Staff code, 2.4". */
  readonly cite: string;
  readonly words: string;
}

export interface AnswerCardProps {
  readonly says: Says;
  /** "Ask the head first", "No", "Yes, if …". */
  readonly headline: string;
  readonly clauses: readonly QuotedClause[];
  /** Sentences: duties, whom to tell, what to do meanwhile. */
  readonly lines?: readonly ComponentChildren[];
  readonly children?: ComponentChildren;
}

/** One answer. Colour never speaks alone: the headline says it in words. */
export function AnswerCard({ says, headline, clauses, lines = [], children }: AnswerCardProps) {
  return (
    <section class={`card answer answer--${says}`} aria-labelledby="answer-says">
      <h2 class="answer__says" id="answer-says">{headline}</h2>
      {clauses.map(clause => (
        <blockquote class="quote" key={clause.href}>
          <p {...asWritten()}>{clause.words}</p>
          <footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer>
        </blockquote>
      ))}
      {lines.length > 0 && <ul class="answer__lines">{lines.map((line, at) => <li key={at}>{line}</li>)}</ul>}
      {children}
    </section>
  );
}

/** The question box. It sends by POST, so that no question stands in an address or a browser's history. */
export function QuestionBox({ action, value = '', label = 'May I …?', id = 'question', autofocus, compact }: { action: string; value?: string; label?: string; id?: string; autofocus?: boolean; compact?: boolean }) {
  return (
    <form class={`askbox${compact ? ' askbox--compact' : ''}`} method="post" action={action}>
      <label class={compact ? 'govuk-visually-hidden' : 'askbox__label'} for={id}>{label}</label>
      <div class="askbox__row">
        <input class="askbox__input" id={id} name="question" value={value} autocomplete="off" maxLength={400} placeholder={compact ? 'May I …?' : undefined} data-focus={autofocus ? '' : undefined} />
        <button class="askbox__button" type="submit">Ask</button>
      </div>
    </form>
  );
}
