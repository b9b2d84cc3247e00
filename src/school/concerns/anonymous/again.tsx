/** The page of telling without a name, with what was written before: for its own form, and for one who was signed out while writing. */
import { page, type Asked, type Body, type FieldErrors, type Reply } from '../../../platform/web/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import type { Shared } from '../../feature.ts';
import { forPupils } from '../tell-someone/parts.tsx';
import { readNow } from '../tell-someone/reads.ts';
import { UnnamedPage } from './pages.tsx';

export async function unnamedAgain(asked: Asked<unknown>, shared: Shared, { raw, errors }: { readonly raw: Body; readonly errors: FieldErrors }): Promise<Reply> {
  const read = await asked.read(tx => readNow(tx, asked));
  return page('For pupils', <UnnamedPage base={`/${asked.school.slug}/tell-someone`} lines={forPupils(shared.helpLines)} head={capital(officeWords('head', shared.vocabulary))} read={read} raw={raw} errors={errors} />, { withoutBox: true, status: Object.keys(errors).length > 0 ? 422 : 200 });
}
