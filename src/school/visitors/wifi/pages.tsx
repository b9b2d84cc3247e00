/** The pool of wifi codes as those see it who keep it, and a guest's own code. */
import { Button, ButtonLink, Card, Chip, Choices, Details, Empty, ErrorSummary, Figure, longDay, Note, Paging, Table, Tabs, TextArea, TextField } from '../../../page-parts/index.ts';
import { NoCode, WifiCode, type WifiSaid } from '../kiosk/done-pages.tsx';
import type { MyCode, Voucher, VoucherState } from './words.ts';

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
type Errors = Readonly<Record<string, string>>;

export interface PoolProps {
  readonly slug: string;
  readonly state: VoucherState;
  readonly rows: readonly { readonly voucher: Voucher; readonly holder: string | null; /** The code itself, for those who switch it off. */ readonly code: string | null }[];
  readonly counts: Readonly<Record<VoucherState | 'toSwitchOff', number>>;
  readonly few: number;
  readonly page: number;
  readonly pages: number;
  readonly mayKeep: boolean;
}

const WHY: Readonly<Record<NonNullable<Voucher['withdrawnWhy']>, string>> = {
  'agreement-withdrawn': 'the agreement was taken back', 'visit-ended': 'the visit ended', left: 'they left the school', 'by-hand': 'withdrawn by hand', unused: 'taken out unused',
};

export function PoolPage(props: PoolProps) {
  const { slug, state, counts, rows, mayKeep } = props;
  const tab = (name: VoucherState, text: string) => ({ text, href: `/${slug}/visitors/wifi${name === 'given' ? '' : `?state=${name}`}`, current: state === name });
  return (
    <>
      <div class="row row--ends"><h1>Guest wifi</h1>{mayKeep && <ButtonLink href={`/${slug}/visitors/wifi/add`}>Add codes</ButtonLink>}</div>
      <p class="lede">A code is given to a guest after signing, once to each, and ends with the visit, with the agreement, or with its time. The wifi itself is told by you: load the codes into it, and switch off those that have ended.</p>
      {counts.free <= props.few && <Note tone="warn" title={counts.free === 0 ? 'There is no free code left' : 'Few codes are left'}><p>Guests who sign when there is none are told to ask you.</p></Note>}
      <div class="figures"><Figure value={counts.free} label="free" /><Figure value={counts.given} label="in use" /><Figure value={counts.toSwitchOff} label="ended, to switch off" {...(counts.toSwitchOff > 0 ? { tone: 'warn' as const } : {})} /></div>
      <p class="no-print"><a href={`/${slug}/visitors/wifi.csv?state=${state}`}>Download as a spreadsheet (CSV)</a>{mayKeep && counts.free > 0 && <> · <a href={`/${slug}/visitors/wifi/codes.csv`}>The free codes themselves, to load into the wifi (CSV)</a></>}</p>
      <Tabs label="Which codes" items={[tab('given', `In use (${counts.given})`), tab('free', `Free (${counts.free})`), tab('ended', `Ended (${counts.ended})`)]} />
      {rows.length === 0 ? <Empty title="No code here"><p>{mayKeep ? 'Add codes, or choose another list.' : 'The network manager adds codes.'}</p></Empty> : <Codes {...props} />}
      <Paging page={props.page} pages={props.pages} href={n => `/${slug}/visitors/wifi?state=${state}&page=${n}`} />
    </>
  );
}

function Codes({ slug, state, rows, mayKeep }: PoolProps) {
  return (
    <Table caption="Codes, the last given first" hideCaption rows={rows} columns={[
      { head: 'Code', cell: ({ voucher, code }) => <span class="mono">{code ?? shortOf(voucher)}</span> },
      { head: 'Wifi', cell: ({ voucher }) => voucher.network },
      { head: 'Held by', cell: ({ voucher, holder }) => (voucher.issuedAt ? holder ?? 'somebody who has been erased' : 'nobody yet') },
      { head: 'Given', cell: ({ voucher }) => (voucher.issuedOn ? longDay(voucher.issuedOn) : '') },
      { head: 'Good until', cell: ({ voucher }) => <Until voucher={voucher} /> },
      { head: 'Do', cell: ({ voucher }) => (mayKeep ? <Do slug={slug} voucher={voucher} state={state} /> : '') },
    ]} />
  );
}

/** A code is named by the end of its own number: the code itself stays closed. */
export const shortOf = (voucher: Pick<Voucher, 'id'>): string => `no. ${voucher.id.slice(-6)}`;

