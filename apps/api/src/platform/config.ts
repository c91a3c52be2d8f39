import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { ROLES, type Role } from '@stoa/domain';
import { z } from 'zod';
import { contentOf, refuseWeakSecrets, withSecretFiles } from './secrets.js';
import { ConfigError } from './config-error.js';
import { hostList, isBucket } from './setting-rules.js';
import { readProviders, type OidcProvider } from './oidc-settings.js';
import { addressesOf } from './database/connection.js';

export { ConfigError };

const flag = z.enum(['on', 'off', '1', '0', 'true', 'false']).transform((v) => v === 'on' || v === '1' || v === 'true');
const url = (protocols: string[]) =>
  z
    .string()
    .refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), `must be a URL starting with ${protocols.join(' or ')}`);
/** One database; its address may name several hosts, `postgres://user@one:5432,two:5432/name`. */
const postgres = z
  .string()
  .refine(
    (v) => addressesOf(v).every((each) => URL.canParse(each) && ['postgres:', 'postgresql:'].includes(new URL(each).protocol)),
    'must be a URL starting with postgres: or postgresql:',
  );
/** Several databases, separated by blanks. */
const postgresList = z
  .string()
  .transform((v) => v.split(/\s+/).filter(Boolean))
  .pipe(z.array(postgres).max(16));
/** A time in whole seconds, kept in milliseconds. */
const seconds = (most: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(most)
    .transform((v) => v * 1000);

const MOST_BYTES = 2 ** 40;
/** The size of a file. @param usual where nothing is set */
const bytes = (usual: number) => z.coerce.number().int().positive().max(MOST_BYTES).default(usual);

/** Every variable that Stoa reads, with its rule. `.env.example` lists the same names; a test compares them. */
export const settings = {
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  DATABASE_URL: postgres.optional(),
  DATABASE_REPLICA_URLS: postgresList.optional(),
  DATABASE_DIRECT_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_POOLED: z.enum(['transaction']).optional(),
  BROKER_URL: url(['redis:', 'rediss:']).optional(),
  STORAGE_URL: url(['s3:']).refine(isBucket, 'must be s3://KEY:SECRET@host/bucket').optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().min(3).default('Stoa <stoa@localhost>'),
  INBOUND_MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z\d-]+(?:\.[a-z\d-]+)+$/i, 'must be a domain such as reply.example.org')
    .optional(),
  INBOUND_MAIL_HOST: z.string().min(1).default('127.0.0.1'),
  INBOUND_MAIL_PORT: z.coerce.number().int().min(0).max(65535).default(2525),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SESSION_SECRET_PREVIOUS: z.string().min(32).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:']).optional(),
  OIDC_PROVIDERS: z.string().default(''),
  DEMO_NOW: z
    .string()
    .refine((v) => v === 'live' || !Number.isNaN(Date.parse(v)), 'must be an ISO 8601 time or "live"')
    .optional(),
  STOA_DATA: z.string().min(1).default('./.stoa'),
  STOA_DEMO: flag.optional(),
  STOA_MIGRATE: flag.default(true),
  STOA_JOBS: flag.default(true),
  STOA_STOP_NOTICE_SECONDS: seconds(120).default(0),
  STOA_STOP_WITHIN_SECONDS: seconds(600).default(25_000),
  STOA_INSECURE_HTTP: flag.default(false),
  STOA_TIME_ZONE: z
    .string()
    .refine((v) => Intl.supportedValuesOf('timeZone').includes(v), 'must be an IANA time zone')
    .default('Europe/Athens'),
  STOA_SECOND_FACTOR_ROLES: z
    .string()
    .transform((v) => v.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(ROLES, `must name roles among ${ROLES.join(', ')}`)))
    .default([]),
  STOA_REQUEST_BUDGET: z.coerce.number().int().min(0).default(300_000),
  STOA_MAX_IMPORT_BYTES: bytes(64 * 1024 ** 2),
  STOA_ATTACHMENTS_PER_POST: z.coerce.number().int().min(0).max(20).default(5),
  STOA_MAX_ATTACHMENT_BYTES: bytes(20 * 1024 ** 2),
  STOA_MAX_PICTURE_PIXELS: z.coerce.number().int().min(1_000_000).max(1_000_000_000).default(50_000_000),
  STOA_MAX_RESOURCE_FILE_BYTES: bytes(5 * 1024 ** 3),
  STOA_UPLOAD_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  STOA_NEW_MEMBER_DAYS: z.coerce.number().int().min(0).max(365).default(30),
  STOA_NEW_MEMBER_POSTS: z.coerce.number().int().min(0).max(10_000).default(10),
  STOA_REPEATED_LINKS: z.coerce.number().int().min(0).max(1_000).default(3),
  STOA_SPAM_CLASSIFIER_URL: url(['https:']).optional(),
  STOA_SPAM_CLASSIFIER_TOKEN: z.string().min(8).optional(),
  STOA_LINK_PREVIEWS: flag.optional(),
  STOA_HARVEST_HOSTS: hostList.default([]),
} as const;

