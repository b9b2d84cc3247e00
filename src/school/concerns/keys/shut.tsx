/** What is met where a concern does not open, for whoever may read it. Nobody else meets anything. */
import { counted, Note } from '../../../page-parts/index.ts';
import { Locked } from '../../../platform/seal/index.ts';
import { page, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shut } from './reads.ts';

/** Routes that say so where a key is missing, instead of breaking. What they had begun to change is as it was. */
export const sayingShut = (routes: readonly Route[]): Route[] => routes.map(route => ({ ...route, handle: asked => route.handle(asked).catch((fault: unknown) => {
  if (fault instanceof Locked) return shut(asked);
  throw fault;
}) }));

const shut = (asked: Asked<unknown>): Reply => page('This cannot be opened', <ShutPage />, {
  status: 503, headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`]],
});

const PutBack = () => <p>Ask whoever looks after the computer on which Countersign runs to put the folder of keys back from its backup, beside what lies there now, and to start Countersign again. Then it opens. Without the key nobody can read what was told.</p>;

/** In the place of anything whose key is missing. */
const ShutPage = () => (
  <>
    <h1>This cannot be opened</h1>
    <p class="lede">What was told is there, but the key with which it was locked is not.</p>
    <PutBack />
    <p>If a child may be in danger, do not wait for it: ask whoever told it, and ring the numbers that you know.</p>
  </>
);

/** Over the list of concerns: which of those shown do not open, and why. */
export const ShutNote = ({ shut }: { shut: readonly Shut[] }) => {
  const keys = [...new Set(shut.flatMap(one => one.key ?? []))];
  return shut.length === 0 ? null : (
    <Note tone="warn" title="The key is missing">
      <p>{counted(shut.length, 'concern')} of this list cannot be opened: {shut.map((one, at) => <span key={one.code}>{at > 0 && ', '}<span class="mono">{one.code}</span></span>)}.</p>
      {keys.length > 0 && <p>The name of the missing key: <span class="mono">{keys.join(', ')}</span>.</p>}
      <PutBack />
    </Note>
  );
};
