/** The addresses of translations. Writers send in; whoever approves the policy approves its translations. */
import { knownLanguages } from '../../../platform/languages/index.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { approvingBody, mayApprove, mayWrite } from '../decisions.ts';
import type { By } from '../deeds.ts';
import { findEdition, publishedPolicies } from '../reads.ts';
import type { Published } from '../words.ts';
import { withoutRules } from './decisions.ts';
import { approveTranslation, takeInTranslation, withdrawTranslation } from './deeds.ts';
import { oneForm, translationForm } from './forms.ts';
import { TranslationsPage } from './pages.tsx';
import { findTranslation, listTranslations, translatedBy, translationsInUse } from './reads.ts';
import type { Translation, TranslationFault } from './words.ts';

const MOST_BYTES = 1_000_000;
type Errors = Readonly<Record<string, string>>;

export const translationRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/translations', { who: SIGNED_IN, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/policies/:policy/translations', { who: SIGNED_IN, form: translationForm, upload: { most: MOST_BYTES }, bodyLimit: MOST_BYTES, deed: asked => takeIn(asked, shared), again: (asked, { raw, errors }) => show(asked, shared, raw, errors) }),
  get('/:school/policies/:policy/translations/template', { who: SIGNED_IN, page: async asked => {
    const kept = await keptPolicy(asked, shared);
    return kept ? markdownFile(`${kept.document.id}.md`, withoutRules(kept.edition.markdown)) : NOT_FOUND;
  } }),
  get('/:school/policies/:policy/translations/:translation/file', { who: SIGNED_IN, page: async asked => {
    const [kept, one] = [await keptPolicy(asked, shared), await oneOf(asked, asked.params['translation'] ?? '')];
    return kept && one ? markdownFile(`${one.policy}.${one.language}.md`, one.markdown) : NOT_FOUND;
  } }),
  ...(['approve', 'withdraw', 'put-back'] as const).map(deed =>
    post(`/:school/policies/:policy/translations/${deed}`, { who: SIGNED_IN, form: oneForm, deed: asked => decide(asked, shared, deed), again: async () => NOT_FOUND })),
];

const markdownFile = (name: string, body: string): Reply => ({ kind: 'file', type: 'text/markdown; charset=utf-8', name, body });
const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });
const approves = (asked: Asked<unknown>, { document }: Published): boolean => mayApprove(asked.reader.offices, approvingBody(document, null));

/** The policy in force, for those who write it or approve it. */
async function keptPolicy(asked: Asked<unknown>, { vocabulary }: Shared): Promise<Published | null> {
  const published = await asked.read(tx => publishedPolicies(tx, { school: asked.school, vocabulary, today: asked.today }));
  const found = published.find(one => one.document.id === asked.params['policy']);
  return found && (mayWrite(asked.reader.offices, found.document.front.owner) || approves(asked, found)) ? found : null;
}

async function oneOf(asked: Asked<unknown>, id: string): Promise<Translation | null> {
  const one = /^[0-9a-f-]{36}$/.test(id) ? await asked.read(tx => findTranslation(tx, id)) : null;
  return one?.policy === asked.params['policy'] ? one : null;
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const kept = await keptPolicy(asked, shared);
  if (!kept) return NOT_FOUND;
  const { document, edition } = kept;
  const rows = await asked.read(async tx => {
    const inUse = new Set((await translationsInUse(tx, document.id)).map(one => one.id));
    const all = [];
    for (const one of await listTranslations(tx, document.id)) {
      const translated = inUse.has(one.id) ? await translatedBy(tx, { document, vocabulary: shared.vocabulary }, one) : null;
      all.push({ ...one, edition: (await findEdition(tx, one.editionId))?.number ?? 0, stale: translated?.stale ?? 0, inUse: inUse.has(one.id) });
    }
    return all;
  });
  const here = `/${asked.school.slug}/policies/${document.id}`;
  return page(`Translations of ${document.front.title}`, (
    <TranslationsPage here={here} title={document.front.title} edition={edition.number} languages={knownLanguages().slice(1)} rows={rows} approves={approves(asked, kept)} raw={raw} errors={errors} />
  ), { look: 'wide', status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Rules of this school', `/${asked.school.slug}/policies`], [document.front.title, here]] });
}

const faultWords = ({ why, clauses }: TranslationFault): string => {
  switch (why) {
    case 'unreadable': return 'This text cannot be read as a policy. Begin with the English from the link above, and keep the lines between the dashes.';
    case 'other-policy': return 'This is the text of another policy';
    case 'missing': return `These clauses are missing: ${clauses.join(', ')}. Keep the marks in braces at the end of each.`;
    case 'unknown': return `These clauses are not in this edition: ${clauses.join(', ')}. Take them out, or put their marks right.`;
  }
};

async function takeIn(asked: Asked<{ language: string; text: string }>, shared: Shared): Promise<Reply> {
  const kept = await keptPolicy(asked, shared);
  if (!kept) return NOT_FOUND;
  const { language, text } = asked.form;
  const raw = { language, text };
  if (!knownLanguages().slice(1).some(one => one.code === language)) return show(asked, shared, raw, { language: 'Choose a language' });
  const markdown = asked.upload ? Buffer.from(asked.upload.bytes).toString('utf8') : text;
  if (markdown.trim() === '') return show(asked, shared, raw, { file: 'Choose a file, or paste the text' });
  const done = await asked.change(tx => takeInTranslation(tx, byOf(asked, shared), { edition: kept.edition, language, markdown }));
  if (!done.ok) return show(asked, shared, raw, { [asked.upload ? 'file' : 'text']: faultWords(done.fault) });
  return goTo(`/${asked.school.slug}/policies/${kept.document.id}/translations`, 'Every clause is there. It waits for approval.');
}

async function decide(asked: Asked<{ translation: string }>, shared: Shared, deed: 'approve' | 'withdraw' | 'put-back'): Promise<Reply> {
  const [kept, one] = [await keptPolicy(asked, shared), await oneOf(asked, asked.form.translation)];
  if (!kept || !one || !approves(asked, kept)) return NOT_FOUND;
  const by = byOf(asked, shared);
  const done = await asked.change(tx => (deed === 'approve' ? approveTranslation(tx, by, one) : withdrawTranslation(tx, by, one, deed === 'put-back')));
  const said = { approve: 'Approved. Readers of this language see it now.', withdraw: 'Withdrawn. Readers see the English, or the translation before this one.', 'put-back': 'Put back. Readers see it again.' }[deed];
  return goTo(`/${asked.school.slug}/policies/${kept.document.id}/translations`, done ? said : 'Nothing was changed.');
}
