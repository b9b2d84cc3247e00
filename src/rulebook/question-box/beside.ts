/**
 * Questions that have nothing to do with the rules: dogs, football boots, days off. The words around them ("bring",
 * "keep", "at school") fit many acts, so that they would be answered as if they were about computers.
 */
import type { Marked } from './patterns.ts';
import { EMPTY_WORDS } from './text.ts';
import type { BoxWords } from './words.ts';

/** The word class of everyday things that no ICT rule speaks of. It never speaks for an act. */
export const EVERYDAY = 'everyday';

/** Word classes that only turn up where technology or data are spoken of. */
const OF_TECHNOLOGY: ReadonlySet<string> = new Set(`phone call text watch tablet laptop computer device camera stick drive software download update password signin photo takephoto film record
 screenshot website newspaper social chat befriend post comment email ownmail schoolmail message attachment clicklink spam chain porn site blocked headphones charger print cloud schooldrive network vpn sims
 system journal data virus hacked livelesson camera_on ai publish access equipment music game log monitor watched policy`.split(/\s+/));
const MODALS: ReadonlySet<string> = new Set(['can', 'may', 'could']);
const ASKERS: ReadonlySet<string> = new Set(['i', 'we']);

/** Whether a question speaks of everyday things and of no technology, or asks to do what nobody ever asks of a rule. */
export function isBesideThePoint(marked: Marked, words: BoxWords): boolean {
  const { tokens, spans } = marked;
  const isMet = (at: number, wanted: (name: string) => boolean) => spans[at]!.some(({ name }) => wanted(name));
  if (tokens.some((_, at) => isMet(at, (name) => OF_TECHNOLOGY.has(name)))) return false;
  return tokens.some(({ asked }, at) => asked && isMet(at, (name) => name === EVERYDAY)) || isStrangeDoing(marked, words);
}

/** "Can I smoke …?": what is to be done is a word that no act and no fact has. */
function isStrangeDoing({ tokens }: Marked, words: BoxWords): boolean {
  const asks = tokens.findIndex(({ stem }, at) => MODALS.has(stem) && ASKERS.has(tokens[at + 1]?.stem ?? ''));
  const doing = asks < 0 ? undefined : tokens.slice(asks + 2).find(({ stem }) => !EMPTY_WORDS.has(stem))?.stem;
  return doing !== undefined && doing.length > 3 && !words.weights.has(doing) && !words.known().get(`${doing.length}${doing[0]}`)?.has(doing);
}
