/** The page on which two offices open the concern of somebody who is away. */
import { Button, Card, Empty, ErrorSummary, longMoment, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import { ReleaseCards } from '../held-files/pages.tsx';
import type { ReleaseLine } from '../held-files/reads.ts';

export interface OpeningLine {
  readonly id: string;
  readonly code: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
  readonly lapsesAt: Date;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const OpeningsPage = ({ base, waiting, files, raw, errors }: { base: string; waiting: readonly OpeningLine[]; files: readonly ReleaseLine[]; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Open the concern of somebody who is away</h1>
    <p class="lede">Two offices do it together. Both read it for a time, whoever holds it is told, and it stands in its history who did it and why.</p>
    <h2>Waiting for a second office</h2>
    {waiting.length + files.length === 0 ? <Empty title="Nothing waits for you" /> : <div class="stack">{waiting.map(one => (
      <Card key={one.id} title={one.code} tone="ask">
        <p>{one.by} asked on {longMoment(one.at)}. It lapses on {longMoment(one.lapsesAt)}.</p>
        <p>Why it cannot wait: {one.reason}</p>
        <form method="post" action={`${base}/agree`}><input type="hidden" name="opening" value={one.id} /><Button tone="warn">Open it together</Button></form>
      </Card>
    ))}<ReleaseCards base={base} waiting={files} /></div>}
    <h2>Ask for one to be opened</h2>
    <form method="post" action={base}>
      <TextField name="code" label="Its code" hint="Eight letters and numbers, such as K7QM-3XTP. Whoever told it has it on their receipt." value={textIn(raw, 'code')} error={errors['code']} width={10} maxlength={12} />
      <TextArea name="reason" label="Why can it not wait?" rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
      <Button>Ask a second office</Button>
    </form>
  </>
);
