/** People whom a policy binds and who sign nothing; the cyber security standards of the DfE ask it of supply staff and guests too. */
import type { Finding, Policy, Vocabulary } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

/** One finding for each kind of people bound by some policy and signing none, at the first policy that binds it. */
export function checkSigning({ rulebook, documents }: PackDesk): readonly Finding[] {
  const { vocabulary, policies } = rulebook;
  const signers = policies.flatMap(signersOf);
  const said = new Set<string>();
  const unsigned = documents.flatMap(({ policy, head }) => policy.front.binds.flatMap((kind) => {
    const isSigned = signers.some((signer) => isWithin(kind, signer, vocabulary)) || narrowerKinds(kind, vocabulary).some((one) => signers.includes(one));
    if (isSigned || said.has(kind)) return [];
    said.add(kind);
    return [findingAt(policy.front.sign ? head('sign') : head('binds'), {
      severity: 'warning', code: 'audience-unsigned', message: `This policy binds ${titleOf(kind, vocabulary)}, who sign no policy at all.`, remedy: 'Add them to "sign", or say in a policy how they agree before they get access.',
    })];
  }));
  return [...unsigned, ...guestsLeftOut({ rulebook, documents })];
}

function signersOf({ front, clauses }: Policy): readonly string[] {
  const bySheet = front.sign ? [...(front.sign.who ?? front.binds), ...(front.sign.countersign ?? [])] : [];
  const byRule = clauses.flatMap(({ rules }) => rules.filter(isSigning).flatMap(({ who }) => (who.kinds.length > 0 ? who.kinds : front.binds)));
  return [...bySheet, ...byRule];
}

/** A log-in that is given only after signing is a signature too. */
function isSigning({ verb, attributes }: { verb: string; attributes: Readonly<Record<string, string>> }): boolean {
  return verb === 'sign' || verb === 'countersign' || (verb === 'account' && attributes['after'] === 'sign');
}

/** A school whose policies bind staff and no guest at all. */
function guestsLeftOut({ rulebook, documents }: Pick<PackDesk, 'rulebook' | 'documents'>): readonly Finding[] {
  const bound = rulebook.policies.flatMap(({ front }) => front.binds);
  const first = documents.find(({ policy }) => policy.front.binds.includes('staff'));
  const hasGuests = bound.some((kind) => isWithin(kind, 'visitor', rulebook.vocabulary));
  if (!first || hasGuests || !rulebook.vocabulary.kinds.has('visitor')) return [];
  return [findingAt(first.head('binds'), {
    severity: 'warning', code: 'audience-gap', message: 'No policy here binds visitors, so guests may use the network without agreeing to anything (DfE cyber security standards).',
    remedy: 'Bind visitors too and let them sign, or keep guests off the network.',
  })];
}

function isWithin(kind: string, wider: string, { kinds }: Vocabulary): boolean {
  return kind === wider || (kinds.get(kind)?.within.includes(wider) ?? false);
}

function narrowerKinds(kind: string, { kinds }: Vocabulary): readonly string[] {
  return [...kinds.values()].filter(({ within }) => within.includes(kind)).map(({ name }) => name);
}

function titleOf(kind: string, { kinds, offices }: Vocabulary): string {
  const title = kinds.get(kind)?.title ?? offices.get(kind)?.title ?? kind;
  return `"${title.toLowerCase()}"`;
}
