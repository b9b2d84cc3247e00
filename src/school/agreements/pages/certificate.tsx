/** One agreement as a certificate: who agreed to what, when, in which words, and how to check it. */
import { Button, ButtonLink, Details, Facts, longDay, longMoment, Note, Seal, TextArea } from '../../../page-parts/index.ts';
import { asWritten, ENGLISH, type Language } from '../../../platform/languages/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { answerRows } from '../allowed/pages.tsx';
import type { AnswerGiven } from '../allowed/words.ts';
import { proofRows } from '../family/pages.tsx';
import type { Beside, ReadBefore } from '../family/words.ts';
import { TickedLines } from '../ticks/pages.tsx';
import type { Tick, Ticked } from '../ticks/words.ts';
import type { Agreement } from '../words.ts';

export interface CertificateProps {
  readonly slug: string;
  readonly schoolName: string;
  readonly title: string;
  readonly agreement: Agreement;
  /** Whose agreement it is, and who signed. */
  readonly person: string;
  readonly signer: string;
  /** What the signer was: "Teacher". */
  readonly roles: string;
  readonly witness: string | null;
  /** Where the office entered it: who took the answer and when, and who put it down. */
  readonly taken: { readonly by: string; readonly enteredBy: string; readonly on: string } | null;
  /** The words shown, or null when they cannot be drawn again. */
  readonly text: string | null;
  /** Whether those words still give the hash that was kept. */
  readonly same: boolean;
  readonly line: { readonly seq: number; readonly hash: string } | null;
  readonly document: Policy | null;
  /** What had been read before, beside whom it was given, and what was said with it. */
  readonly readBefore: readonly ReadBefore[];
  readonly beside: Beside | null;
  /** What was ticked by itself; and for what was signed before there were boxes, what the policy has its signers say. */
  readonly ticked: readonly Ticked[];
  readonly said: readonly Tick[];
  /** What a parent allowed beside the signature, and what not; it is no part of what was signed. */
  readonly answers: readonly AnswerGiven[];
  /** The translation that was shown with the English behind it; null where the English alone was. */
  readonly shownIn: { readonly language: Pick<Language, 'code' | 'name' | 'direction'>; readonly statement: string; readonly edition: number; readonly hash: string } | null;
  readonly mayWithdraw: boolean;
  readonly fresh: boolean;
  /** A picture of the signed slip is kept, and the reader may see it. */
  readonly slip: boolean;
}

/** How a signature came, as people say it. */
export const CHANNELS = { screen: 'on screen', kiosk: 'at the visitors’ screen', class: 'with the class', paper: 'on paper', phone: 'by phone' } as const;

