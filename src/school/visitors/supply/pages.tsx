/** Supply staff as the office sees them, and the page their own link opens. */
import { Button, ButtonLink, Choices, Chip, Details, Empty, ErrorSummary, longDay, Note, Paging, Table, TextField } from '../../../page-parts/index.ts';
import { NoCode, WifiCode, type WifiSaid } from '../kiosk/done-pages.tsx';
import { SheetView, ShortList } from '../kiosk/signing-pages.tsx';
import type { Said } from '../decisions.ts';
import type { GuestRules } from '../rules.ts';
import type { MyCode } from '../wifi/words.ts';
import type { Stint } from '../words.ts';

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;
type Errors = Readonly<Record<string, string>>;

export interface SupplyRow extends Stint {
  readonly name: string;
  readonly hostName: string | null;
  /** Whether they have signed all they must; null before their first day. */
  readonly signed: boolean | null;
  readonly hasMail: boolean;
}

export interface SupplyListProps {
  readonly slug: string;
  readonly today: string;
  readonly rows: readonly SupplyRow[];
  readonly page: number;
  readonly pages: number;
}

export function SupplyListPage({ slug, today, rows, page, pages }: SupplyListProps) {
  return (
    <>
      <div class="row row--ends"><h1>Supply staff</h1><div class="row"><ButtonLink href={`/${slug}/visitors/supply/add`}>Add a supply teacher</ButtonLink></div></div>
      <p class="lede">Today and from now on. They read and sign the rules of the day by a link of their own or on the tablet at reception, and only then are they given a code for the wifi.</p>
      {rows.length === 0 ? <Empty title="Nobody is expected"><p>Add a supply teacher for a day or some days. They can also sign in by themselves on the tablet.</p></Empty> : (
        <Table caption="Supply staff, by first day" hideCaption rows={rows} columns={[
          { head: 'Name', cell: row => <a href={`/${slug}/people/${row.person}`}>{row.name}</a> },
          { head: 'Agency', cell: row => row.agency },
          { head: 'Days', cell: row => (row.from === row.until ? longDay(row.from) : <>{longDay(row.from)} to {longDay(row.until)}</>) },
          { head: 'Classes', cell: row => row.classes },
          { head: 'Met by', cell: row => row.hostName ?? '' },
          { head: 'Rules', cell: row => <Signed signed={row.signed} /> },
          { head: 'Do', cell: row => <Does slug={slug} row={row} today={today} /> },
        ]} />
      )}
      <Paging page={page} pages={pages} href={n => `/${slug}/visitors/supply?page=${n}`} />
    </>
  );
}

function Signed({ signed }: { signed: boolean | null }) {
  if (signed === null) return <>not yet here</>;
  return signed ? <Chip tone="yes">signed</Chip> : <Chip tone="ask">still to sign</Chip>;
}

function Does({ slug, row, today }: { slug: string; row: SupplyRow; today: string }) {
  return (
    <>
      {row.signed !== true && row.hasMail && <form class="inline-form" method="post" action={`/${slug}/visitors/supply/${row.id}/link`}><button class="link-button" type="submit">Send a new link<span class="govuk-visually-hidden"> to {row.name}</span></button></form>}{' '}
      <form class="inline-form" method="post" action={`/${slug}/visitors/supply/${row.id}/end`}>
        <button class="link-button" type="submit">{row.from <= today ? 'Today is the last day' : 'Not coming'}<span class="govuk-visually-hidden">: {row.name}</span></button>
      </form>
    </>
  );
}

