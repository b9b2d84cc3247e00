/** Whether each pupil has exactly one code. Pure. */

export interface PupilCode {
  readonly person: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly class: string;
  /** Titles of the codes that ask this pupil. */
  readonly codes: readonly string[];
}

export interface YearCodes {
  readonly yearGroup: string;
  readonly pupils: number;
  /** Each code of the year group and how many of its pupils it asks. */
  readonly codes: readonly { readonly title: string; readonly count: number }[];
}

/** The codes of each year group, the youngest first as `order` has it. */
export function codesByYear(pupils: readonly PupilCode[], order: readonly string[]): YearCodes[] {
  const names = [...new Set([...order, ...pupils.map(pupil => pupil.yearGroup)])];
  return names.flatMap(yearGroup => {
    const mine = pupils.filter(pupil => pupil.yearGroup === yearGroup);
    const titles = [...new Set(mine.flatMap(pupil => pupil.codes))].sort();
    return mine.length === 0 ? [] : [{ yearGroup, pupils: mine.length, codes: titles.map(title => ({ title, count: mine.filter(pupil => pupil.codes.includes(title)).length })) }];
  });
}

/** The pupils for whom something is wrong: no code, or more than one. */
export const withoutOneCode = (pupils: readonly PupilCode[]): PupilCode[] => pupils.filter(pupil => pupil.codes.length !== 1);
