/** Small parts of the pages of applications. */
import type { ComponentChildren } from 'preact';
import { Chip, longDay } from '../../page-parts/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { capital, kindWords, listed } from '../policies/index.ts';
import type { Cited } from './reads.ts';
import type { App } from './words.ts';

export type View = { readonly base: string; readonly vocabulary: Vocabulary; readonly today: string };

/** How it stands on the list. */
export function StateChip({ app, today }: { app: App; today: string }) {
  if (app.state === 'withdrawn') return <Chip tone="no">Withdrawn</Chip>;
  if (app.state === 'proposed') return <Chip tone="ask">Proposed</Chip>;
  return app.reviewOn !== null && app.reviewOn < today ? <Chip tone="no">Past its review</Chip> : <Chip tone="yes">Authorised</Chip>;
}

export const kindTitles = (kinds: readonly string[], vocabulary: Vocabulary): string[] => kinds.map(kind => vocabulary.kinds.get(kind)?.title ?? kind);
export const dataWords = (data: readonly string[], vocabulary: Vocabulary): string[] => data.map(value => vocabulary.facts.get('data-kind')?.values.get(value)?.plain ?? value);

/** Whom it is open to, in words. */
export function OpenTo({ app, vocabulary }: { app: Pick<App, 'kinds' | 'years'>; vocabulary: Vocabulary }): ComponentChildren {
  if (app.kinds.length === 0) return <>People named one by one</>;
  const kinds = capital(listed(app.kinds.map(kind => kindWords(kind, vocabulary))));
  const pupils = app.kinds.some(kind => kind === 'pupil' || vocabulary.kinds.get(kind)?.within.includes('pupil'));
  return app.years.length === 0 || !pupils ? <>{kinds}</> : <>{kinds}; of the pupils only {listed(app.years)}</>;
}

/** Which data may go in. */
export const DataIn = ({ app, vocabulary }: { app: Pick<App, 'data'>; vocabulary: Vocabulary }) => (app.data.length === 0 ? <>No data about people</> : <>{capital(listed(dataWords(app.data, vocabulary)))}</>);

export const Address = ({ address }: { address: string }) => (address === '' ? <>–</> : <a href={/^https?:/.test(address) ? address : `https://${address}`} rel="noopener noreferrer">{address}</a>);

export const Cites = ({ cited }: { cited: readonly Cited[] }) => <>{cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</>;

export const ReviewDay = ({ app, today }: { app: App; today: string }) => (app.reviewOn === null || app.state !== 'listed' ? <>–</> : <>{longDay(app.reviewOn)} {app.reviewOn < today && <Chip tone="no">overdue</Chip>}</>);
