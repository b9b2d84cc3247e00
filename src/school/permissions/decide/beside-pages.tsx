/** What stands beside a request, as lines: clashes, who else has to agree, what was asked before, what is held now. */
import { Chip, counted, longDay } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import { Says } from '../ask/mine-pages.tsx';
import { PERMISSION_TONES, PERMISSION_WORDS, REQUEST_TONES, REQUEST_WORDS } from '../phrases.ts';
import { TurnWords } from '../register/pages.tsx';
import type { Earlier, HeldNow } from './beside.ts';
import type { DecideRow } from './reads.ts';

/** `under` is the heading that this stands below. */
export const BesideLines = ({ row, base, under }: { row: DecideRow; base: string; under: 'h1' | 'h2' }) => (
  <>
    <Clashes row={row} />
    {row.earlier.length > 0 && <><Head under={under}>Asked before</Head><ul class="stack">{row.earlier.map(one => <li key={one.id}><EarlierLine one={one} /></li>)}</ul></>}
    {row.held.length > 0 && <><Head under={under}>Permissions they hold</Head><ul>{row.held.map(one => <li key={one.id}><HeldLine one={one} base={base} /></li>)}</ul></>}
  </>
);

/** A heading one below. */
export const Head = ({ under, children }: { under: 'h1' | 'h2'; children: string }) => (under === 'h1' ? <h2>{children}</h2> : <h3>{children}</h3>);

const Clashes = ({ row }: { row: DecideRow }) => (
  <ul>
    {row.now === 'no' && <li><strong>The rules forbid it by now, whoever says yes.</strong> {row.nowQuoted.map(one => <a key={one.href} href={one.href}>{one.cite}</a>)}</li>}
    {row.now === 'free' && <li>The rules allow it by now without a permission.</li>}
    {row.now === 'unclear' && <li>The rules have changed since: they would ask for more before this is sent.</li>}
    {row.now === 'silent' && <li>The rules no longer speak of this.</li>}
    {row.live.slice(0, 3).map((one, at) => <li key={at}>A permission for this counts already, to {longDay(one.until)}.</li>)}
    {row.others.map((others, at) => <li key={at}>{others === '' ? <>Your yes is not enough, and nobody holds the other office just now.</> : <>Your yes is not enough: it also needs one from {others}.</>}</li>)}
    {row.others.length > 0 && row.both.map(name => <li key={name}>The rule wants two people, and {name} holds two of these offices.</li>)}
    {row.history.granted + row.history.refused === 0 && <li>The first request of this kind for this person.</li>}
    {row.history.granted > 0 && <li>{counted(row.history.granted, 'earlier request was granted', 'earlier requests were granted')}.</li>}
    {row.history.refused > 0 && <li>{counted(row.history.refused, 'earlier request was refused', 'earlier requests were refused')}.</li>}
  </ul>
);

/** When it was asked, how it stands, who decided in which words, and what ended it. */
function EarlierLine({ one }: { one: Earlier }) {
  const { said, permission, end } = one;
  return (
    <>
      {longDay(one.on)} {permission ? <Chip tone={PERMISSION_TONES[permission]}>{PERMISSION_WORDS[permission]}</Chip> : <Chip tone={REQUEST_TONES[one.state]}>{REQUEST_WORDS[one.state]}</Chip>}
      {said && <> <Says one={said} /> <Quoted words={said.words} /> <Quoted words={said.conditions} /></>}
      {end ? <> {longDay(end.on)}: <TurnWords turn={end.turn} name={end.name} /> <Quoted words={end.reason} /></> : permission && permission !== 'expired' && <> It lasts up to {longDay(one.lastDay)}.</>}
    </>
  );
}

const Quoted = ({ words }: { words: string }) => (words === '' ? null : <span {...asWritten()}>“{words}”</span>);

const HeldLine = ({ one, base }: { one: HeldNow; base: string }) => (
  <><a href={`${base}/permissions/${one.id}`}>{one.what}</a>{one.covers && <> ({one.covers})</>} <Chip tone={PERMISSION_TONES[one.state]}>{PERMISSION_WORDS[one.state]}</Chip> <span>It lasts up to {longDay(one.lastDay)}.</span></>
);
