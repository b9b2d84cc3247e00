/** Choosing who would be in a recording. */
import { Button, Choices, Empty, Select, TextField } from '../../../page-parts/index.ts';

export interface PeopleView {
  readonly here: string;
  readonly title: string;
  readonly group: string;
  readonly search: string;
  readonly groups: readonly { readonly value: string; readonly text: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly class: string; readonly listed: boolean }[];
  readonly finds: boolean;
}

/** Choose who would be in it: a class, the grown-ups, or somebody by name. The name goes by post: it never stands in an address. */
export const PeoplePage = ({ here, title, group, search, groups, people, finds }: PeopleView) => (
  <>
    <h1>Who would be in it: {title}</h1>
    <form method="get" action={`${here}/people`} class="filters">
      <Select name="group" label="Class, or the grown-ups" value={group} choices={groups} />
      <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Show</button></div>
    </form>
    {finds && <form method="post" action={`${here}/people`} class="filters">
      <TextField name="search" type="search" label="Or somebody by name" value={search} width={20} />
      <div class="filters__do"><Button tone="quiet" name="find" value="yes">Find</Button></div>
    </form>}
    {people.length === 0 ? <Empty title="Nobody fits" /> : (
      <form method="post" action={`${here}/people`}>
        <input type="hidden" name="group" value={group} />
        <Choices name="people" label="Tick everybody who would be in it" hint="Who is on the list already stays there." many small chosen={people.filter(one => one.listed).map(one => one.id)} choices={people.map(one => ({ value: one.id, text: one.class ? <>{one.name}, {one.class}</> : one.name }))} />
        <p class="actions"><Button>Ask them</Button>{search === '' && group !== 'adults' && <Button name="whole" value="yes" tone="quiet">Ask the whole class</Button>}</p>
      </form>
    )}
    <p><a href={here}>Back to the recording</a></p>
  </>
);
