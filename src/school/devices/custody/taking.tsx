/** Taking something into custody: whose it is, what the rules say, whether a permission covers it, and when it goes back. */
import { goTo, NOT_FOUND, page, type Asked, type Body, type Reply } from '../../../platform/web/index.ts';
import { askFeature } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { groupWords } from '../../policies/index.ts';
import { phaseOf, weighTaking } from './decisions.ts';
import { takeIntoCustody, type Doing } from './deeds.ts';
import type { TakeGiven } from './forms.ts';
import { NothingToTakePage, TakePage, type TakeView } from './pages/take.tsx';
import { awaitedFor, backOn, heldAlready, listPlaces, oneAtATime, permitted, pupilOf, pupilsNamed, quoted, rulesView, settingsToday, whoOf, type Ask, type AwaitedRow, type Found } from './reads.ts';
import type { Weighed } from './words.ts';

type Errors = Readonly<Record<string, string>>;
type More = Partial<Pick<TakeView, 'raw' | 'errors' | 'matches' | 'permitted' | 'already' | 'missing' | 'refused'>>;

const MOST_MATCHES = 10;
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/devices/custody`;
const askOf = (asked: Asked<unknown>, { vocabulary }: Shared): Ask => ({ school: asked.school, vocabulary, today: asked.today, now: asked.now, reader: asked.reader });

/** The form; where the rules let this reader take nothing, what they say instead. */
export async function showTake(asked: Asked<unknown>, shared: Shared, more: More): Promise<Reply> {
  const ask = askOf(asked, shared);
  const raw = more.raw ?? {};
  const wanted = asked.query['awaited'] ?? (typeof raw['awaited'] === 'string' ? raw['awaited'] : '');
  const { rules, places, awaited, limit } = await asked.read(async tx => {
    const rules = await rulesView(tx, ask);
    const back = await backOn(tx, ask, { rulebook: rules.rulebook, settings: await settingsToday(tx, ask.today), decided: null });
    return { rules, places: await listPlaces(tx), awaited: (await awaitedFor(tx, ask)).find(one => one.id === wanted) ?? null, limit: back.limit === null ? null : quoted(rules.rulebook, [back.limit.clause])[0]! };
  });
  const base = baseOf(asked);
  const trail = [['Devices taken into custody', base]] as const;
  if (wanted !== '' && awaited === null) return NOT_FOUND;
  if (rules.kinds.length === 0) return page('Take a device into custody', <NothingToTakePage rules={rules} base={base} />, { trail });
  const view: TakeView = {
    action: `${base}/new`, school: `/${asked.school.slug}`, rules, vocabulary: shared.vocabulary, places: places.filter(place => place.closedOn === null), awaited, limit,
    matches: [], permitted: [], already: [], missing: [], refused: null, errors: {}, ...more, raw,
  };
  const stopped = Object.keys(view.errors).length > 0 || view.missing.length > 0 || view.permitted.length > 0 || view.refused !== null;
  return page('Take a device into custody', <TakePage {...view} />, { status: stopped ? 422 : 200, trail, headers: { 'cache-control': 'no-store' } });
}

const rawOf = ({ facts, another, ...form }: TakeGiven): Body => ({
  ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value ?? ''])), another: another ? 'yes' : '', ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`fact.${fact}`, value])),
});

/** Looks at everything that could stand against it, in order; only then is something written down. */
export async function doTake(asked: Asked<TakeGiven>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const [ask, { vocabulary }] = [askOf(asked, shared), shared];
  const again = (more: More) => showTake(asked, shared, { raw: rawOf(form), ...more });
  const awaited = form.awaited === null ? null : (await asked.read(tx => awaitedFor(tx, ask))).find(one => one.id === form.awaited);
  if (awaited === undefined) return NOT_FOUND;
  const whose = await whoseIs(asked, ask, awaited);
  if ('more' in whose) return again(whose.more);
  const chosen: TakeGiven = { ...form, pupil: whose.found.person.id };
  const anew = (more: More) => showTake(asked, shared, { raw: rawOf(chosen), matches: awaited ? [] : [choiceOf(whose.found)], ...more });
  if (!vocabulary.facts.get('place')?.values.has(form.place)) return anew({ errors: { place: 'Choose where it was' } });
  const rules = await asked.read(tx => rulesView(tx, ask));
  if (!rules.kinds.includes(form.kind)) return anew({ errors: { kind: 'Choose what it is' } });
  const weighed = await weigh(asked, ask, whose.found, { shared });
  if (weighed.kind !== 'yes') return anew(standsAgainst(weighed, { shared, rules }));
  const { covers, already } = await asked.read(async tx => ({
    covers: await permitted(tx, ask, { pupil: whose.found.person.id, kind: form.kind, place: form.place }),
    already: await heldAlready(tx, { pupil: whose.found.person.id, kind: form.kind, today: asked.today }),
  }));
  const errors: Errors = { ...(covers.length > 0 && form.despite.length < 3 ? { despite: 'Say why it is taken although there is permission' } : {}), ...(already.length > 0 && !form.another ? { another: 'Tick it if this is another one' } : {}) };
  if (Object.keys(errors).length > 0) return anew({ permitted: covers, already, errors });
  return write(asked, ask, { pupil: whose.found, awaited, clause: weighed.because[0], despite: covers.length > 0 ? form.despite : '', already: already.length });
}

const choiceOf = ({ person, name, class: room }: Found) => ({ value: person.id, text: room === '' ? name : `${name}, ${room}` });

/** The pupil: as decided, as chosen, or the one of exactly this name. Where several could be meant, somebody chooses. */
async function whoseIs(asked: Asked<TakeGiven>, ask: Ask, awaited: AwaitedRow | null): Promise<{ readonly found: Found } | { readonly more: More }> {
  const { pupil, whose } = asked.form;
  const known = awaited?.person ?? pupil;
  if (known !== null) {
    const found = await asked.read(tx => pupilOf(tx, ask, known));
    return found ? { found } : { more: { errors: { whose: 'No pupil of this name is here' } } };
  }
  const found = await asked.read(tx => pupilsNamed(tx, ask, whose));
  const exact = found.filter(one => one.name.toLowerCase() === whose.toLowerCase());
  if (exact.length === 1 && found.length === 1) return { found: exact[0]! };
  if (found.length === 0) return { more: { errors: { whose: 'No pupil of this name is here' } } };
  if (found.length > MOST_MATCHES) return { more: { errors: { whose: 'Many pupils have this in their name. Write more of it' } } };
  return { more: { matches: found.map(choiceOf), errors: { pupil: 'Choose whose it is' } } };
}

async function weigh(asked: Asked<TakeGiven>, ask: Ask, pupil: Found, { shared: { vocabulary } }: { shared: Shared }): Promise<Weighed> {
  const { form, reader } = asked;
  const known = (fact: string, value: string): boolean => (vocabulary.facts.get(fact)?.type === 'yes/no' ? ['yes', 'no'].includes(value) : vocabulary.facts.get(fact)?.values.has(value) === true);
  const facts = Object.fromEntries(Object.entries(form.facts).filter(([fact, value]) => known(fact, value) && fact !== 'device-kind' && fact !== 'place'));
  return asked.read(async tx => weighTaking((await rulesView(tx, ask)).rulebook, {
    who: whoOf(reader), kind: form.kind, place: form.place, phase: phaseOf(pupil.person.place, vocabulary), facts, permissions: await askFeature('livePermissions', tx, reader.person!, asked.now), on: asked.today,
  }));
}

/** What the page says where the rules do not simply let it happen. */
function standsAgainst(weighed: Exclude<Weighed, { kind: 'yes' }>, { shared: { vocabulary }, rules }: { readonly shared: Shared; readonly rules: TakeView['rules'] }): More {
  if (weighed.kind === 'unclear') return { missing: weighed.missing.slice(0, 3).map(fact => missingFact(fact, vocabulary)) };
  if (weighed.kind === 'silent') return { refused: { clauses: rules.take, who: '' } };
  return { refused: { clauses: quoted(rules.rulebook, weighed.because), who: weighed.kind === 'ask' ? groupWords(weighed.offices, vocabulary) : '' } };
}

function missingFact(fact: string, vocabulary: Shared['vocabulary']): TakeView['missing'][number] {
  const known = vocabulary.facts.get(fact);
  const choices = known?.type === 'yes/no' ? [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] : [...(known?.values.values() ?? [])].map(value => ({ value: value.value, text: value.plain }));
  return { fact, question: known?.question || known?.meaning || fact, choices };
}

async function write(asked: Asked<TakeGiven>, ask: Ask, of: { readonly pupil: Found; readonly awaited: AwaitedRow | null; readonly clause: string; readonly despite: string; readonly already: number }): Promise<Reply> {
  const { form } = asked;
  const doing: Doing = { school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today };
  const taken = await asked.change(async tx => {
    // Why looked at again: a form that was sent twice, or two people with one phone, write one entry.
    await oneAtATime(tx, asked.school.id);
    if ((await heldAlready(tx, { pupil: of.pupil.person.id, kind: form.kind, today: asked.today })).length !== of.already) return null;
    const settings = await settingsToday(tx, asked.today);
    const { day } = await backOn(tx, ask, { rulebook: (await rulesView(tx, ask)).rulebook, settings, decided: of.awaited?.until ?? null });
    const keptIn = (await listPlaces(tx)).find(place => place.id === form.keptIn && place.closedOn === null)?.id ?? null;
    return takeIntoCustody(tx, doing, {
      person: of.pupil.person.id, kind: form.kind, place: form.place, clause: of.clause, toWhom: settings.to, dueOn: day, keptIn, awaited: of.awaited?.id ?? null,
      words: { why: form.why, marks: form.marks, condition: form.condition, off: form.off, despite: of.despite },
    });
  });
  if (taken === null) return goTo(baseOf(asked), 'It was written down already, or is not to be taken any more.');
  const { id, label } = taken;
  return goTo(`${baseOf(asked)}/${id}`, `Taken into custody. Put a label with the number ${label} on it.`);
}
