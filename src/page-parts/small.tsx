/** Small parts: cards, chips, notes, progress, empty states. Data in, HTML out. */
import type { ComponentChildren } from 'preact';

type Children = { children?: ComponentChildren };

/** A card on the paper. `tone` colours its edge: yes, ask, no, depends, tell, silent. */
export function Card({ title, tone, kid, id, children }: Children & { title?: string; tone?: string; kid?: boolean; id?: string }) {
  const name = ['card', tone && `card--${tone}`, kid && 'card--kid'].filter(Boolean).join(' ');
  return <section class={name} id={id}>{title && <h2 class="card__title">{title}</h2>}{children}</section>;
}

/** Cards side by side where there is room. */
export const Grid = ({ children }: Children) => <div class="grid">{children}</div>;

/** The honest label of a clause or a state: *measured* by software, *reported* by a person, *promised* by a signature. */
export function Chip({ tone = 'plain', children }: Children & { tone?: 'measured' | 'workflow' | 'promised' | 'yes' | 'no' | 'ask' | 'tell' | 'depends' | 'plain' }) {
  return <strong class={`chip chip--${tone}`}>{children}</strong>;
}

/** What to show where a list has nothing in it, and what to do next. */
export const Empty = ({ title, children }: Children & { title: string }) => (
  <div class="empty"><p class="empty__title">{title}</p>{children}</div>
);

/** A note that matters. */
export function Note({ title, tone = 'plain', children }: Children & { title?: string; tone?: 'plain' | 'warn' | 'good' }) {
  return <div class={`note note--${tone}`}>{title && <p class="note__title">{title}</p>}{children}</div>;
}

/** More, behind a line one can open. Works without JavaScript. */
export const Details = ({ summary, open, children }: Children & { summary: string; open?: boolean }) => (
  <details class="govuk-details" open={open}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);

/** How far along: a bar with its words beside it, so that colour and length never speak alone. */
export function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  const width = of === 0 ? 0 : Math.round((done / of) * 1000) / 10;
  return (
    <div class="progress">
      <svg class="progress__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="progress__ground" width="100" height="6" /><rect class="progress__done" width={width} height="6" />
      </svg>
      <span class="progress__label">{label}</span>
    </div>
  );
}

/** Facts in two columns: term and value. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(([term, value]) => (
      <div class="govuk-summary-list__row" key={term}><dt class="govuk-summary-list__key">{term}</dt><dd class="govuk-summary-list__value">{value}</dd></div>
    ))}
  </dl>
);

/** A large number with what it counts; a link where `href` leads to the list behind it. */
export const Figure = ({ value, label, href, tone }: { value: number | string; label: string; href?: string; tone?: 'good' | 'warn' | 'bad' }) => {
  const inside = <><span class="figure__value">{value}</span><span class="figure__label">{label}</span></>;
  const name = `figure${tone ? ` figure--${tone}` : ''}`;
  return href ? <a class={name} href={href}>{inside}</a> : <span class={name}>{inside}</span>;
};

/** Views of one thing, as links: the current one is marked. */
export const Tabs = ({ label, items }: { label: string; items: readonly { text: string; href: string; current: boolean }[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>{items.map(item => <li key={item.href}><a href={item.href} aria-current={item.current ? 'page' : undefined}>{item.text}</a></li>)}</ul>
  </nav>
);
