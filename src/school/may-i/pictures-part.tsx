/** Recordings and pictures on hold, beside an answer. */
import { counted, longDay, Note } from '../../page-parts/index.ts';
import type { Pictures } from './pictures.ts';

export const AboutPictures = ({ pictures: { agreed, held } }: { pictures: Pictures }) => (
  <>
    {agreed.length > 0 && (
      <div class="stack">
        <h3>Everybody in it has said yes</h3>
        <p>The answer stands on this and on nothing else. If you mean another recording, ask those who would be in it first.</p>
        <ul>{agreed.map(one => <li key={one.href}><a href={one.href}>{one.title}</a>, on {longDay(one.on)}.{one.leaveOut > 0 && <> Record without those who are to be left out.</>}</li>)}</ul>
      </div>
    )}
    {held && <Note title="Look up every child in the picture" tone={held.children > 0 ? 'warn' : 'plain'}><p>{held.children > 0 && <>Pictures of {counted(held.children, 'child', 'children')} are on hold and may not be used, whatever the answer is. </>}<a href={held.href}>Look a child up before a picture is used</a></p></Note>}
  </>
);
