/** The contents page: every feature, listener and answer, listed by hand. */
import fs from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { drawDocument, type Frame } from './page-parts/index.ts';
import { schoolBySlug, type Database } from './platform/database/index.ts';
import type { Errand } from './platform/jobs/index.ts';
import { buildServer, type Drawing, type Route } from './platform/web/index.ts';
import { byMail, readerFor } from './readers.ts';
import type { Feature, Shared } from './school/feature.ts';
import { oops } from './school/oops.tsx';
import { accountListeners, accounts, accountsOn, forgetAgainInAccounts, isBeingMadeSafe } from './school/accounts/index.ts';
import { afterSchoolDays, agreements, clauseSignatures, listenersFor, listNamedTerms, myRules, newAsks, parentsSaid, schoolDay, sheetsAtDoor, signAtDoor, signedCounts, teachersOf, termsAreKnown, whoHasSigned, whoSignsAgain } from './school/agreements/index.ts';
import { apps, appsNamed, permissionDecided } from './school/apps/index.ts';
import { assurance, navFor, type PersonaList } from './school/assurance/index.ts';
import { concerns, heldForLaw, sanctionWasSwitched } from './school/concerns/index.ts';
import { agreedRecordings, forgetAgainInHolds, heldBack, images, pictureListeners } from './school/images/index.ts';
import { confiscationBegins, confiscationEnds, devices, forgetAgainInCustody } from './school/devices/index.ts';
import { mayI } from './school/may-i/index.ts';
import { post } from './school/post/index.ts';
import { leaveTogether, people, peopleWithEmail } from './school/people/index.ts';
import { clausesNaming, officesNamed, openedBySigning, policies } from './school/policies/index.ts';
import { notAskedOfGuests, visitors, wifiListeners } from './school/visitors/index.ts';
import { applicationIsWithdrawn, leaverHoldsNothing, leaverStillHas, livePermissions, permissions, permissionsOn, restsOn, rolesOf, whoWouldDecide } from './school/permissions/index.ts';
import { comingTrips, trips, tripLeadersOf, tripsOn } from './school/trips/index.ts';
import { answerAll, type Questions } from './school/answers.ts';
import { hear } from './school/bulletin.ts';
import { cardRoutes, mailLinkRoutes, routes as signInRoutes, SESSION_COOKIE } from './sign-in/index.ts';

/** What main.ts (or a test) hands in. */
export interface AppParts extends Shared {
  readonly db: Database;
  readonly now: () => Date;
  /** The folder that holds `assets/` and `assets.json`. */
  readonly buildFolder: string;
  readonly secureCookies: boolean;
  readonly logErrors: (error: unknown, reference: string) => void;
  /** Routes that exist in demonstration mode alone. */
  readonly demonstrationRoutes?: readonly Route[];
  readonly personas: PersonaList;
  /** Whether a mail server is set, so that mail leaves. */
  readonly mailLeaves?: boolean;
}

/** Every feature, in the order of the navigation. */
export function featuresOf(parts: Shared & { readonly personas: PersonaList; readonly mailLeaves?: boolean }): Feature[] {
  const features = [people(parts), policies(parts), agreements(parts), mayI(parts), permissions(parts), concerns(parts), accounts(parts), trips(parts), apps(parts), images(parts), devices(parts), visitors(parts), post(parts)];
  return [...features, assurance(parts, features, parts.personas)];
}

let wired = false;

