/** The files of OneRoster 1.2 (CSV binding) that tell of people, and their columns in the order of the specification. */

const BASE = ['sourcedId', 'status', 'dateLastModified'] as const;

export const COLUMNS = {
  'academicSessions.csv': [...BASE, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
  'classes.csv': [...BASE, 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId', 'termSourcedIds', 'subjects', 'subjectCodes', 'periods'],
  'courses.csv': [...BASE, 'schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes'],
  'enrollments.csv': [...BASE, 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
  'orgs.csv': [...BASE, 'name', 'type', 'identifier', 'parentSourcedId'],
  'roles.csv': [...BASE, 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId'],
  'users.csv': [
    ...BASE, 'enabledUser', 'username', 'userIds', 'givenName', 'familyName', 'middleName', 'identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades', 'password',
    'userMasterIdentifier', 'preferredGivenName', 'preferredMiddleName', 'preferredFamilyName', 'primaryOrgSourcedId', 'pronouns',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FileName = keyof typeof COLUMNS;

/** Columns without which a file cannot be understood; the others may be left out and are then empty. */
export const NEEDED: Readonly<Partial<Record<FileName, readonly string[]>>> = {
  'users.csv': ['sourcedId', 'givenName', 'familyName'],
  'roles.csv': ['sourcedId', 'userSourcedId', 'role'],
  'orgs.csv': ['sourcedId', 'name', 'type'],
  'classes.csv': ['sourcedId', 'title'],
  'enrollments.csv': ['sourcedId', 'classSourcedId', 'userSourcedId', 'role'],
};

/** In version 1.1 the role and the schools stood in users.csv. */
export const OLDER_USERS = ['orgSourcedIds', 'role'] as const;

/** Every file that a manifest of version 1.2 speaks of. */
export const MANIFEST_FILES = [
  'academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItemLearningObjectiveIds', 'lineItems', 'lineItemScoreScales', 'orgs',
  'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'roles', 'scoreScales', 'userProfiles', 'userResources', 'users',
] as const;
