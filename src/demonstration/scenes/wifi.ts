/** A pool of codes for the guest wifi, one of them given. */
import type { Tx } from '../../platform/database/index.ts';
import { listPeople } from '../../school/people/index.ts';
import { fillPool } from '../../school/visitors/index.ts';
import type { Stage } from './words.ts';

const CODES = 12;
const GUESTS = ['visitor', 'photographer', 'volunteer', 'contractor'];
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Where the school's rules open the wifi to guests who have signed. */
export async function openWifi(tx: Tx, stage: Stage): Promise<void> {
  const keeper = stage.holderOf('network-manager') ?? stage.holderOf('ict-lead') ?? stage.holderOf('office');
  if (keeper === null) return;
  const code = () => Array.from({ length: 10 }, () => LETTERS[Math.floor(stage.chance() * LETTERS.length)]!).join('');
  const guests = (await listPeople(tx, { day: stage.today, kinds: GUESTS, limit: 20 })).map(({ id }) => id);
  await fillPool(tx, stage, { school: stage.school.id, by: keeper, at: stage.now }, { folder: stage.sealFolder, network: 'Guest', codes: Array.from({ length: CODES }, code), guests });
}