export function AddSupplyPage({ slug, given, errors = {}, hosts = [], again }: { slug: string; given: Given; errors?: Errors; hosts?: readonly { id: string; name: string }[]; again?: boolean }) {
  const field = (name: string) => ({ name, value: String(given[name] ?? ''), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Add a supply teacher</h1>
      {again && <Note tone="good"><p>Added. The next one?</p></Note>}
      <form method="post" action={`/${slug}/visitors/supply/add`}>
        <TextField {...field('givenName')} label="First name" width={20} maxlength={80} autocomplete="off" />
        <TextField {...field('familyName')} label="Family name" width={20} maxlength={80} autocomplete="off" />
        <TextField {...field('agency')} label="Agency" hint="Leave it empty where there is none." width={20} maxlength={120} autocomplete="off" />
        <TextField {...field('email')} label="Their own e-mail address" hint="A link to read and sign goes there, and to nobody else. Without an address they sign on the tablet." type="email" width={30} autocomplete="off" />
        <div class="row">
          <TextField {...field('from')} label="First day" type="date" width={10} />
          <TextField {...field('until')} label="Last day" type="date" width={10} />
        </div>
        <TextField {...field('classes')} label="Classes" width={20} maxlength={120} autocomplete="off" />
        {hosts.length > 0
          ? <Choices name="hostId" label="Who meets them?" error={errors['hostId']} choices={[...hosts.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: 'None of these: the school office' }]} />
          : <TextField {...field('host')} label="Who meets them?" hint="At least three letters of the name. Leave it empty if it is the school office." width={20} maxlength={80} autocomplete="off" />}
        <div class="actions"><Button>Add</Button><a href={`/${slug}/visitors/supply`}>Back to the list</a></div>
      </form>
    </>
  );
}

export interface LinkProps {
  readonly slug: string;
  readonly school: string;
  readonly name: string;
  readonly stint: Stint;
  readonly rules: GuestRules;
  readonly action: string;
  readonly dsl: string | null;
  readonly errors?: Errors;
  readonly said?: Said;
  readonly typedName?: string;
  readonly changed?: boolean;
}

/** What the link opens: the rules of the day, and one signature. */
export function LinkPage(props: LinkProps) {
  const { rules, errors = {}, stint } = props;
  const open = rules.sheets.filter(sheet => sheet.signedOn === null);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Before you teach at {props.school}</h1>
      {props.changed && <Note tone="warn" title="The rules have just changed"><p>Nothing was signed. This is the text in force now.</p></Note>}
      <p class="lede">For {props.name}, {stint.from === stint.until ? longDay(stint.from) : <>{longDay(stint.from)} to {longDay(stint.until)}</>}. It takes three minutes.</p>
      {props.dsl && <Note title="If you are worried about a child"><p>Tell the designated safeguarding lead at once: {props.dsl}.</p></Note>}
      <form method="post" action={props.action}>
        {rules.short.length > 0 && <ShortList short={rules.short} />}
        {rules.sheets.filter(sheet => sheet.signedOn !== null).map(sheet => <Note key={sheet.policy} tone="good" title={sheet.title}><p>You signed these rules on {longDay(sheet.signedOn!)}. You need not sign them again.</p></Note>)}
        {open.map(sheet => <SheetView key={sheet.policy} sheet={sheet} said={props.said} errors={errors} />)}
        <TextField name="typedName" label="Your name" hint="Typing your name is your signature." value={props.typedName} error={errors['typedName']} autocomplete="name" width={30} maxlength={120} />
        <input type="hidden" name="hash" value={rules.hash ?? ''} />
        <Button>{open.length > 0 ? 'Sign' : 'Go on'}</Button>
      </form>
    </>
  );
}

/** After signing. */
export function LinkDonePage({ school, code, wifi, from }: { school: string; code: MyCode | null; wifi: WifiSaid; from: string | null }) {
  return (
    <>
      <h1>Signed. Thank you.</h1>
      <p class="lede">You can teach at {school}. Sign in at reception when you come.</p>
      {code && <WifiCode code={code} />}
      {from !== null && <Note title="The code for the wifi"><p>You are given it at reception on your first day, {longDay(from)}.</p></Note>}
      {!code && from === null && wifi !== 'not-asked' && <NoCode wifi={wifi} />}
      <Details summary="What happens with this link"><p>It has signed once and signs no more. It shows this page for a little while.</p></Details>
    </>
  );
}

export const LinkGonePage = ({ school }: { school: string }) => (
  <>
    <h1>This link no longer works</h1>
    <p>It has been used, or its day is over. Sign in on the tablet at reception, or ask the office of {school} to send you a new one.</p>
  </>
);
