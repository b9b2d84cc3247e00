/** What a parent's one page is drawn from. Everything on it is the reader's own or the child's: never what another adult said, signed or is called. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import { fullName, widened, type Person } from '../../people/index.ts';
import { allowedTo } from '../allowed/reads.ts';
import { stateOf } from '../decisions.ts';
import type { ChildRules, FamilyProps } from '../pages/family.tsx';
import { agreementsByIds, familyOf, listAgreements, listAsks, policiesToSign, type Place } from '../reads.ts';
import { refusals } from '../store.ts';
import { toSignOf } from '../views.ts';
import type { AskRow, FamilyChild, SigningPolicy } from '../words.ts';
import { weekOf } from './week.ts';

const MOST_SIGNED = 200;

interface Of {
  readonly reader: Reader;
  readonly place: Place;
  /** Whether the week is worked out too. */
  readonly week: boolean;
}

/** Each child with the state of its rules as far as this parent is asked, and the parent's own. */
export async function familyView(tx: Tx, of: Of): Promise<FamilyProps> {
  const { reader, place } = of;
  const family = await familyOf(tx, reader.person!, place.today);
  const own = await toSignOf(tx, await listAsks(tx, [reader.person!]), { place, offices: reader.offices });
  const mine = await mineOf(tx, reader.person!, family);
  const policies = await policiesToSign(tx, place.vocabulary);
  const allowed = await allowedTo(tx, { children: of.week ? family.map(({ child, asks }) => ({ id: child.id, policies: asks.flatMap(ask => policies.get(ask.policy) ?? []) })) : [], reader: reader.person, place });
  const children = [];
  for (const { child, mayAgree, asks } of family) {
    const rules = asks.flatMap(ask => { const policy = policies.get(ask.policy); return policy ? [rulesOf(ask, policy, { mine, mayAgree, today: place.today })] : []; });
    children.push({
      id: child.id, name: fullName(child), givenName: child.givenName, mayAgree, rules, place: child.place ? [child.place.yearGroup, child.place.class].filter(Boolean).join(', ') : '',
      allowed: allowed.get(child.id) ?? [],
      week: of.week ? await weekOf(tx, { place, reader: { kinds: widened(child.kinds, place.vocabulary), offices: [] } }) : [],
      agreed: of.week ? await agreedOf(tx, child, { parent: reader.person!, policies }) : [],
    });
  }
  return { slug: place.school.slug, own, children };
}

interface Mine {
  /** The reader's standing countersignatures by their id, and the refusals by child and policy. */
  readonly signed: ReadonlyMap<string, string>;
  readonly refused: ReadonlySet<string>;
}

async function mineOf(tx: Tx, parent: string, family: readonly FamilyChild[]): Promise<Mine> {
  const asks = family.flatMap(one => one.asks);
  const signed = (await agreementsByIds(tx, asks.flatMap(ask => ask.guardianAgreements))).filter(one => one.by === parent);
  const refused = asks.length === 0 ? [] : (await refusals(tx, family.map(one => one.child.id))).filter(one => one.capacity === 'guardian' && one.by === parent);
  return { signed: new Map(signed.map(one => [one.id, one.signedOn])), refused: new Set(refused.map(one => `${one.person} ${one.policy}`)) };
}

/** One set of rules of a child as this parent is asked about it. */
function rulesOf(ask: AskRow, policy: SigningPolicy, of: { mine: Mine; mayAgree: boolean; today: string }): ChildRules {
  const id = ask.guardianAgreements.find(one => of.mine.signed.has(one)) ?? null;
  const mine = id === null ? null : { id, on: of.mine.signed.get(id)! };
  const toSign = policy.countersign && of.mayAgree && ask.countersignedOn === null && mine === null;
  const declinedOn = of.mine.refused.has(`${ask.person} ${ask.policy}`) && toSign ? ask.declinedOn ?? of.today : null;
  return {
    ask, policy, mine, toSign, forAnother: mine !== null && ask.countersignedOn === null,
    state: stateOf({ open: ask.open, due: ask.need?.due ?? null, declinedOn }, of.today),
  };
}

/** What stands: the child's own promises, and what this parent signed beside them. */
async function agreedOf(tx: Tx, child: Person, of: { parent: string; policies: ReadonlyMap<string, SigningPolicy> }): Promise<FamilyProps['children'][number]['agreed']> {
  const all = await listAgreements(tx, { persons: [child.id], limit: MOST_SIGNED });
  const seen = new Set<string>();
  return all.filter(one => one.withdrawnOn === null && (one.capacity === 'self' || one.by === of.parent)).flatMap(one => {
    const key = `${one.policy} ${one.capacity}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ id: one.id, title: of.policies.get(one.policy)?.title ?? one.policy, on: one.signedOn, mine: one.capacity === 'guardian' }];
  });
}
