/** Questions that no rule answers and a page of the school does: it is pointed to above whatever the box understood. */
import { Note } from '../../page-parts/index.ts';

const COMPLAINING = /\b(complain(s|ed|ing|ts?)?|appeal(s|ed|ing)?)\b/i;
const APPEALING = /\b(appeal(s|ed|ing)?)\b/i;

export const Elsewhere = ({ question, slug }: { question: string; slug: string }) => (
  <>
    {APPEALING.test(question) && <Note title="What was decided"><p><a href={`/${slug}/sanctions`}>Say that it is wrong</a></p></Note>}
    {COMPLAINING.test(question) && (
      <Note title="Complaints">
        <p>Tell the school what went wrong. You see each stage, and by when you get an answer.</p>
        <p><a href={`/${slug}/complaints/new`}>Make a complaint</a></p>
      </Note>
    )}
  </>
);
