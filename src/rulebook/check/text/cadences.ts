/** Checks and training that come less often than the national standards ask, or at no stated time. */
import { tooWeak } from '../cadences.ts';
import { sentencesOf } from '../passages.ts';
import { VAGUE, cadencesIn } from '../spans.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';

export const checkTextCadences: TextRule = ({ passages, standards, on }) => {
  const cadences = standards.cadences.filter(({ since, words, attribute }) => since <= on && words !== undefined && attribute === 'every');
  return passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
    const named = cadencesIn(text);
    const vague = VAGUE.exec(text);
    if (named.length === 0 && !vague) return [];
    const cadence = cadences.find(({ words }) => words!.test(text));
    if (!cadence) return [];
    const soonest = named.reduce<(typeof named)[number] | undefined>((best, one) => (best && best.days <= one.days ? best : one), undefined);
    if (soonest) return soonest.days > cadence.days ? [findingAt(passage.at(offset + text.indexOf(soonest.words)), tooWeak(cadence, soonest.words))] : [];
    const every = cadence.longest.replace(/^1 /, '');
    return [findingAt(passage.at(offset + vague!.index), {
      severity: 'warning', code: 'cadence-vague', message: `"${quote(vague![0])}" says nothing of when; ${cadence.what} is due at least once every ${every} (${cadence.source}).`, remedy: `Write "every ${every}", by whom, and that it is recorded.`,
    })];
  }));
};
