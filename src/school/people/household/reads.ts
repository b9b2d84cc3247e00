/** What pages and signing in ask about households. */
export { belongsTo, countMembers, householdOf, listMembers } from './store.ts';
