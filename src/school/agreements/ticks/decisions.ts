/** Which statements were ticked on a form that was sent. Pure. */
import { fieldOfTick, type Tick } from './words.ts';

/** The places of the statements that a form ticks, and an error at each that it leaves open. */
export function ticksIn(form: Readonly<Record<string, unknown>>, ticks: readonly Tick[]): { said: number[]; errors: Record<string, string> } {
  const said = ticks.flatMap((_, at) => (form[fieldOfTick(at)] === 'yes' ? [at] : []));
  return { said, errors: Object.fromEntries(ticks.flatMap((_, at) => (said.includes(at) ? [] : [[fieldOfTick(at), 'Tick this line to sign, or say that you do not want to sign']]))) };
}

/** Whether every statement was ticked. */
export const allSaid = (ticks: readonly Tick[], said: readonly number[]): boolean => ticks.every((_, at) => said.includes(at));
