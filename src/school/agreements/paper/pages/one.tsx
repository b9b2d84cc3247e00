/** One page that came back: its picture, what was read, why it waits, and what can be done with it. */
import { Button, Card, Chip, Choices, Details, ErrorSummary, Facts, longMoment, TextField } from '../../../../page-parts/index.ts';
import type { Capacity } from '../../words.ts';
import { shownCode } from '../codes.ts';
import type { Mark, PilePage, Slip } from '../words.ts';
import { answerWords, Reasons, STATES } from './words.tsx';

export interface OneProps {
  readonly slug: string;
  readonly page: PilePage;
  readonly slip: Slip | null;
  readonly name: string | null;
  readonly form: string;
  readonly open: readonly Capacity[];
  readonly editionNow: number | null;
  /** Who may sign for the child. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  readonly signer: string | null;
  /** A parent signed, and the slip does not say which. */
  readonly askWho: boolean;
  readonly settledBy: string | null;
  readonly picture: boolean;
}

interface Again {
  readonly errors?: Readonly<Record<string, string>>;
  readonly search?: string;
  readonly found?: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

export function OnePage(props: OneProps & Again) {
  const { slug, page, slip, name, errors = {} } = props;
  const here = `/${slug}/agreements/paper/pages/${page.id}`;
  const waits = page.state === 'look' || page.state === 'clear';
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{name ?? 'A slip without a name'}</h1>
      <p class="lede">{slip ? slip.content.title : 'Nobody has been found for this page yet.'}</p>
      {page.reasons.length > 0 && waits && <Card title="Why it waits" tone="ask"><Reasons reasons={page.reasons} /></Card>}
      {!waits && <p><Chip tone={page.state === 'taken' ? 'yes' : 'plain'}>{STATES[page.state].title}</Chip>{props.settledBy && page.settledAt && ` by ${props.settledBy}, ${longMoment(page.settledAt)}`}</p>}
      {props.picture ? (
        <a href={`${here}/whole`}><img class="paper-picture paper-picture--large" src={`${here}/part`} alt="Picture of what was written. It leads to the whole page." width="840" height="500" /></a>
      ) : <p class="soft">The picture of this page is not kept any more.</p>}
      {slip && <WhatWasRead {...props} />}
      {page.state === 'look' && slip && <TakeForm {...props} here={here} />}
      {page.state === 'look' && <Whose {...props} here={here} />}
      {waits && (
        <div class="actions no-print">
          {slip && <form method="post" action={`${here}/put`}><input type="hidden" name="how" value="given-back" /><Button tone="quiet">Given back to be signed</Button></form>}
          <form method="post" action={`${here}/put`}><input type="hidden" name="how" value="aside" /><Button tone="quiet">Put aside: it does not count</Button></form>
          {slip && page.state === 'look' && props.open.length > 0 && <form method="post" action={`${here}/put`}><input type="hidden" name="how" value="said-no" /><Button tone="quiet">They say no</Button></form>}
        </div>
      )}
      {!waits && <form class="no-print" method="post" action={`${here}/undo`}><Button tone="quiet">Undo: look at it again</Button></form>}
      {page.made.length > 0 && page.state === 'taken' && <ul>{page.made.map((id, at) => <li key={id}><a href={`/${slug}/agreements/seal/${id}`}>Certificate {at + 1}</a></li>)}</ul>}
    </>
  );
}

const MARKS: Readonly<Record<Mark, { readonly title: string }>> = { empty: { title: 'empty' }, marked: { title: 'ticked' }, crossed: { title: 'crossed' }, unsure: { title: 'not clear' } };
const SIGNED: Readonly<Record<Mark, { readonly title: string }>> = { empty: { title: 'none' }, marked: { title: 'there' }, crossed: { title: 'there' }, unsure: { title: 'not clear' } };

function WhatWasRead({ page, slip, form, signer, editionNow }: OneProps) {
  const parts = page.read.flatMap(part => {
    const printed = slip!.content.parts.find(one => one.capacity === part.capacity);
    if (!printed) return [];
    const whose = part.capacity === 'self' ? 'own' : 'parent’s';
    return [
      [`Signature, ${whose}`, SIGNED[part.signature].title] as const,
      ...(part.capacity === 'guardian' && signer ? [['Signed by', signer] as const] : []),
      ...printed.accepts.map((one, at) => [one.words, MARKS[part.accepts[at] ?? 'unsure'].title] as const),
      ...printed.asks.map((one, at) => [one.words, answerWords(part.answers[at] ?? 'none')] as const),
    ];
  });
  return (
    <>
      <h2>What was read</h2>
      <Facts rows={[
        ...(form ? [['Form', form] as const] : []),
        ['Code', <span class="mono">{shownCode(slip!.code)}</span>],
        ['Text', editionNow !== null && editionNow !== slip!.edition ? `edition ${slip!.edition}; in force is edition ${editionNow}` : `edition ${slip!.edition}`],
        ...parts,
      ]} />
    </>
  );
}

/** Takes it in, with a tick that somebody has looked, and the parent's name where the slip does not say it. */
function TakeForm({ here, parents, askWho, page, open, errors = {} }: OneProps & Again & { here: string }) {
  if (open.length === 0 || page.reasons.includes('nobody-may-sign') || page.reasons.includes('not-yet')) return null;
  return (
    <form class="no-print" method="post" action={`${here}/take`}>
      {(askWho || page.reasons.includes('who-signed') || (page.reasons.includes('no-code') && parents.length > 1)) && <Choices name="signer" label="Who signed for the child?" error={errors['signer']} choices={parents.map(parent => ({ value: parent.id, text: parent.name }))} />}
      <Choices name="seen" many label="Before you take it in" error={errors['seen']} choices={[{ value: 'yes', text: 'I have looked at the slip, and it is signed' }]} />
      <Button>Take it in</Button>
    </form>
  );
}

/** Whose slip it is, where the code could not be read or was wrong. */
function Whose({ here, slip, errors = {}, search, found }: OneProps & Again & { here: string }) {
  return (
    <Details summary={slip ? 'It is somebody else’s slip' : 'Say whose slip it is'} open={!slip || found !== undefined || errors['code'] !== undefined || errors['search'] !== undefined}>
      <form method="post" action={`${here}/whose`}>
        <TextField name="code" label="Short code on the slip" hint="Nine letters and digits, such as 7K3-F9Q-WDM" error={errors['code']} width={10} autocomplete="off" spellcheck={false} maxlength={20} />
        <Button tone="quiet">Use this code</Button>
      </form>
      <form method="post" action={`${here}/find`}>
        <TextField name="search" label="Or the person’s name" value={search} error={errors['search']} type="search" width={20} maxlength={80} autocomplete="off" />
        <Button tone="quiet">Find</Button>
      </form>
      {found && (found.length === 0 ? <p>Nobody of that name has still to sign.</p> : (
        <form method="post" action={`${here}/whose`}>
          <Choices name="ask" label="Whose slip is it?" choices={found.map(one => ({ value: one.id, text: one.name, hint: one.about }))} />
          <Button tone="quiet">It is this one</Button>
        </form>
      ))}
    </Details>
  );
}
