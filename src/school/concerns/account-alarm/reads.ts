/** What the pages of account alarms are drawn from. */
export { alarmsDecidedBy, findAlarm } from './store.ts';
