/** The outbox as a page. */
import { Chip, Empty, Figure, longMoment, Note, Paging, Table, Tabs } from '../../page-parts/index.ts';
import { asWritten, say } from '../../platform/languages/index.ts';
import { MAIL_STATES, MOST_TRIES, type Mail, type MailState } from '../../platform/mail/index.ts';

export interface OutboxProps {
  readonly slug: string;
  readonly counts: Readonly<Record<MailState, number>>;
  readonly state: MailState | null;
  readonly rows: readonly Mail[];
  readonly page: number;
  readonly pages: number;
  /** Whether a mail server is set. */
  readonly leaves: boolean;
}

const KINDS: Readonly<Record<string, string>> = { reminder: 'Reminder to sign', digest: 'Counts of the week', 'hand-over': 'For the office to speak to', 'sign-in-link': 'Link to sign in', declaration: 'Data taken out', 'it-task': 'Waits for IT', permission: 'Permissions', trip: 'School trip', consultation: 'Your view is asked for', receipt: 'Receipt of a device', custody: 'Devices in custody', account: 'Accounts', application: 'Applications', recording: 'Recordings' };
const STATES: Readonly<Record<MailState, string>> = { rests: say('waits'), sent: 'has left', failed: say('failed') };
const TONES = { rests: 'ask', sent: 'yes', failed: 'no' } as const;

const href = (slug: string, state: MailState | null, page = 1) => `/${slug}/mail${state || page > 1 ? '?' : ''}${new URLSearchParams({ ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`;

export const OutboxPage = ({ slug, counts, state, rows, page, pages, leaves }: OutboxProps) => (
  <>
    <h1>Mail</h1>
    <p class="lede">Every mail rests here first. It is sent within seconds, and tried {MOST_TRIES} times over a day if the other side does not answer.</p>
    {!leaves && <Note title="No mail server is set" tone="warn"><p>Nothing leaves until whoever keeps this server sets SMTP_URL. Mail waits here until then.</p></Note>}
    <div class="figures">
      <Figure value={counts.rests} label="waiting" /><Figure value={counts.sent} label="have left" />
      <Figure value={counts.failed} label="failed" {...(counts.failed > 0 ? { tone: 'bad' as const } : {})} />
    </div>
    <Tabs label="Which mail" items={[null, ...MAIL_STATES].map(one => ({ text: one === null ? 'All' : STATES[one], href: href(slug, one), current: one === state }))} />
    {rows.length === 0 ? <Empty title="No mail here" /> : (
      <Table caption="Mail, newest first" hideCaption rows={rows} columns={[
        { head: 'Written', cell: row => longMoment(row.madeAt) },
        { head: 'What', cell: row => KINDS[row.kind] ?? row.kind },
        { head: 'Subject', cell: row => <span {...asWritten()}>{row.subject}</span> },
        { head: 'State', cell: row => <Chip tone={TONES[row.state]}>{STATES[row.state]}</Chip> },
        { head: 'Tries', cell: row => row.tries, number: true },
        { head: 'When', cell: row => (row.doneAt ? longMoment(row.doneAt) : row.tries > 0 ? `again ${longMoment(row.nextTry)}` : 'soon') },
        { head: 'Why not', cell: row => row.fault ?? '–' },
        { head: 'Do', cell: row => (row.state === 'failed' && !row.secret ? (
          <form method="post" action={`/${slug}/mail/again`}><input type="hidden" name="mail" value={row.id} /><button class="link-button" type="submit">Try again<span class="govuk-visually-hidden"> to send the mail of {longMoment(row.madeAt)}</span></button></form>
        ) : '–') },
      ]} />
    )}
    <Paging page={page} pages={pages} href={n => href(slug, state, n)} />
  </>
);
