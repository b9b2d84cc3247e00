/** The address of a school's settings of concerns. Not the head's: they say what happens when a concern is about the head. */
import { get, goTo, offices, page, post, type Asked, type Body, type FieldErrors, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { namesOf } from '../../people/index.ts';
import { settingsOn } from '../settings.ts';
import { settingsForm } from './forms.ts';
import { SettingsPage } from './pages.tsx';
import { setSettings, settingsKept } from './deeds.ts';

const SETTERS: Who = offices('chair-of-governors', 'board-of-trustees', 'dsl');

export const settingsNav: readonly NavEntry[] = [
  { text: 'How concerns are handled', path: '/concern-settings', who: SETTERS, order: 83, under: 'school', says: 'When an unopened concern goes on, who comes next, and whom to ring outside the school.' },
];

export const settingsRoutes = (shared: Shared): Route[] => [
  get('/:school/concern-settings', { who: SETTERS, page: asked => show(asked, shared, null, {}) }),
  post('/:school/concern-settings', { who: SETTERS, form: settingsForm, deed: asked => save(asked, shared), again: (asked, { raw, errors }) => show(asked, shared, raw, errors) }),
];

async function show(asked: Asked<Body>, { vocabulary }: Shared, raw: Body | null, errors: FieldErrors): Promise<Reply> {
  const { rows, names } = await asked.read(async tx => { const rows = await settingsKept(tx); return { rows, names: await namesOf(tx, [...new Set(rows.flatMap(row => row.by ?? []))]) }; });
  const { handOnMinutes, next, headIsProprietor, designatedOfficer, socialCare, openingHours, openedHours, figuresHideBelow, figuresDelayDays, childFileDays, actionDays, lateTo, lookOpenDays, lookFindingDays, lookedAtTold, holdReviewDays } = settingsOn(rows, asked.today);
  const held: Body = {
    safeguarding: String(handOnMinutes.safeguarding), other: String(handOnMinutes.other), next: next.join('\n'), headIsProprietor: headIsProprietor ? 'yes' : '', openingHours: String(openingHours), openedHours: String(openedHours), figuresHideBelow: String(figuresHideBelow), figuresDelayDays: String(figuresDelayDays),
    childFileDays: String(childFileDays), actionDays: String(actionDays), lateTo: lateTo.join('\n'), lookOpenDays: String(lookOpenDays), lookFindingDays: String(lookFindingDays), lookedAtTold: lookedAtTold ? 'yes' : 'no', holdReviewDays: String(holdReviewDays),
    officerName: designatedOfficer?.name ?? '', officerNumber: designatedOfficer?.number ?? '', officerHours: designatedOfficer?.hours ?? '',
    careNumber: socialCare?.number ?? '', careHours: socialCare?.hours ?? '', careNight: socialCare?.night ?? '',
  };
  const history = rows.map(row => ({ name: row.name, since: row.since, value: row.value, by: row.by === null ? '' : names.get(row.by) ?? '' }));
  return page('How concerns are handled here', <SettingsPage action={`/${asked.school.slug}/concern-settings`} raw={raw ?? held} errors={errors} history={history} vocabulary={vocabulary} />, { status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function save(asked: Asked<Parameters<typeof setSettings>[2]>, { vocabulary }: Shared): Promise<Reply> {
  const { form, school } = asked;
  const known = (list: readonly string[]) => list.every(office => vocabulary.offices.get(office)?.outside === false);
  const wrong = !known(form.next) ? 'next' : !known(form.lateTo ?? []) ? 'lateTo' : null;
  if (wrong !== null) return show(asked as unknown as Asked<Body>, { vocabulary } as Shared, { ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value ?? '')])), next: form.next.join('\n'), lateTo: (form.lateTo ?? []).join('\n'), headIsProprietor: form.headIsProprietor ? 'yes' : '', lookedAtTold: form.lookedAtTold === false ? 'no' : 'yes' }, { [wrong]: 'Use offices of the school, such as head, chair of governors or deputy head' });
  await asked.change(tx => setSettings(tx, { school: school.id, by: asked.reader.person!, at: asked.now, today: asked.today }, form));
  return goTo(`/${school.slug}/concern-settings`, 'Saved. It holds from today.');
}
