/** What stands on every paper of the same kind, in the language spoken here. */
import { say } from '../../../platform/languages/index.ts';

/** The words of the templates in paper.ts: `d.words`. */
export const paperWords = () => ({
  what: say('What'), recorded: say('As recorded'), shown: 'The words that were shown', shownFile: 'The words that were shown, exactly as they were hashed', drawn: 'Drawn signature',
  seal: 'The seal of this document', fingerprint: 'Fingerprint of the certificate (SHA-256)',
  signed: 'Signed by that day', nothing: say('Nothing.'), signedHead: [say('Text'), say('Signed'), say('How'), say('Then')], marks: 'The marks of those texts (SHA-256)',
  asked: 'Asked by that day and not signed', askedHead: [say('Policy'), 'Asked since', 'To be signed by', 'On that day'], clauses: 'Clauses in force that spoke to them', none: say('None.'),
});
