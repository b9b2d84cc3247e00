/** Parts of an answer: on what it stands, who decides, the clauses, and whom to tell where somebody is hurt. */
import { sayKnown } from '../../platform/languages/index.ts';
import { longDay, Note } from '../../page-parts/index.ts';
import type { Resting } from '../answers.ts';
import type { HelpLine, Holder, QuotedClause } from './words.ts';

/** On which permission a yes stands: whoever asks sees whether it is this that they mean. */
export const Rests = ({ rests }: { rests: readonly Resting[] }) => (rests.length === 0 ? null : (
  <div class="stack">
    <h3>This was granted</h3>
    <p>The answer stands on this and on nothing else. If you mean something that it does not name, ask first.</p>
    <ul>{rests.map(one => (
      <li key={one.href}><a href={one.href}>{one.what}</a>: {one.group ? <>granted to your group by {one.by} on {longDay(one.on)}, until {longDay(one.until)}.</> : <>granted to you by {one.by} on {longDay(one.on)}, until {longDay(one.until)}.</>}{one.conditions && <> Conditions: {one.conditions}</>}</li>
    ))}</ul>
  </div>
));

/** Who decides, or whom to tell: one of each group. */
export function People({ label, groups, slug }: { label: string; groups: readonly (readonly Holder[])[]; slug: string }) {
  if (groups.length === 0) return null;
  return (
    <div class="stack">
      <h3>{label}</h3>
      <ul class="plain-list">{groups.map((group, at) => (
        <li key={at}>{group.map((holder, n) => <span key={holder.office}>{n > 0 && ' or '}{holderWords(holder)}</span>)}{at < groups.length - 1 && ', and'}</li>
      ))}</ul>
      {groups.some(group => group.every(holder => holder.vacant)) && <Note tone="warn"><p>Nobody holds this office just now. <a href={`/${slug}/offices`}>Tell the school office</a>: it has to name somebody.</p></Note>}
    </div>
  );
}

const holderWords = (holder: Holder): string => (holder.names.length > 0 ? `${holder.title}: ${holder.names.join(' or ')}` : holder.title);

/** Clauses in their own words. */
export const Quotes = ({ title, clauses }: { title: string; clauses: readonly QuotedClause[] }) => (
  <>
    <h3>{title}</h3>
    {clauses.map(clause => <blockquote class="quote" key={clause.id}><p>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>)}
  </>
);

/** Words of harm put this above everything. It never waits for a form, and where no rule is asked about it stands alone. */
export const TellSomeone = ({ helpLines, dsl, alone, slug, pupil }: { helpLines: readonly HelpLine[]; dsl: Holder; alone: boolean; slug: string; pupil: boolean }) => (
  <section class="tell-someone" aria-labelledby="tell-someone" tabIndex={-1} data-focus>
    {alone ? <h1 id="tell-someone">Tell someone now</h1> : <h2 id="tell-someone">Tell someone now</h2>}
    <p>If you or somebody else is being hurt, or you are scared, tell a grown-up you trust. It is not your fault.</p>
    <ul>
      {dsl.names.length > 0 && <li>At school: <strong>{dsl.names.join(' or ')}</strong>, {dsl.title.toLowerCase()}.</li>}
      {dsl.names.length === 0 && <li>At school: ask any adult for the {dsl.title.toLowerCase()}.</li>}
      {helpLines.map(line => <li key={line.name}><strong>{sayKnown(line.name)}: <a href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a></strong>, for {sayKnown(line.for)} ({sayKnown(line.when)}).</li>)}
    </ul>
    <p><a href={`/${slug}/tell-someone`}>{pupil ? <>Tell someone</> : <>Or tell the school in writing</>}</a></p>
    <p class="small">What you typed is not kept.</p>
  </section>
);
