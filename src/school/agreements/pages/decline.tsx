/** Saying no for now, and whom to talk to. */
import { Button, ErrorSummary, Note, TextArea } from '../../../page-parts/index.ts';

export interface DeclineProps {
  readonly title: string;
  readonly action: string;
  readonly backHref: string;
  readonly once: string;
  /** "Headteacher: Grace Okafor". */
  readonly talkTo: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly reason?: string;
}

export function DeclinePage({ title, action, backHref, once, talkTo, errors = {}, reason }: DeclineProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>You would rather not sign</h1>
      <p class="lede">{title}</p>
      <Note title="Then let us talk">
        <p>{talkTo} will talk with you about it. Nothing is lost: you can go on reading the rules, you can tell someone when something is wrong, and you may sign at any time.</p>
      </Note>
      <form method="post" action={action}>
        <TextArea name="reason" label="What stands in the way?" hint="Those who keep the list of signatures can read this." error={errors['reason']} value={reason} rows={5} />
        <input type="hidden" name="once" value={once} />
        <div class="actions"><Button>Send</Button><a href={backHref}>Back to the rules</a></div>
      </form>
    </>
  );
}
