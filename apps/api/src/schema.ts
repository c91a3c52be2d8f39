import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { GraphQLSchema } from 'graphql';
import { accountsResolvers } from './modules/accounts/index.js';
import { appointmentsResolvers } from './modules/appointments/index.js';
import { TerritoryResolver } from './modules/territories/index.js';
import { CentreResolver, StructureResolver, TopicResolver } from './modules/centres/index.js';
import { schoolResolvers } from './modules/schools/index.js';
import { directoryResolvers } from './modules/directory/index.js';
import { ImportResolver } from './modules/imports/index.js';
import { networkResolvers } from './modules/networks/index.js';
import { moderationResolvers } from './modules/moderation/index.js';
import { discussionResolvers } from './modules/discussions/index.js';
import { resourceResolvers } from './modules/resources/index.js';
import { libraryResolvers } from './modules/library/index.js';
import { learningResolvers } from './modules/learning/index.js';
import { interchangeResolvers } from './modules/interchange/index.js';
import { ReportsResolver } from './modules/reports/index.js';
import { HomeResolver, MemberExportResolver, OversightResolver } from './modules/oversight/index.js';
import { LiveNoticesResolver, NoticesResolver } from './modules/notifications/index.js';
import { AuditResolver } from './modules/audit/index.js';
import { privacyResolvers } from './modules/privacy/index.js';
import { SearchResolver } from './modules/search/index.js';

/** The resolvers of all modules, in the modules' order. */
const resolvers: NonEmptyArray<new () => object> = [
  ...accountsResolvers,
  TerritoryResolver,
  TopicResolver,
  CentreResolver,
  StructureResolver,
  ...appointmentsResolvers,
  ...schoolResolvers,
  ...directoryResolvers,
  ImportResolver,
  ...networkResolvers,
  ...moderationResolvers,
  ...discussionResolvers,
  ...resourceResolvers,
  ...libraryResolvers,
  ...learningResolvers,
  ...interchangeResolvers,
  ReportsResolver,
  OversightResolver,
  MemberExportResolver,
  HomeResolver,
  SearchResolver,
  NoticesResolver,
  LiveNoticesResolver,
  AuditResolver,
  ...privacyResolvers,
];

/** Root fields that a visitor may ask for, a line for each module. Everything else is refused before execution. */
export const PUBLIC_OPERATIONS: ReadonlySet<string> = new Set([
  ...[
    'viewer',
    'signIn',
    'finishSignIn',
    'passkeySignInOptions',
    'signInWithPasskey',
    'signOut',
    'signUp',
    'confirmSignUp',
    'acceptInvitation',
    'requestNewLink',
    'requestPasswordReset',
    'resetPassword',
    'accountToken',
    'demoAccounts',
    'signInProviders',
    'voucher',
    'beginProviderSignIn',
    'proveAccount',
    'signUpByProvider',
    'confirmEmailChange',
    'undoEmailChange',
    'person',
    'consentTexts',
  ],
  ...['territory', 'territories'],
  ...['topic', 'topics', 'centre', 'centres', 'structure', 'structures'],
  ...['school', 'schools', 'schoolGroup', 'schoolGroups'],
  ...['place', 'places', 'helpAnswers'],
  ...['network', 'networks'],
  ...['resource', 'ownerResources', 'reportResource'],
  ...['library', 'librarySuggestions', 'stopSearchMail'],
  ...['learningPath', 'learningPaths', 'collection', 'collections', 'certificate', 'sharedPortfolio'],
  ...['annualReport', 'networkReports'],
  ...['search'],
  ...['unsubscription', 'unsubscribe'],
]);

/**
 * Commands open to whoever has not agreed to what is in force: agreeing itself, signing out, and one's own data, which must not hang on
 * an agreement.
 */
export const OPEN_WITHOUT_AGREEMENT: ReadonlySet<string> = new Set([
  ...PUBLIC_OPERATIONS,
  ...['giveConsents', 'withdrawConsent', 'prove', 'revokeSession', 'updatePreferences'],
  ...['startPersonalExport', 'cancelExport', 'requestErasure', 'cancelErasure', 'requestCorrection'],
]);

/** Subscriptions have their news from feeds; the library's own topics, which know no rights, are not used. */
function noTopics(): never {
  throw new Error('A subscription names its feed, not a topic');
}

let schema: Promise<GraphQLSchema> | undefined;

/** The schema, built when it is first asked for; argument values are checked by commands, not by class-validator, which would echo what was typed. */
export function makeSchema(): Promise<GraphQLSchema> {
  return (schema ??= buildSchema({
    resolvers,
    validate: false,
    nullableByDefault: false,
    // It would run an introspection with every start; the command that writes the schema down validates it.
    skipCheck: true,
    pubSub: { publish: noTopics, subscribe: noTopics },
  }));
}
