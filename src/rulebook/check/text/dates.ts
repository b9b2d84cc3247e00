/** Dates as people write them in policies, each as its last possible day: "Sept 2025" → 2025-09-30. */
import type { Day } from '../../words.ts';

export interface WrittenDate {
  readonly offset: number;
  readonly end: number;
  readonly day: Day;
  readonly words: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WRITTEN = new RegExp([
  String.raw`(?<iso>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})`,
  String.raw`(?<dayFirst>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH.replace('(', '(?<longMonth>')}\.?,?\s+(?<longYear>\d{4})`,
  String.raw`${MONTH.replace('(', '(?<month>')}\.?,?\s+(?:(?<monthDay>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:of\s+)?(?<year>(?:20)\d{2})`,
  String.raw`(?<slashDay>\d{1,2})[/.](?<slashMonth>\d{1,2})[/.](?<slashYear>(?:20)?\d{2})`,
  String.raw`(?<season>autumn|spring|summer)(?:\s+term)?,?\s+(?<seasonYear>20\d{2})`,
  String.raw`(?<schoolYear>20\d{2})\s?[/–-]\s?(?:20)?(?<schoolYearEnd>\d{2})`,
  String.raw`(?<bareYear>20\d{2})`,
].map((form) => `(?:${form})`).join('|'), 'gi');
const SEASON_ENDS: Readonly<Record<string, string>> = { spring: '04-15', summer: '07-31', autumn: '12-31' };

/** Every date of a text. */
export function datesIn(text: string): readonly WrittenDate[] {
  return [...text.matchAll(WRITTEN)].flatMap((found) => {
    const isInNumber = /[\d.]/.test(text[found.index - 1] ?? '') || /\d/.test(text[found.index + found[0].length] ?? '');
    const day = isInNumber ? undefined : dayOf(found.groups ?? {});
    return day === undefined ? [] : [{ offset: found.index, end: found.index + found[0].length, day, words: found[0] }];
  });
}

function dayOf(parts: Readonly<Record<string, string | undefined>>): Day | undefined {
  if (parts['iso']) return toDay(parts['iso'], Number(parts['isoMonth']), parts['isoDay']);
  if (parts['longYear']) return toDay(parts['longYear'], monthOf(parts['longMonth']!), parts['dayFirst']);
  if (parts['year']) return toDay(parts['year'], monthOf(parts['month']!), parts['monthDay']);
  if (parts['slashYear']) return toDay(parts['slashYear'].padStart(4, '20'), Number(parts['slashMonth']), parts['slashDay']);
  if (parts['seasonYear']) return `${parts['seasonYear']}-${SEASON_ENDS[parts['season']!.toLowerCase()]}`;
  if (parts['schoolYear']) return Number(parts['schoolYearEnd']) === (Number(parts['schoolYear']) + 1) % 100 ? `20${parts['schoolYearEnd']}-08-31` : undefined;
  return parts['bareYear'] ? `${parts['bareYear']}-12-31` : undefined;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Without a day of the month, the last of the month. */
function toDay(year: string, month: number, day?: string): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const chosen = day === undefined ? last : Math.min(last, Number(day));
  return chosen < 1 ? undefined : `${year}-${String(month).padStart(2, '0')}-${String(chosen).padStart(2, '0')}`;
}
