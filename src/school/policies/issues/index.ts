/** The front door of what people were given. */
export { openIssue, openedBySigning } from './deeds.ts';
export { exportIssues, isUnopened } from './reads.ts';
export { ISSUE_READERS, issueRoutes } from './routes.tsx';
export { issuePolicies, type IssueRound } from './run.ts';
export { forgetIssues } from './store.ts';
