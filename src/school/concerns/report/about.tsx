/** Whom it may be about: the office-holders, as the first page of a report offers them. */
import { Choices, Details } from '../../../page-parts/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, listed, officeWords } from '../../policies/index.ts';
import type { Holder, Holders } from './words.ts';

/** Stand-ins for nobody in particular: they say nothing of who somebody is. */
export const NOBODY_IN_PARTICULAR: ReadonlySet<string> = new Set(['school', 'unassigned', 'staff-member', 'file-owner', 'everyone', 'responsible-adult']);
const MOST_OFFICES = 3;

/** By what offices somebody is known: not those by which they stand for a body outside the school, or for nobody in particular; three at most. */
function shownOffices({ offices }: Holder, vocabulary: Vocabulary): readonly string[] {
  const own = offices.filter(office => vocabulary.offices.get(office)?.outside === false && !NOBODY_IN_PARTICULAR.has(office));
  return (own.length > 0 ? own : offices).slice(0, MOST_OFFICES);
}

/** Those who hold an office: who leads the school first, everybody else one press away; narrowed as somebody types, where there is JavaScript. */
export function AboutOffices({ holders, chosen, vocabulary }: { holders: Holders; chosen: readonly string[]; vocabulary: Vocabulary }) {
  const { leaders, keepers, others } = holders;
  if (leaders.length + keepers.length + others.length === 0) return null;
  const choices = (list: readonly Holder[]) => list.map(one => ({ value: one.person, text: one.name, hint: capital(listed(shownOffices(one, vocabulary).map(office => officeWords(office, vocabulary)))) }));
  const has = (list: readonly Holder[]): boolean => list.some(one => chosen.includes(one.person));
  return (
    <section id="about-offices" aria-labelledby="about-offices-title">
      <h2 class="govuk-heading-m" id="about-offices-title">Is it about one of these?</h2>
      <p class="govuk-hint">Tick them and it goes round them: they are not told, and find no trace of it.</p>
      <div class="govuk-form-group" data-narrow="about-offices" hidden><label class="govuk-label" for="narrow-about">Find somebody in this list</label><input class="govuk-input govuk-input--width-20" id="narrow-about" type="search" autocomplete="off" /></div>
      {leaders.length > 0 && <Choices name="about" label="Those who lead the school or look after children’s safety" many small chosen={chosen} choices={choices(leaders)} />}
      {keepers.length > 0 && <Details summary="Those who look after computers and information" open={has(keepers)}><Choices name="about" id="about-keepers" label="Computers and information" many small chosen={chosen} choices={choices(keepers)} /></Details>}
      {others.length > 0 && <Details summary="Others with a task in the school" open={has(others)}><Choices name="about" id="about-others" label="Other tasks" many small chosen={chosen} choices={choices(others)} /></Details>}
    </section>
  );
}