/** What the running program knows of its environment. Times and sizes carry their unit in the name. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string | null;
  databaseUrl: string | null;
  replicaUrls: readonly string[];
  directUrl: string | null;
  ownerUrl: string | null;
  statementNames: boolean;
  /** A broker that speaks the protocol of Redis; without one nodes tell each other through PostgreSQL. */
  brokerUrl: string | null;
  storageUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where mail comes in: answers to notices, and mail that is sent back; null: none is taken. */
  inbound: { domain: string; host: string; port: number } | null;
  secrets: string[];
  trustProxy: number;
  logLevel: string;
  metricsToken: string | null;
  /** A collector of OpenTelemetry; null: nothing is traced. */
  tracesUrl: string | null;
  /** Who may vouch for people beside Stoa's own passwords, in the order of their buttons. */
  providers: OidcProvider[];
  /** Whether a start brings the database up to date; otherwise it only checks that it is. */
  migrate: boolean;
  /** Whether the program works on jobs and schedules beside requests; otherwise another one on the same database does. */
  jobs: boolean;
  /** How long /readyz says that the program stops before it does. */
  stopNoticeMs: number;
  /** How long running requests and jobs may take when the program stops. */
  stopWithinMs: number;
  demo: boolean;
  production: boolean;
  demoNow: string | null;
  dataDir: string;
  secureCookie: boolean;
  timeZone: string;
  maxImportBytes: number;
  uploads: UploadSettings;
  /** Roles whose rights need a session with a second factor. */
  secondFactorRoles: Role[];
  /** What the operations of a session may cost in a minute; 0 for no limit. */
  requestBudget: number;
  /** A socket through which tests move the clock of a demo; null anywhere else. */
  clockHandle: string | null;
  spam: SpamSettings;
  /** Whether somebody looks what stands where links of posts lead. */
  linkPreviews: boolean;
  /** Hosts of the inner network, or with other ports than the web's, that libraries may be harvested from: `host` or `host:port`. */
  harvestHosts: readonly string[];
}

/** What files may be uploaded, and for how long they wait. */
export interface UploadSettings {
  /** So many files a post may have; 0: none. */
  attachmentsPerPost: number;
  attachmentBytes: number;
  /** Of one file of a resource. */
  resourceFileBytes: number;
  /** Of a picture, all its frames together. */
  mostPixels: number;
  /** For so long an upload may stand still before it is forgotten. */
  hours: number;
}

