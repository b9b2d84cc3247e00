/** The rules for a text without rules, in one list. */
import { cutOffIn } from '../cut-off.ts';
import { outdatedIn } from '../outdated.ts';
import { peopleNamedIn } from '../people-named.ts';
import { placeholdersIn } from '../placeholders.ts';
import type { TextRule } from '../words.ts';
import { checkAudienceGap, checkUnsignedAudience } from './audience.ts';
import { checkTextCadences } from './cadences.ts';
import { checkBackup, checkDeletion } from './keeping.ts';
import { checkMonitoringAuthority, checkMonitoringStories, checkSecretMonitoring } from './monitoring.ts';
import { checkPasswords, checkRiskyPermissions } from './permissions.ts';
import { checkTextReferences } from './references.ts';
import { checkApproval, checkReview } from './review.ts';
import { checkAcknowledgement, checkSignature } from './signing.ts';
import { checkTemporaryText } from './temporary.ts';

export const TEXT_RULES: readonly TextRule[] = [
  ({ passages }) => [...placeholdersIn(passages), ...cutOffIn(passages), ...peopleNamedIn(passages)],
  ({ passages, standards, on }) => outdatedIn(passages, standards, on),
  checkReview, checkApproval, checkSignature, checkAcknowledgement, checkUnsignedAudience, checkAudienceGap,
  checkMonitoringStories, checkSecretMonitoring, checkMonitoringAuthority, checkRiskyPermissions, checkPasswords, checkDeletion, checkBackup,
  checkTextCadences, checkTemporaryText, checkTextReferences,
];