/** Who answers which question, and who hears which event. Once a process: both lists are the same for every server. */
export function wire(shared: Shared): void {
  if (wired) return;
  wired = true;
  const heard = listenersFor(shared);
  hear('policy-published', heard['policy-published']);
  hear('person-joined', heard['person-joined'], { oneForMany: true });
  hear('person-changed', heard['person-changed'], { oneForMany: true });
  hear('person-left', heard['person-left'], { oneForMany: true });
  hear('person-left', wifiListeners['person-left']);
  hear('person-left', leaveTogether);
  hear('person-left', leaverStillHas);
  hear('person-left', leaverHoldsNothing);
  const accountsHear = accountListeners(shared);
  for (const name of ['sanction-began', 'sanction-ended'] as const) hear(name, accountsHear[name]);
  hear('account-shut', accountsHear['account-shut']);
  hear('account-secured', accountsHear['account-secured']);
  hear('sanction-switched', sanctionWasSwitched(shared));
  hear('permission-decided', permissionDecided);
  hear('application-withdrawn', applicationIsWithdrawn);
  hear('agreement-signed', openedBySigning);
  hear('picture-worry', pictureListeners(shared)['picture-worry']);
  hear('agreement-withdrawn', wifiListeners['agreement-withdrawn']);
  hear('confiscation-began', confiscationBegins);
  hear('confiscation-ended', confiscationEnds);
  hear('forget-again', forgetAgainInAccounts);
  hear('forget-again', forgetAgainInCustody);
  hear('forget-again', forgetAgainInHolds);
  answerAll({
    clausesNaming: clausesNaming(shared),
    officesNamed: officesNamed(shared),
    signedCounts,
    whoSignsAgain: whoSignsAgain(shared),
    clauseSignatures: clauseSignatures(shared),
    newAsks: newAsks(shared),
    myRules: myRules(shared),
    termsAreKnown,
    terms: listNamedTerms,
    teachersOf,
    schoolDay,
    afterSchoolDays,
    sheetsAtDoor: sheetsAtDoor(shared),
    signAtDoor: signAtDoor(shared),
    parentsSaid: parentsSaid(shared),
    whoHasSigned,
    notAskedOfGuests: notAskedOfGuests(shared),
    livePermissions: livePermissions(shared),
    permissionsOn: permissionsOn(shared),
    tripsOn,
    tripLeadersOf,
    comingTrips,
    restsOn: restsOn(shared),
    whoWouldDecide: whoWouldDecide(shared),
    appsNamed: appsNamed(shared),
    rolesOf: rolesOf(shared),
    agreedRecordings: agreedRecordings(shared),
    heldBack: heldBack(shared),
    accountsOn: accountsOn(shared),
    heldForLaw,
    beingMadeSafe: isBeingMadeSafe,
    // What they were taught is not kept: whoever looks back is told so.
    trainingBy: async () => null,
  } satisfies Questions);
}

/** One piece of a feature's work that runs in a process of its own, wired as the server is. */
export async function doApart(parts: Shared & { readonly db: Database }, { work, out }: Errand): Promise<void> {
  wire(parts);
  const how = featuresOf({ ...parts, personas: async () => [] }).flatMap(feature => Object.entries(feature.apart ?? {})).find(([name]) => name === work.name)?.[1];
  if (!how) throw new Error(`no feature does "${work.name}"`);
  await how({ db: parts.db, given: work.given, out });
}

/** Every route the server serves. */
export const routesOf = (parts: Pick<AppParts, 'demonstration' | 'demonstrationRoutes' | 'mailLeaves' | 'vocabulary' | 'sealFolder'>, features: readonly Feature[]): Route[] => [
  ...features.flatMap(feature => feature.routes),
  ...signInRoutes({ demonstration: parts.demonstration, keyFolder: parts.sealFolder, peopleOfEmail: peopleWithEmail }),
  ...mailLinkRoutes(byMail(parts)),
  ...cardRoutes(byMail(parts)),
  ...(parts.demonstrationRoutes ?? []),
];

/** Builds the whole application on an open database. The caller listens and closes. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  wire(parts);
  const features = featuresOf(parts);
  const frame: Frame = { asset: assetsOf(parts.buildFolder), nav: navOf(features), demonstration: parts.demonstration };
  return buildServer({
    db: parts.db, now: parts.now, routes: routesOf(parts, features),
    draw: (page, drawing) => drawDocument(frame, page, drawing),
    oops, schoolBySlug: slug => schoolBySlug(parts.db, slug),
    readerOf: (cookies, school, now) => readerFor(parts, cookies[SESSION_COOKIE], school, now),
    assetsFolder: path.join(parts.buildFolder, 'assets'), secureCookies: parts.secureCookies, logErrors: parts.logErrors,
  });
}

/** The main navigation: what each reader may open, and nothing else. What is opened seldom stands behind "More". */
const navOf = (features: readonly Feature[]) => (drawing: Drawing) => {
  const { school, reader } = drawing;
  if (!school) return [];
  const open = navFor(features, reader);
  const daily = open.filter(item => !item.under).map(item => ({ text: item.text, href: `/${school.slug}${item.path}` }));
  return open.length === daily.length ? daily : [...daily, { text: 'More', href: `/${school.slug}/all` }];
};

/** An asset's address with its fingerprint, so that browsers keep it for a year and still see every change. */
function assetsOf(folder: string): (name: string) => string {
  const hashes = JSON.parse(fs.readFileSync(path.join(folder, 'assets.json'), 'utf8')) as Record<string, string>;
  return name => `/assets/${name}${name.startsWith('fonts/') ? '' : `?${hashes[name] ?? ''}`}`;
}

