/** What a case looks like: what to do next, and everything that is being done. */
import { Button, ButtonLink, Card, Chip, Details, longDay, Note } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { cite, clauseHref, officeWords } from '../../policies/index.ts';
import { mayClose, named } from './decisions.ts';
import { ADD_SORTS, type AddSort } from './forms.ts';
import { addressOf, ADD_TITLE, CHECK, DID, GOES_ON, ItemWords, PART, RESULT } from './phrases.tsx';
import type { CaseView } from './reads.ts';
import type { Part, PostResult, Step } from './words.ts';

export interface Drawn { readonly view: CaseView; readonly vocabulary: Vocabulary; readonly here: string; readonly today: string }

const said = (step: Step, name: string): string => { const value = step.words[name]; return typeof value === 'string' ? value : ''; };
const day = (step: Step, name: string): string => longDay(said(step, name));

/** What the rules ask for before it is closed, and the way to each. */
export function NextPanel({ view, vocabulary, here }: Drawn) {
  const { items, steps, rulebook, opened, works } = view;
  const people = { here, nobodyHarmed: named(steps, 'harmed').length === 0, nobodyDidIt: named(steps, 'harmed-others').length === 0, passed: steps.find(step => step.sort === 'pass' && step.state === 'open')?.id ?? null, clocks: view.clocks.filter(clock => clock.state === 'running') };
  const owner = steps.filter(step => step.sort === 'claim').at(-1)?.owner ?? null;
  return (
    <Card title="What to do next">
      <p>{owner === null ? <>Nobody has taken it on yet.</> : <>{view.names.get(owner) ?? 'Somebody who is forgotten'} has taken it on.</>}</p>
      {view.facts['content']?.includes('illegal') && <Note title="It may be against the law" tone="warn"><p>Keep what there is as it is. Do not look again, copy, send or delete. Tell the police, and leave the device to them.</p></Note>}
      {view.documents.map(one => <p key={one.words}>It is dealt with under {one.href === null ? <strong>{one.words}</strong> : <a href={one.href}>{one.words}</a>}. {one.href === null && <>Nobody has said yet where that document stands.</>} {one.clauses.map(id => <span key={id}><a class="checklist__clause" href={clauseHref(id)}>{cite(rulebook, id)}</a> </span>)}</p>)}
      <ul class="checklist">{items.map(item => {
        const href = works && !item.done ? addressOf(item, people) : null;
        const words = <ItemWords item={item} vocabulary={vocabulary} clauseText={item.clauses[0] ? rulebook.clauses.get(item.clauses[0])?.text ?? '' : ''} />;
        return (
          <li key={item.name}>
            <Chip tone={item.done ? 'yes' : 'ask'}>{item.done ? 'there' : 'missing'}</Chip> {href === null ? words : <a href={href}>{words}</a>}
            {item.missing.length > 0 && <>. Missing for: {item.missing.join(', ')}</>}
            {item.clauses.map(id => <span key={id}> <a class="checklist__clause" href={clauseHref(id)}>{cite(rulebook, id)}</a></span>)}
          </li>
        );
      })}</ul>
      {works && <div class="actions no-print">
        {(owner === null || owner !== view.me) && <form method="post" action={`${here}/claim`}><Button tone={owner === null ? 'main' : 'quiet'}>I take this</Button></form>}
        <ButtonLink href={`${here}/triage`} tone={owner !== null && opened.concern.severity === null ? 'main' : 'quiet'}>Say what it is and how serious</ButtonLink>
        <ButtonLink href={`${here}/close`} tone={mayClose(items) ? 'main' : 'quiet'}>Close it</ButtonLink>
      </div>}
      {opened.concern.state === 'closed' && <p class="actions no-print"><ButtonLink href={`${here}/reopen`} tone="quiet">Open it again</ButtonLink></p>}
    </Card>
  );
}

