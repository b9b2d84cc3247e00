/** Days and times as people write them. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-09-15` → "15 September 2026". Anything else comes back as it is. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name && date && year ? `${date} ${name} ${year}` : day;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A moment in the school's time zone: "15 September 2026 at 08:41". */
export const longMoment = (moment: Date): string => clock.format(moment);

/** 1 → "1 person"; 2 → "2 people". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
