/** How a school gives devices back, and where they lie until then. */
import { Button, Choices, ErrorSummary, longDay, Note, Table, TextField } from '../../../../page-parts/index.ts';
import type { Body } from '../../../../platform/web/index.ts';
import type { SettingsView } from '../reads.ts';
import { Quote, textIn, type Errors } from './parts.tsx';

const BACK: Readonly<Record<string, string>> = { 'same-day': 'At the end of the day on which it was taken', week: 'On the last day of school in that week', 'school-days': 'After so many school days' };
const TO: Readonly<Record<string, string>> = { pupil: 'The pupil', parent: 'A parent or carer, who collects it' };
const SETTING: Readonly<Record<string, string>> = { back: 'When it goes back', schoolDays: 'School days until then', to: 'Who gets it back', strikeMinutes: 'Minutes to strike a mistake out', keepMonths: 'Months until it is erased' };

export const SettingsPage = ({ view, action, raw, errors }: { view: SettingsView; action: string; raw: Body; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>How devices go back</h1>
    <p class="lede">It holds for what is taken from now on. What held before stays to be seen below.</p>
    {view.limit && <Note title="The rules set a bound"><Quote clause={view.limit} /><p>Where you choose a later day, the rule counts.</p></Note>}
    <form method="post" action={action}>
      <Choices name="back" label="When does it go back?" small error={errors['back']} chosen={[textIn(raw, 'back')]} choices={Object.entries(BACK).map(([value, text]) => ({ value, text }))} />
      <TextField name="schoolDays" label="How many school days?" hint="It counts where you chose school days. From 1 to 20." inputmode="numeric" width={5} value={textIn(raw, 'schoolDays')} error={errors['schoolDays']} />
      <Choices name="to" label="Who gets it back?" small error={errors['to']} chosen={[textIn(raw, 'to')]} choices={Object.entries(TO).map(([value, text]) => ({ value, text }))} />
      <TextField name="strikeMinutes" label="Minutes in which a wrong entry can be struck out" hint="From 1 to 60." inputmode="numeric" width={5} value={textIn(raw, 'strikeMinutes')} error={errors['strikeMinutes']} />
      <TextField name="keepMonths" label="Months for which an entry is kept after it went back" hint="From 1 to 84. Then it is erased by itself." inputmode="numeric" width={5} value={textIn(raw, 'keepMonths')} error={errors['keepMonths']} />
      <Button>Save</Button>
    </form>
    <h2>Where devices lie</h2>
    {view.places.length === 0 ? <p>No place is named yet. Until then a device lies with whoever looks after it.</p> : <Table caption="Places" rows={view.places} columns={[
      { head: 'Place', cell: place => place.name }, { head: 'In use', cell: place => (place.closedOn === null ? 'Yes' : <>No longer, since {longDay(place.closedOn)}</>) },
      { head: 'Change', cell: place => <form method="post" action={`${action}/places/${place.id}`}><button class="link-button" type="submit" name="closed" value={place.closedOn === null ? 'yes' : 'no'}>{place.closedOn === null ? `Use ${place.name} no longer` : `Use ${place.name} again`}</button></form> },
    ]} />}
    <form method="post" action={`${action}/places`}>
      <TextField name="name" label="Name a place" hint="Such as: office safe, drawer in the staffroom." value={textIn(raw, 'name')} error={errors['name']} maxlength={80} />
      <Button tone="quiet">Add it</Button>
    </form>
    {view.history.length > 0 && <Table caption="What was set, newest first" rows={view.history} columns={[
      { head: 'From', cell: line => longDay(line.since) }, { head: 'What', cell: line => SETTING[line.name] ?? line.name }, { head: 'Set to', cell: line => BACK[String(line.value)] ?? TO[String(line.value)] ?? String(line.value) }, { head: 'By', cell: line => line.byName || '–' },
    ]} />}
  </>
);
