/** What the school's register of applications says of a name in the question, beside the answer of the rules. */
import { Card, longDay } from '../../page-parts/index.ts';
import type { AppNamed } from '../answers.ts';

export interface AppsShown {
  readonly named: readonly AppNamed[];
  readonly unlisted: string;
  readonly near: readonly { readonly name: string; readonly question: string }[];
}

export const AppsPanel = ({ slug, apps: { named, unlisted, near } }: { slug: string; apps: AppsShown }) => (
  <>
    {near.length > 0 && (
      <Card title="Did you mean one of these applications?" tone="depends">
        <ul class="plain-list stack">{near.map(one => (
          <li key={one.name}><form method="post" action={`/${slug}/may-i#answer`}><input type="hidden" name="question" value={one.question} /><button class="link-button" type="submit">{one.name}</button></form></li>
        ))}</ul>
      </Card>
    )}
    {unlisted !== '' && <Card title="Not on the school’s list" tone="ask"><p><strong>{unlisted}</strong> is not on the list of applications.</p></Card>}
    {named.map(app => <Listed key={app.name} app={app} />)}
  </>
);

const TONE = { 'for-you': 'yes', 'not-for-you': 'no', 'review-overdue': 'ask', 'not-decided': 'ask', withdrawn: 'no' } as const;
const NameOf = ({ app }: { app: AppNamed }) => (app.href === null ? <strong>{app.name}</strong> : <a href={app.href}>{app.name}</a>);

const Listed = ({ app }: { app: AppNamed }) => (
  <Card title="What the list of applications says" tone={TONE[app.standing]}>
    {app.standing === 'for-you' && <p><NameOf app={app} /> is on the school’s list, and open to you.</p>}
    {app.standing === 'not-for-you' && <p><NameOf app={app} /> is on the school’s list, but not open to you. Whoever keeps the list can name you for it.</p>}
    {app.standing === 'review-overdue' && <p><NameOf app={app} /> is on the school’s list, but somebody had to look at it again by {longDay(app.reviewOn ?? '')}. Until somebody has, ask first.</p>}
    {app.standing === 'not-decided' && <p><NameOf app={app} /> was granted to somebody who asked. For anybody else nothing is decided.</p>}
    {app.standing === 'withdrawn' && <p><NameOf app={app} /> was taken off the school’s list.</p>}
    {app.standing === 'for-you' && app.purpose !== '' && <p>It is for this: {app.purpose}</p>}
    {app.standing === 'for-you' && app.conditions !== '' && <p><strong>Mind:</strong> {app.conditions}</p>}
    {app.standing === 'for-you' && (app.dataWords === '' ? <p>No data about people may go in.</p> : <p>This data may go in: {app.dataWords}</p>)}
  </Card>
);