/** Everything that is being done, sort by sort, and the ways to write down more. */
export function WorkPanel({ view, vocabulary, here, today, links = true }: Drawn & { /** Without them on paper. */ readonly links?: boolean }) {
  const { steps, works } = view;
  const of = (sort: Step['sort']) => steps.filter(step => step.sort === sort);
  const list = (title: string, sort: Step['sort'], line: (step: Step) => unknown) => of(sort).length > 0 && (
    <><h3>{title}</h3><ul>{of(sort).map(step => <li key={step.id}><StepLine view={view} step={step} here={here} today={today}>{line(step) as never}</StepLine></li>)}</ul></>
  );
  const personOf = (id: string): string => { const person = steps.find(step => step.id === id); return person ? said(person, 'name') : ''; };
  return (
    <Card title="What is being done">
      {list('Who is in it', 'person', step => <>{PART[said(step, 'part') as Part]}: {said(step, 'name')}. {said(step, 'note')}</>)}
      {list('Things to do', 'action', step => <><strong>{said(step, 'what')}</strong> By {longDay(step.due ?? '')}: {step.owner === null ? said(step, 'ownerName') : view.names.get(step.owner) ?? 'somebody who is forgotten'}. {said(step, 'outcome')}</>)}
      {list('Support', 'support', step => <>{personOf(said(step, 'for'))}: {said(step, 'plan')} Looked after by {said(step, 'adult')}. {step.due && <>Look again on {longDay(step.due)}.</>} {said(step, 'outcome')}</>)}
      {list('Talks', 'talk', step => <>{day(step, 'on')}: {said(step, 'speaker')} spoke to {[step.words['with'] ?? []].flat().map(personOf).join(', ')}. {said(step, 'words')}</>)}
      {list('Amends', 'amends', step => <>{personOf(said(step, 'who'))}, agreed with {said(step, 'adult')} on {day(step, 'on')}: {said(step, 'amends')} {said(step, 'understood') && <>Understood on {day(step, 'understoodOn')}: {said(step, 'understood')}</>}</>)}
      {list('Harmful posts', 'post', step => <><strong>{said(step, 'what')}</strong> {RESULT[said(step, 'result') as PostResult]}. Asked on {day(step, 'asked')}. {said(step, 'resultOn') && <>Last news on {day(step, 'resultOn')}. {said(step, 'note')}</>}</>)}
      {list('Service providers', 'provider', step => <>{said(step, 'provider')}, asked on {day(step, 'asked')}: {said(step, 'request')} {said(step, 'answer') && <>Answer of {day(step, 'answeredOn')}: {said(step, 'answer')}</>}</>)}
      {list('Police, social care and other agencies', 'referral', step => <>{said(step, 'referred') === 'yes' ? <>Brought in: {officeWords(said(step, 'to'), vocabulary)}.</> : <>Not brought in: {officeWords(said(step, 'to'), vocabulary)}.</>} Decided by {said(step, 'decider')} on {day(step, 'on')}. {said(step, 'reference') && <>Reference: {said(step, 'reference')}.</>} {said(step, 'reasons')}</>)}
      {list('Who was told', 'told', step => <>{said(step, 'whom')}, on {day(step, 'on')}. {said(step, 'words')}</>)}
      {list('What was seen to', 'check', step => <>{CHECK[said(step, 'check')] ?? 'A duty of the school'}. {DID[said(step, 'did') as keyof typeof DID]} ({day(step, 'on')}). {said(step, 'words')}</>)}
      {list('Passed on', 'pass', step => <>To {officeWords(said(step, 'to'), vocabulary)}: {said(step, 'note')} {said(step, 'decision') && <>Decision of {said(step, 'decider')}: {said(step, 'decision')} Reasons: {said(step, 'reasons')}</>}</>)}
      {list('Telling the people concerned', 'high-risk', step => <>{said(step, 'high') === 'yes' ? <>The risk to people is high. They were told on {day(step, 'told')}: {said(step, 'how')}</> : <>The risk to people is not high.</>} {said(step, 'reasons')}</>)}
      {view.links.length > 0 && <><h3>Belongs together with</h3><ul>{view.links.map(link => <li key={link.concern}><a href={here.replace(/[^/]+$/, link.concern)}>{link.code}</a>: {link.reasons}</li>)}</ul></>}
      {works && <Details summary="Write something down"><ul>
        {ADD_SORTS.filter(sort => shown(sort, view)).map(sort => <li key={sort}><a href={`${here}/add/${sort}`}>{ADD_TITLE[sort]}</a></li>)}
        {view.facts['trigger']?.includes('bullying-allegation') && <li><a href={`${here}/add/check?check=nobody-found`}>Nobody was found who did it</a></li>}
        <li><a href={`${here}/links`}>Link it to another concern</a></li>
      </ul></Details>}
      {links && <p class="no-print"><a href={`${here}/summary`}>A summary to print</a></p>}
    </Card>
  );
}

/** What can be written down from the list: checks come from what is missing, and a pass where the rules know one. */
const shown = (sort: AddSort, view: CaseView): boolean => sort !== 'check' && (sort !== 'pass' || view.passes !== null) && (sort !== 'high-risk' || view.clocks.some(clock => clock.clock === 'breach'))
  && (!['support'].includes(sort) || named(view.steps, 'harmed').length > 0) && (!['talk', 'amends'].includes(sort) || named(view.steps, 'harmed-others').length > 0);

/** By what a step is told from the others in its list, for whoever hears the links alone. */
const saidOf = (step: Step): string => ['what', 'name', 'plan', 'amends', 'provider', 'words', 'whom', 'note', 'reasons'].map(name => said(step, name)).find(Boolean) ?? '';

function StepLine({ view, step, here, today, children }: { view: CaseView; step: Step; here: string; today: string; children: never }) {
  if (step.state === 'mistaken') return <><Chip>a mistake</Chip> <s>{children}</s> {said(step, 'mistake')}</>;
  return (
    <>
      {children} {step.state === 'open' && <Chip tone={step.due !== null && step.due < today ? 'no' : 'ask'}>{step.due !== null && step.due < today ? 'overdue' : 'open'}</Chip>}
      {view.works && <span class="no-print"> {step.state === 'open' && GOES_ON[step.sort] && <a href={`${here}/steps/${step.id}`}>{GOES_ON[step.sort]}<span class="govuk-visually-hidden">: {saidOf(step)}</span></a>} <a href={`${here}/steps/${step.id}/mistake`}>This is a mistake<span class="govuk-visually-hidden">: {saidOf(step)}</span></a></span>}
    </>
  );
}

