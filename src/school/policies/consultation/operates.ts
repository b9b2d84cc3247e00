/** The clause that is kept by asking those who plan with the head. */
import type { Operates } from '../../feature.ts';

export const consultationOperates: readonly Operates[] = [
  { clause: 'prep-school/e-safety#working-together', by: 'openConsultation', test: 'the head of IT asks those whom the policy names about its next edition, they answer, and the edition’s history counts them' },
  { clause: 'prep-school/e-safety#working-together', by: 'talliesOf', test: 'governors see how many were asked and answered, and never who said what' },
];
