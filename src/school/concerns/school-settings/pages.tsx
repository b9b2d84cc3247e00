/** What a school sets about concerns. */
import { Button, Choices, ErrorSummary, longDay, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import { listed, officeWords } from '../../policies/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';

export interface SettingLine {
  readonly name: string;
  readonly since: string;
  readonly value: unknown;
  readonly by: string;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const SettingsPage = ({ action, raw, errors, history, vocabulary }: { action: string; raw: Body; errors: FieldErrors; history: readonly SettingLine[]; vocabulary: Vocabulary }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>How concerns are handled here</h1>
    <p class="lede">It holds from today. What held before stays to be seen below. The head cannot change it, for it says what happens when a concern is about the head.</p>
    <form method="post" action={action}>
      <TextField name="safeguarding" label="Minutes until an unopened concern about a child goes on" hint="It goes on at any hour, on any day." inputmode="numeric" width={5} value={textIn(raw, 'safeguarding')} error={errors['safeguarding']} />
      <TextField name="other" label="Minutes until any other unopened concern goes on" hint="A day has 1440. At the weekend it waits for Monday." inputmode="numeric" width={5} value={textIn(raw, 'other')} error={errors['other']} />
      <TextArea name="next" label="Who comes next, in this order" hint="One office on each line. They are told in the place of an office that it is about, that nobody holds, or that did not open it." rows={5} value={textIn(raw, 'next')} error={errors['next']} />
      <Choices name="headIsProprietor" label="Who owns the school" many small chosen={[textIn(raw, 'headIsProprietor')]} choices={[{ value: 'yes', text: 'The head owns the school' }]} />
      <TextField name="officerName" label="The local authority’s designated officer" hint="Name of the service or the person. They are shown wherever a concern is about those who lead the school." value={textIn(raw, 'officerName')} error={errors['officerName']} maxlength={100} />
      <TextField name="officerNumber" label="Their telephone number" width={20} value={textIn(raw, 'officerNumber')} error={errors['officerNumber']} maxlength={40} />
      <TextField name="officerHours" label="When they answer" value={textIn(raw, 'officerHours')} error={errors['officerHours']} maxlength={100} />
      <TextField name="careNumber" label="Telephone number of children’s social care" hint="It is shown to adults wherever numbers to ring are shown." width={20} value={textIn(raw, 'careNumber')} error={errors['careNumber']} maxlength={40} />
      <TextField name="careHours" label="When they answer" value={textIn(raw, 'careHours')} error={errors['careHours']} maxlength={100} />
      <TextField name="careNight" label="Their number at night, at weekends and on holidays" width={20} value={textIn(raw, 'careNight')} error={errors['careNight']} maxlength={40} />
      <TextField name="openingHours" label="Hours for which a second office may agree to open a concern of somebody who is away" inputmode="numeric" width={5} value={textIn(raw, 'openingHours')} error={errors['openingHours']} />
      <TextField name="openedHours" label="Hours for which the two then read it" inputmode="numeric" width={5} value={textIn(raw, 'openedHours')} error={errors['openedHours']} />
      <TextField name="actionDays" label="School days until a case goes to whoever owns the policy" hint="Where the rules want something done in a case and nobody has written down what was done. From 1 to 60." inputmode="numeric" width={5} value={textIn(raw, 'actionDays')} error={errors['actionDays']} />
      <TextArea name="lateTo" label="Who is shown that a first step is late" hint="One office on each line. How soon a first step comes stands in your rules. Nobody is ever shown a case about themselves." rows={2} value={textIn(raw, 'lateTo')} error={errors['lateTo']} />
      <TextField name="childFileDays" label="School days until the safeguarding file of a child who left is at the next school" hint="From 1 to 5. Keeping children safe in education, part two, gives five at most." inputmode="numeric" width={5} value={textIn(raw, 'childFileDays')} error={errors['childFileDays']} />
      <TextField name="figuresHideBelow" label="Numbers below this are not shown in the figures for governors" hint="From 3 to 50. It counts for figures that are made from now on." inputmode="numeric" width={5} value={textIn(raw, 'figuresHideBelow')} error={errors['figuresHideBelow']} />
      <TextField name="figuresDelayDays" label="Days from the end of a term until its figures are made" hint="From 7 to 365." inputmode="numeric" width={5} value={textIn(raw, 'figuresDelayDays')} error={errors['figuresDelayDays']} />
      <TextField name="lookOpenDays" label="Days for which an agreed look into logs may be read" hint="From 1 to 90." inputmode="numeric" width={5} value={textIn(raw, 'lookOpenDays')} error={errors['lookOpenDays']} />
      <TextField name="lookFindingDays" label="Days after which something found in a log, and not used, is forgotten" hint="From 1 to 365." inputmode="numeric" width={5} value={textIn(raw, 'lookFindingDays')} error={errors['lookFindingDays']} />
      <Choices name="lookedAtTold" label="Is somebody whose log was read told of it when the case is closed?" inline small chosen={[textIn(raw, 'lookedAtTold')]} error={errors['lookedAtTold']} choices={[{ value: 'yes', text: 'Yes, unless the reader says why not' }, { value: 'no', text: 'No' }]} />
      <TextField name="holdReviewDays" label="Days until a legal hold is looked at again, if nobody names a day" hint="From 7 to 730." inputmode="numeric" width={5} value={textIn(raw, 'holdReviewDays')} error={errors['holdReviewDays']} />
      <Button>Save</Button>
    </form>
    {history.length > 0 && <Table caption="What was set, newest first" rows={history} columns={[
      { head: 'From', cell: line => longDay(line.since) }, { head: 'What', cell: line => SETTING[line.name] ?? line.name }, { head: 'Set to', cell: line => valueWords(line.value, vocabulary) }, { head: 'By', cell: line => line.by },
    ]} />}
  </>
);

const SETTING: Readonly<Record<string, string>> = { handOnMinutes: 'When unopened concerns go on', openingHours: 'Hours to agree', openedHours: 'Hours to read', actionDays: 'School days until a case goes to whoever owns the policy', lateTo: 'Who is shown that a first step is late', childFileDays: 'School days until the file of a child who left is sent on', figuresHideBelow: 'Numbers not shown in figures', figuresDelayDays: 'Days until figures are made', lookOpenDays: 'Days to read a log', lookFindingDays: 'Days until an unused finding is forgotten', lookedAtTold: 'People are told that their log was read', holdReviewDays: 'Days until a legal hold is looked at again', next: 'Who comes next', headIsProprietor: 'The head owns the school', designatedOfficer: 'Designated officer', socialCare: 'Children’s social care' };

function valueWords(value: unknown, vocabulary: Vocabulary) {
  const minutes = value as { readonly safeguarding?: number; readonly other?: number } | null;
  if (minutes?.safeguarding !== undefined) return <>{minutes.safeguarding} minutes where a child may be harmed, otherwise {minutes.other} minutes</>;
  if (Array.isArray(value)) return listed(value.map(office => officeWords(String(office), vocabulary)));
  if (value === true || value === false) return value ? 'Yes' : 'No';
  if (value !== null && typeof value === 'object') return Object.values(value).join(', ');
  return value === null ? '–' : String(value);
}