function Until({ voucher }: { voucher: Voucher }) {
  if (voucher.withdrawnWhy) return <>ended: {WHY[voucher.withdrawnWhy]}</>;
  if (voucher.endsOn) return <>{longDay(voucher.endsOn)}</>;
  return voucher.lastDay ? <>{longDay(voucher.lastDay)}</> : <>{voucher.validDays} days once given</>;
}

function Do({ slug, voucher, state }: { slug: string; voucher: Voucher; state: VoucherState }) {
  if (state === 'ended' && !voucher.issuedAt) return null;
  if (state === 'ended' && voucher.switchedOffAt) return <Chip>switched off, as reported</Chip>;
  const [path, words] = state === 'ended' ? ['switched-off', 'It is switched off in the wifi'] : ['withdraw', state === 'free' ? 'Take it out' : 'Withdraw'];
  return <form class="inline-form" method="post" action={`/${slug}/visitors/wifi/${voucher.id}/${path}`}><button class="link-button" type="submit">{words}<span class="govuk-visually-hidden">, {shortOf(voucher)}</span></button></form>;
}

export function AddCodesPage({ slug, given, errors = {} }: { slug: string; given: Given; errors?: Errors }) {
  const field = (name: string) => ({ name, value: String(given[name] ?? ''), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Add codes for the guest wifi</h1>
      <form method="post" action={`/${slug}/visitors/wifi/add`} enctype="multipart/form-data">
        <TextField {...field('network')} label="Name of the wifi" hint="As people see it when they choose one." width={20} maxlength={60} autocomplete="off" />
        <TextField {...field('validDays')} label="How many days is a code good for, once given?" width={5} inputmode="numeric" />
        <TextField {...field('lastDay')} label="Last day of all these codes" hint="Leave it empty where they have none." type="date" width={10} />
        <Choices name="how" label="Where do the codes come from?" error={errors['how']} chosen={[String(given['how'] ?? '')]} choices={[
          { value: 'paste', text: 'I paste them', hint: 'From the list that the wifi’s controller gives out.' },
          { value: 'file', text: 'I have them in a file', hint: 'A CSV or text file with the codes in its first column.' },
          { value: 'make', text: 'Make them here', hint: 'Then download them and load them into the wifi’s controller.' },
        ]} />
        <TextArea {...field('codes')} label="Codes to paste" hint="One a line, at most 500." rows={6} mono spellcheck={false} />
        <div class={`govuk-form-group${errors['file'] ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="file">File of codes</label>
          {errors['file'] && <p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> {errors['file']}</p>}
          <input type="file" id="file" name="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby={errors['file'] ? 'file-error' : undefined} />
        </div>
        <TextField {...field('count')} label="How many to make" width={5} inputmode="numeric" />
        <div class="actions"><Button>Add the codes</Button><a href={`/${slug}/visitors/wifi`}>Back</a></div>
      </form>
      <Details summary="How codes are kept"><p>Each is closed under a key that lies apart from the database. It is shown to whoever it is given to. Those who keep the wifi see it while it is free, to load it, and when it has ended, to switch it off.</p></Details>
    </>
  );
}

export interface MineProps {
  readonly slug: string;
  readonly code: MyCode | null;
  readonly standing: 'signed' | 'sign-first' | 'no-rules';
  readonly said: WifiSaid;
}

/** A guest's own code: after signing, one press. */
export function MyWifiPage({ slug, code, standing, said }: MineProps) {
  return (
    <>
      <h1>Guest wifi</h1>
      {code && <WifiCode code={code} />}
      {!code && standing === 'signed' && <form method="post" action={`/${slug}/wifi`}><p>You have signed the rules. A code is yours alone: do not pass it on.</p><Button>Give me my code</Button></form>}
      {!code && standing === 'sign-first' && <Note title="Sign first, then the code"><p>Read and sign the rules. Then come back here.</p><ButtonLink href={`/${slug}/agreements`}>What I have to sign</ButtonLink></Note>}
      {!code && standing === 'no-rules' && <NoCode wifi="no-rules" />}
      {!code && said === 'none-left' && <NoCode wifi="none-left" />}
    </>
  );
}

/** On the start page of somebody who may have a code. */
export const WifiCard = ({ slug, hasCode, signed }: { slug: string; hasCode: boolean; signed: boolean }) => (
  <Card title="Guest wifi" tone={hasCode ? 'yes' : 'ask'}>
    <p>{hasCode ? 'You have a code.' : signed ? 'You have signed: your code is waiting.' : 'Sign the rules first. Then you are given a code.'}</p>
    <ButtonLink href={`/${slug}/wifi`} tone="quiet">{hasCode ? 'Show my code' : 'Guest wifi'}</ButtonLink>
  </Card>
);
