/** What is said of a held file, and how two take it out together. */
import { Button, Card, ErrorSummary, longMoment, Note, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import type { ReleaseLine } from './reads.ts';

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** A file that is held: nobody looks at it, and two may take it out for the police. `mayAsk` is false for whoever holds no office that counts. */
export const HeldPage = ({ action, back, mayAsk, taken, raw, errors }: { action: string; back: string; mayAsk: boolean; taken: string | null; raw: Body; errors: FieldErrors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>This file is held for the police</h1>
    <Note tone="warn" title="Do not look, copy or send"><p>It came with something that may be against the law. A copy may itself be against the law, even as proof. Nobody opens it here.</p></Note>
    {taken !== null && <p><a href={taken}>Take it out for the police</a>. That you did stands in the history.</p>}
    {taken === null && mayAsk && (
      <>
        <p>When the police ask for it, two of you take it out together. You ask; somebody else with another office agrees.</p>
        <form method="post" action={action}>
          <TextField name="reference" label="The reference of the police" value={textIn(raw, 'reference')} error={errors['reference']} width={20} maxlength={100} />
          <TextArea name="reason" label="Why is it needed, and who gets it?" rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
          <Button>Ask a second office</Button>
        </form>
      </>
    )}
    {taken === null && !mayAsk && <p>Two who lead the school or look after its safety may take it out together for the police.</p>}
    <p><a href={back}>Back to the concern</a></p>
  </>
);

/** What waits for a second office, on the page where two open something together. */
export const ReleaseCards = ({ base, waiting }: { base: string; waiting: readonly ReleaseLine[] }) => (
  <>{waiting.map(one => (
    <Card key={one.id} title={one.code} tone="ask">
      <p>{one.by} asked on {longMoment(one.at)} to take out a file that is held for the police. You do not see it.</p>
      <p>Why: {one.words.reason}</p>
      <p>The reference of the police: {one.words.reference}</p>
      <form method="post" action={`${base}/file`}><input type="hidden" name="release" value={one.id} /><Button tone="warn">Agree to it</Button></form>
    </Card>
  ))}</>
);