/** A long hash in groups of eight, so that two people can compare it. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)!.join(' ');

export function CertificatePage(props: CertificateProps) {
  const { agreement, signer, person } = props;
  const forChild = agreement.capacity === 'guardian';
  return (
    <>
      <h1>{props.fresh ? 'Signed' : 'Agreement'}</h1>
      <section class="card certificate" aria-labelledby="certificate-title">
        <p class="certificate__school">{props.schoolName}</p>
        <h2 class="certificate__title" id="certificate-title">{props.title}</h2>
        {props.shownIn && <p class="signing__statement" lang={props.shownIn.language.code} dir={props.shownIn.language.direction}>{props.shownIn.statement}</p>}
        <p class={props.shownIn ? 'soft' : 'signing__statement'} {...asWritten()}>{agreement.statement}</p>
        <TickedLines href={`/${props.slug}/policies/${agreement.policy}`} ticked={props.ticked} said={props.said} />
        <div class="sign">
          <div class="sign__line">{agreement.typedName ?? 'name erased'}{agreement.drawing && <Drawn path={agreement.drawing} />}</div>
          <Seal label={`Sealed on ${longDay(agreement.signedOn)}`} />
        </div>
        <Facts rows={[
          ['Signed by', `${signer}${props.roles ? `, ${props.roles}` : ''}`],
          ...(forChild ? [['For the child', person] as const] : []),
          ['When', longMoment(agreement.at)],
          ...proofRows(props),
          ...answerRows(props.answers),
          ['How', CHANNELS[agreement.channel]],
          ...(props.slip ? [['Paper', <a href={`/${props.slug}/agreements/seal/${agreement.id}/slip`}>Picture of the signed slip</a>] as const] : []),
          ...(props.taken ? [['Given on', longDay(props.taken.on)], ['Taken by', props.taken.by], ['Entered by', props.taken.enteredBy]] as const : []),
          ...(props.witness ? [['Witness', props.witness] as const] : []),
          ['Text', `edition ${agreement.edition}, ${agreement.whole ? 'the whole document' : `what was new (${agreement.clauses.length})`}`],
          ['Language', props.shownIn ? <ShownIn shownIn={props.shownIn} /> : <span lang={ENGLISH.code}>{ENGLISH.name}</span>],
          ['Seal of the text', <span class="mono certificate__hash">{grouped(agreement.textHash)}</span>],
          ...(props.line ? [['Logbook', `line ${props.line.seq.toLocaleString('en-GB')}`] as const] : []),
          ['Now', agreement.undone ? `Noted by mistake and undone on ${longDay(agreement.withdrawnOn!)}` : agreement.withdrawnOn ? `Taken back on ${longDay(agreement.withdrawnOn)}` : 'It stands.'],
        ]} />
        <p class={props.same ? 'soft' : ''}>{props.same ? 'The text kept here gives the same seal today: nothing in it has changed since.' : 'The text kept here does not give this seal. Tell the school office.'}</p>
      </section>
      {props.text !== null && <Details summary="Show what was signed, word for word"><div class="certificate__text" {...asWritten()}>{props.text.split('\n').map((line, at) => <p key={at}>{line}</p>)}</div></Details>}
      <div class="actions no-print">
        <ButtonLink href={`/${props.slug}/agreements/seal/${agreement.id}/pdf`} tone="quiet">Sealed certificate (PDF)</ButtonLink>
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
        <ButtonLink href={forChild ? `/${props.slug}/family` : `/${props.slug}/agreements`} tone="quiet">Back to the list</ButtonLink>
        {props.mayWithdraw && <a href={`/${props.slug}/agreements/seal/${agreement.id}/withdraw`}>Take this agreement back</a>}
      </div>
    </>
  );
}

/** Which translation was on the screen. */
const ShownIn = ({ shownIn: { language, edition, hash } }: { shownIn: NonNullable<CertificateProps['shownIn']> }) => (
  <>
    <span lang={language.code} dir={language.direction}>{language.name}</span>: a translation made for edition {edition}, with the English behind it. The English decides.{' '}
    <span class="mono certificate__hash">{grouped(hash)}</span>
  </>
);

/** A drawn signature. */
export const Drawn = ({ path }: { path: string }) => (
  <svg class="certificate__drawn" viewBox="0 0 600 180" role="img" aria-label="Drawn signature"><path d={path} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" /></svg>
);

/** Asks once more before an agreement is taken back. */
export function WithdrawPage({ slug, agreement, title, errors }: { slug: string; agreement: Agreement; title: string; errors?: Readonly<Record<string, string>> }) {
  return (
    <>
      <h1>Take back your agreement?</h1>
      <p class="lede">{title}, signed on {longDay(agreement.signedOn)}.</p>
      <Note><p>What you signed stays on record, with the day you took it back. The school asks you again, and you may sign again at any time. You can always read the rules and tell someone when something is wrong.</p></Note>
      <form method="post" action={`/${slug}/agreements/seal/${agreement.id}/withdraw`}>
        <TextArea name="reason" label="Why? (you need not say)" rows={3} error={errors?.['reason']} />
        <div class="actions"><Button tone="warn">Take it back</Button><a href={`/${slug}/agreements/seal/${agreement.id}`}>Leave it as it is</a></div>
      </form>
    </>
  );
}