/** What keeps spam out of discussions. */
export interface SpamSettings {
  /** For so many days after joining a network a member is new in it; 0: nobody is. */
  newMemberDays: number;
  /** So many posts a new member may write in ten minutes; 0: any number. */
  newMemberPosts: number;
  /** From the so-manieth post with the same link on, those of new members are held; 0: none is. */
  repeatedLinks: number;
  /** Who is asked whether a new member's text is spam; null: nobody. */
  classifierUrl: string | null;
  classifierToken: string | null;
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Reads the environment once. A demo is: embedded database, loopback host, no https address, or `STOA_DEMO=on`.
 * @throws ConfigError or SecretError with one line naming the variable
 */
export function loadConfig(given: NodeJS.ProcessEnv, root: string = process.cwd()): Config {
  const env = withSecretFiles(given);
  for (const name of Object.keys(env)) {
    if (name.startsWith('STOA_') && !(name in settings) && !name.startsWith('STOA_TEST_')) {
      throw new ConfigError(`Unknown setting ${name}. See .env.example for the names Stoa reads.`);
    }
  }
  const present = Object.fromEntries(Object.keys(settings).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = z.object(settings).safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`Setting ${String(issue?.path[0])}: ${issue?.message ?? 'is malformed'}`);
  }
  const s = parsed.data;
  const https = s.PUBLIC_URL?.startsWith('https:') ?? false;
  const production = Boolean(s.DATABASE_URL) || https;
  const demo = s.STOA_DEMO ?? (!production && loopback.has(s.HOST));
  const dataDir = isAbsolute(s.STOA_DATA) ? s.STOA_DATA : resolve(root, s.STOA_DATA);
  refuseUnsafe(s, { production, demo, https });
  if (env['STOA_TEST_CLOCK'] && !demo) throw new ConfigError('Setting STOA_TEST_CLOCK: is refused where there is no demo.');
  return {
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    databaseUrl: s.DATABASE_URL ?? null,
    replicaUrls: s.DATABASE_REPLICA_URLS ?? [],
    directUrl: s.DATABASE_DIRECT_URL ?? null,
    ownerUrl: s.DATABASE_OWNER_URL ?? null,
    statementNames: s.DATABASE_POOLED !== 'transaction',
    brokerUrl: s.BROKER_URL ?? null,
    storageUrl: s.STORAGE_URL ?? null,
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM,
    inbound: s.INBOUND_MAIL_DOMAIN
      ? { domain: s.INBOUND_MAIL_DOMAIN.toLowerCase(), host: s.INBOUND_MAIL_HOST, port: s.INBOUND_MAIL_PORT }
      : null,
    secrets: [s.SESSION_SECRET ?? keptSecret(dataDir), ...(s.SESSION_SECRET_PREVIOUS ? [s.SESSION_SECRET_PREVIOUS] : [])],
    trustProxy: s.TRUST_PROXY,
    logLevel: s.LOG_LEVEL,
    metricsToken: s.METRICS_TOKEN ?? null,
    tracesUrl: s.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    providers: readProviders(env),
    migrate: s.STOA_MIGRATE,
    jobs: s.STOA_JOBS,
    stopNoticeMs: s.STOA_STOP_NOTICE_SECONDS,
    stopWithinMs: s.STOA_STOP_WITHIN_SECONDS,
    demo,
    production,
    demoNow: demo ? (s.DEMO_NOW ?? '2026-11-24T09:00:00+02:00') : null,
    dataDir,
    secureCookie: !s.STOA_INSECURE_HTTP,
    timeZone: s.STOA_TIME_ZONE,
    maxImportBytes: s.STOA_MAX_IMPORT_BYTES,
    uploads: {
      attachmentsPerPost: s.STOA_ATTACHMENTS_PER_POST,
      attachmentBytes: s.STOA_MAX_ATTACHMENT_BYTES,
      resourceFileBytes: s.STOA_MAX_RESOURCE_FILE_BYTES,
      mostPixels: s.STOA_MAX_PICTURE_PIXELS,
      hours: s.STOA_UPLOAD_HOURS,
    },
    secondFactorRoles: s.STOA_SECOND_FACTOR_ROLES,
    requestBudget: s.STOA_REQUEST_BUDGET,
    clockHandle: env['STOA_TEST_CLOCK'] ?? null,
    spam: {
      newMemberDays: s.STOA_NEW_MEMBER_DAYS,
      newMemberPosts: s.STOA_NEW_MEMBER_POSTS,
      repeatedLinks: s.STOA_REPEATED_LINKS,
      classifierUrl: s.STOA_SPAM_CLASSIFIER_URL ?? null,
      classifierToken: s.STOA_SPAM_CLASSIFIER_TOKEN ?? null,
    },
    // A demo asks nobody outside.
    linkPreviews: s.STOA_LINK_PREVIEWS ?? !demo,
    harvestHosts: s.STOA_HARVEST_HOSTS,
  };
}

interface Risky {
  SESSION_SECRET?: string | undefined;
  SESSION_SECRET_PREVIOUS?: string | undefined;
  DEMO_NOW?: string | undefined;
  DATABASE_POOLED?: 'transaction' | undefined;
  DATABASE_DIRECT_URL?: string | undefined;
  HOST: string;
  STOA_INSECURE_HTTP: boolean;
}

function refuseUnsafe(s: Risky, mode: { production: boolean; demo: boolean; https: boolean }): void {
  refuseWeakSecrets({ SESSION_SECRET: s.SESSION_SECRET, SESSION_SECRET_PREVIOUS: s.SESSION_SECRET_PREVIOUS });
  if (mode.production && !s.SESSION_SECRET) throw new ConfigError('Setting SESSION_SECRET: is required in production.');
  if (s.DATABASE_POOLED && !s.DATABASE_DIRECT_URL)
    throw new ConfigError('Setting DATABASE_DIRECT_URL: is required with DATABASE_POOLED; jobs and locks need a session of their own.');
  if (s.DEMO_NOW && !mode.demo) throw new ConfigError('Setting DEMO_NOW: is refused where there is no demo.');
  if (!mode.https && !loopback.has(s.HOST) && !s.STOA_INSECURE_HTTP) {
    throw new ConfigError('Setting HOST: is not loopback and PUBLIC_URL is not https; set STOA_INSECURE_HTTP=1 only if you mean it.');
  }
}

/** The secret of an installation without one in its environment: made once, readable by its owner alone. */
function keptSecret(dataDir: string): string {
  const file = resolve(dataDir, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return contentOf(file, file);
}
