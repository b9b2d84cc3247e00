/** How OneRoster's roles and our kinds stand to each other, and when leaving needs a second question. Pure. */

/** OneRoster's own roles → what we call them. A student is a pupil of the kind that their year group says. */
const KIND_OF_ROLE: Readonly<Record<string, string>> = {
  teacher: 'teacher', aide: 'support-staff', counselor: 'support-staff', proctor: 'support-staff', principal: 'staff', siteAdministrator: 'staff',
  districtAdministrator: 'staff', systemAdministrator: 'ict', parent: 'parent', guardian: 'parent', relative: 'parent',
};
const ROLE_OF_KIND: Readonly<Record<string, string>> = { teacher: 'teacher', 'support-staff': 'aide', staff: 'siteAdministrator', ict: 'systemAdministrator', parent: 'parent' };

export const isPupilKind = (kind: string): boolean => kind === 'pupil' || kind.startsWith('pupil-');

/** Every role a file may name, apart from `ext:` and a word of its own. */
export const ROLES: ReadonlySet<string> = new Set([...Object.keys(KIND_OF_ROLE), 'student']);
export const GROWN_UP_ROLES: readonly string[] = ['parent', 'guardian', 'relative'];

/** The role that says a kind; `ext:governor` where OneRoster has no word for it. */
export const roleOf = (kind: string): string => (isPupilKind(kind) ? 'student' : (ROLE_OF_KIND[kind] ?? `ext:${kind}`));

/** The kind a role says; null for a student, whose kind their year group says. */
export const kindOf = (role: string): string | null => (role === 'student' ? null : role.startsWith('ext:') ? role.slice(4) : (KIND_OF_ROLE[role] ?? null));

/** Whether a file that no longer says this kind ends it. What OneRoster has no word for (a governor, a volunteer) it cannot end. */
export const governed = (kind: string): boolean => isPupilKind(kind) || kind in ROLE_OF_KIND;

const EARLY = ['Nursery', 'Reception', 'Year 1', 'Year 2'];

/** A pupil's kind by year group, for a school that has no pupils in that year yet. */
export const pupilKind = (yearGroup: string): string => (EARLY.includes(yearGroup) ? 'pupil-ks1' : yearGroup === '' ? 'pupil' : 'pupil-senior');

/** A grade of OneRoster as our schools say it: `07`, `7` → `Year 7`; `KG` → `Reception`; other words stay. */
export function yearGroupOf(grade: string): string {
  const plain = grade.trim();
  if (/^(KG|R)$/i.test(plain)) return 'Reception';
  if (/^(PK|PR|IT|N)$/i.test(plain)) return 'Nursery';
  const number = /^(?:(?:Year|Yr|Y)\.? ?)?0?(\d{1,2})$/i.exec(plain)?.[1];
  return number ? `Year ${Number(number)}` : plain;
}

/** The way back. */
export function gradeOf(yearGroup: string): string {
  if (yearGroup === 'Reception') return 'KG';
  if (yearGroup === 'Nursery') return 'PK';
  const number = /^Year (\d{1,2})$/.exec(yearGroup)?.[1];
  return number ? number.padStart(2, '0') : yearGroup;
}

/** Whether so many leavers are a question of their own: more than five, and more than one in twenty of those here. */
export const manyLeave = (leavers: number, here: number): boolean => leavers > 5 && leavers * 20 > here;
