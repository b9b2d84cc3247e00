/** The list for the gate: on a telephone, on paper, or as a file. */
import { counted, Empty, longDay } from '../../../page-parts/index.ts';
import { either, kinds, offices, page, type Asked, type Route } from '../../../platform/web/index.ts';
import { Due, holds, List, partOf, registerRoutes, type ListColumn, type Listed, type Register } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { lookingOf } from '../register/routes.tsx';
import { actWords, holderText, HolderWords, lastDay } from '../register/words-of.tsx';
import { AT_THE_GATE } from './decisions.ts';
import { gateLines, type GateLine } from './reads.ts';

/** Whoever may stand at the gate: the staff, reception and those who lead the school. */
const GATE = either(kinds('staff'), offices('office', 'head', 'deputy-head', 'deputy-head-academic', 'dsl', 'registrar'));
const WITH_THEM: readonly string[] = ['device', 'host', 'event'];

const shown = (line: GateLine): string => WITH_THEM.flatMap(key => line.evidence[key] ?? []).join('; ');

const gate = (shared: Shared): Register<GateLine> => ({
  path: '/permissions/at-the-gate', who: GATE, file: 'at-the-gate',
  fields: () => ({
    search: { label: 'Name or class', id: 'gate-search' },
    filters: [{ name: 'act', label: 'What for', choices: [{ value: '', text: 'Everything' }, ...AT_THE_GATE.map(act => ({ value: act, text: actWords(act, shared.vocabulary) }))] }],
  }),
  find: (asked, ask) => asked.read(async tx => {
    const all = await gateLines(tx, lookingOf(asked, shared));
    return partOf(all.filter(one => (ask.chosen['act'] === '' || one.act === ask.chosen['act']) && holds(`${holderText(one, shared.vocabulary)} ${one.class}`, ask)), ask);
  }),
  columns: asked => columns(asked, shared.vocabulary),
  page: async (asked, list) => page('At the gate', <GatePage list={list} today={asked.today} />, { look: 'wide', trail: [['Permissions', `/${asked.school.slug}/permissions`]] }),
});

const columns = (asked: Asked<unknown>, vocabulary: Vocabulary): ListColumn<GateLine>[] => [
  { head: 'Who', cell: line => <HolderWords line={line} vocabulary={vocabulary} />, inFile: line => holderText(line, vocabulary) },
  { head: 'Class', cell: line => line.class || '–', inFile: line => line.class },
  { head: 'May', cell: line => line.what || actWords(line.act, vocabulary), inFile: line => line.what || actWords(line.act, vocabulary) },
  { head: 'With', cell: line => shown(line) || '–', inFile: line => shown(line) },
  { head: 'Conditions', cell: line => line.conditions || '–', inFile: line => line.conditions },
  { head: 'Until', cell: line => <Due day={lastDay(line)} today={asked.today} />, inFile: line => lastDay(line) },
];

const GatePage = ({ list, today }: { list: Listed<GateLine>; today: string }) => (
  <>
    <h1>At the gate</h1>
    <p class="lede">Who may bring a phone on {longDay(today)}, and who may go up to pupils or take their pictures. Whoever is not here has no such permission today.</p>
    <List list={list} caption={counted(list.total, 'permission')} empty={<Empty title="Nobody is on the list"><p>No such permission counts today, or none fits what you look for.</p></Empty>} />
  </>
);

export const gateRoutes = (shared: Shared): Route[] => registerRoutes(gate(shared));
