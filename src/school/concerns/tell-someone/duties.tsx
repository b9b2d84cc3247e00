/** What the law makes somebody report themselves, whatever the school does: shown beside worries about children. */
import { Card, longDay } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Shared } from '../../feature.ts';

type Duty = Shared['dutiesToReport'][number];

/** The duties that hold on a day for somebody of these kinds. */
export const dutiesOf = (duties: readonly Duty[], of: { readonly kinds: readonly string[]; readonly today: string }): Duty[] =>
  duties.filter(duty => duty.since <= of.today && (duty.until === '' || duty.until >= of.today) && (duty.who === '' || of.kinds.includes(duty.who)));

/** Nothing where the law asks nothing of the reader. */
export const Duties = ({ duties }: { duties: readonly Duty[] }) => (duties.length === 0 ? null : (
  <Card title="What the law asks of you yourself" tone="tell">
    <p>Telling somebody at school does not take its place.</p>
    <ul>{duties.map(duty => <li key={duty.duty}><span {...asWritten()}>{duty.says}</span> <a href={`tel:${duty.number}`}>{duty.number}</a>. <span class="small soft"><span {...asWritten()}>{duty.source}</span>, in force since {longDay(duty.since)}; looked up on {longDay(duty.checkedOn)}.</span></li>)}</ul>
  </Card>
));
