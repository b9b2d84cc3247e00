/** Clauses that the register keeps. */
import type { Operates } from '../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'day-school/applications-code#only-listed-apps', by: 'listApplication', test: 'what is not on the list is asked for, and a yes puts it there for whoever asked' },
  { clause: 'day-school/applications-code#approved-users', by: 'standingOf', test: 'an application on the list stays shut to those it is not open to' },
  { clause: 'day-school/applications-code#records-users', by: 'addAppUser', test: 'people are named for an application one by one, until a day' },
  { clause: 'day-school/applications-code#training-users', by: 'addAppUser', test: 'people are named for an application one by one, until a day' },
];
