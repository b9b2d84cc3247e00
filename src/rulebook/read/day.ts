/**
 * Days as the school writes them: `2026-09-01`.
 */

/** Whether a text is a real day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}

/** What to say of a text that is no day. */
export function badDay(text: string): { code: string; message: string; remedy: string } {
  return { code: 'bad-date', message: `"${text.slice(0, 40)}" is not a day of the calendar.`, remedy: 'Write it as year-month-day, for example 2026-09-01.' };
}
