/** The clauses that are kept by what stands round a signature. */
import type { Operates } from '../../feature.ts';

export const familyOperates: readonly Operates[] = [
  { clause: 'prep-school/e-safety#parents-countersign', by: 'signAgreement', test: 'two parents in separate homes must both agree: it stays open until the second has signed' },
  { clause: 'prep-school/early-years-ks1-code#read-main-policy', by: 'readFirst', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#help-your-child', by: 'promisesOf', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#form-internet', by: 'promisesOf', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#form-support', by: 'promisesOf', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#form-standards', by: 'promisesOf', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#form-name', by: 'keepProof', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/early-years-ks1-code#form-signature', by: 'keepProof', test: 'a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof' },
  { clause: 'prep-school/middle-senior-code#child-answers', by: 'promisesOf', test: 'a parent says the policy’s own statements with the signature, each as a line of its own' },
  { clause: 'prep-school/middle-senior-code#standards-at-home', by: 'promisesOf', test: 'a parent says the policy’s own statements with the signature, each as a line of its own' },
  { clause: 'prep-school/middle-senior-code#parent-signs', by: 'signAgreement', test: 'two parents in separate homes must both agree: it stays open until the second has signed' },
  { clause: 'prep-school/staff-code#read-with-main-policy', by: 'readFirst', test: 'a name put to it before the other document was read signs nothing' },
  { clause: 'prep-school/e-safety#parents-countersign', by: 'signTogether', test: 'a parent reads the rules of two children in one pass, looks at every answer once more, and signs them with one name' },
  { clause: 'prep-school/early-years-ks1-code#form-signature', by: 'signTogether', test: 'a parent reads the rules of two children in one pass, looks at every answer once more, and signs them with one name' },
];
