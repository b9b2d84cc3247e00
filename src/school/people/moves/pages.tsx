/** What changes about somebody and from when; the school's year groups. */
import { Button, ButtonLink, Chip, Choices, Details, Empty, ErrorSummary, Facts, longDay, Note, Select, TextField } from '../../../page-parts/index.ts';
import { sayKnown } from '../../../platform/languages/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { isPupilKind } from '../import/decisions.ts';
import { kindTitles, spanWords } from '../pages/words.tsx';
import { fullName, type Person } from '../words.ts';
import type { Move, Place, Standing, YearGroup } from './words.ts';

type Errors = Readonly<Record<string, string>>;

const placeWords = (place: Place): string => [place.class, place.yearGroup, place.phase].filter(Boolean).join(', ');

export interface MoveProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly person: Person;
  readonly years: readonly YearGroup[];
  readonly classes: readonly string[];
  readonly given: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors?: Errors;
}

/** One box for every kind of pupil: which kind it is, the year group says. */
export const oneBox = (kinds: readonly string[]): string[] => [...new Set(kinds.map(kind => (isPupilKind(kind) ? 'pupil' : kind)))];

export function MovePage({ slug, vocabulary, today, person, years, classes, given, errors = {} }: MoveProps) {
  const kinds = [...vocabulary.kinds.values()].filter(({ name, within }) => !within.includes('pupil') && name !== 'inspector').map(({ name, title }) => ({ value: name, text: sayKnown(title) }));
  const text = (name: string, otherwise: string): string => (typeof given[name] === 'string' ? given[name] as string : otherwise);
  const year = text('yearGroup', person.place?.yearGroup ?? '');
  const known = years.some(one => one.name === year) || year === '' ? years : [{ name: year, phase: '', kind: '' }, ...years];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>What changes for {fullName(person)}?</h1>
      <p>Say what {person.givenName} is from a day on. Whoever comes under other rules is asked to sign them from that day. What was signed stays.</p>
      <form method="post" action={`/${slug}/people/${person.id}/move`}>
        <TextField name="from" label="From" hint="Today, a day to come, or a day that was forgotten" type="date" value={text('from', today)} width={10} error={errors['from']} />
        <Choices name="kinds" label="What are they from that day?" hint="Tick all that fit: somebody may be a teacher, a parent and a governor." many small choices={kinds}
          chosen={given['kinds'] === undefined ? oneBox(person.kinds) : oneBox([given['kinds']].flat())} error={errors['kinds']} />
        <h2>For a pupil</h2>
        <Select name="yearGroup" label="Year group" choices={[{ value: '', text: 'None' }, ...known.map(one => ({ value: one.name, text: one.phase ? `${one.name} (${one.phase})` : one.name }))]} value={year} error={errors['yearGroup']} />
        <TextField name="class" label="Class" hint={classes.length > 0 ? `Classes here: ${classes.slice(0, 30).join(', ')}` : 'For example 4B'} value={text('class', person.place?.class ?? '')} width={10} error={errors['class']} autocomplete="off" />
        <div class="actions"><Button>Note the change</Button><a href={`/${slug}/people/${person.id}`}>Cancel</a></div>
      </form>
    </>
  );
}

/** What changed about somebody, on their page. */
export function MoveHistory({ slug, vocabulary, today, person, moves, places, mayKeep }: { slug: string; vocabulary: Vocabulary; today: string; person: Person; moves: readonly Move[]; places: readonly (Place & { from: string; until: string | null })[]; mayKeep: boolean }) {
  if (moves.length === 0 && places.length < 2) return null;
  const coming = moves.filter(move => move.takenBackAt === null && move.from > today);
  return (
    <>
      {coming.map(move => <Note key={move.id} title={`From ${longDay(move.from)}`}><p><StandingWords standing={move.becomes} vocabulary={vocabulary} /></p></Note>)}
      <Details summary="What changed, and when">
        {places.length > 0 && <Facts rows={places.map(place => [spanWords(place.from, place.until), placeWords(place)] as const)} />}
        {moves.length > 0 && <ol class="plain-list stack">{moves.map(move => (
          <li key={move.id}>
            <strong>From {longDay(move.from)}</strong>{move.takenBackAt && <> <Chip>Taken back</Chip></>}
            <div><span class="soft">Was:</span> <StandingWords standing={move.was} vocabulary={vocabulary} /></div>
            <div><span class="soft">Becomes:</span> <StandingWords standing={move.becomes} vocabulary={vocabulary} /></div>
            <div class="soft">{move.by === '' ? 'Done by the roll-over of the classes' : `Noted by ${move.by}`}</div>
            {mayKeep && move.latest && <form method="post" class="inline-form no-print" action={`/${slug}/people/${person.id}/move/${move.id}/take-back`}><button class="link-button" type="submit">Take this change back</button></form>}
          </li>
        ))}</ol>}
      </Details>
    </>
  );
}

const StandingWords = ({ standing, vocabulary }: { standing: Standing; vocabulary: Vocabulary }) => (
  <>{standing.kinds.length > 0 ? kindTitles(standing.kinds, vocabulary) : 'Nothing'}{standing.place && <>; {placeWords(standing.place)}</>}</>
);

export interface YearsProps {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  /** The kinds a pupil can be. */
  readonly kinds: readonly string[];
  readonly lines: readonly YearGroup[];
  /** Whether the school has said so itself; otherwise its pupils show it. */
  readonly said: boolean;
  readonly errors?: Errors;
}

/** More lines than there are years, for those to come. */
const SPARE = 2;

export function YearsPage({ slug, vocabulary, kinds, lines, said, errors = {} }: YearsProps) {
  const shown = [...lines, ...Array.from({ length: SPARE }, () => ({ name: '', phase: '', kind: '' }))];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Year groups</h1>
      <p>A pupil signs the code of their own age. Which code that is, the year group says. Put the year groups in order, the youngest first: in September each class moves one line down.</p>
      {!said && lines.length > 0 && <Note><p>The school has not said this yet. The lines below are what its pupils show. Look at them and save.</p></Note>}
      {lines.length === 0 && <Empty title="No year group is known yet"><p>Enter the first ones below, or bring the pupils in from a file.</p></Empty>}
      <form method="post" action={`/${slug}/people/years`}>
        {shown.map((year, at) => (
          <div key={at} class="filters" role="group" aria-label={`Line ${at + 1}`}>
            <TextField name={`name-${at}`} label="Year group" value={year.name} width={10} error={errors[`name-${at}`]} autocomplete="off" maxlength={40} />
            <TextField name={`phase-${at}`} label="Phase" value={year.phase} width={10} autocomplete="off" maxlength={40} />
            <Select name={`kind-${at}`} label="Its pupils are" choices={[{ value: '', text: 'Choose' }, ...kinds.map(kind => ({ value: kind, text: vocabulary.kinds.get(kind)?.title ?? kind }))]} value={year.kind} error={errors[`kind-${at}`]} />
          </div>
        ))}
        <p class="soft">Leave a name empty to take its line out. Pupils who are here stay what they are; whoever joins or moves from now on is what this table says.</p>
        <div class="actions"><Button>Save the year groups</Button><ButtonLink href={`/${slug}/people`} tone="quiet">Back to people</ButtonLink></div>
      </form>
    </>
  );
}
