import { createHash } from 'node:crypto';
import { audit, personalDigest, VERIFY_ACT, WHOLE_LOG } from '../database/audit.js';
import type { Database, Sql } from '../database/database.js';
import { seeing } from '../database/sight.js';
import type { Anchor, Head } from './anchors.js';

/** A row's fields as the database hashed them, in that order, and what is compared with them. */
interface Row {
  fields: (string | null)[];
  chain: number;
  seq: number;
  hash: string;
  personal: string | null;
  salt: string | null;
  content: string | null;
}

/** What the check of the whole log found. */
export interface Verdict {
  rows: number;
  chains: number;
  /** rows whose personal values were erased or went with a person */
  erased: number;
  anchors: number;
  /** the first thing that does not agree, in one line; null where everything does */
  broken: string | null;
}

const BATCH = 5_000;

/** The columns that a row's hash covers, as text; the trigger `audit_take_place` hashes the same. */
const FIELDS = `ARRAY[l.chain::text, l.seq::text, l.id::text, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  l.actor_id::text, l.act, l.subject_type, l.subject_id::text, l.county_id::text, l.request_id, l.detail::text,
  encode(l.personal_digest, 'hex')]`;

/** The hash of a row behind another: what the database wrote, worked out again by other means. */
export function nextHash(previous: Buffer, fields: readonly (string | null)[]): Buffer {
  const content = fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join(',');
  return createHash('sha256').update(previous).update(content).digest();
}

/** Where a chain begins. */
export function beginning(chain: number): Buffer {
  return createHash('sha256').update(`stoa audit chain ${chain}`).digest();
}

/**
 * Goes through the whole log: every row must follow from the one before, every chain must end where its head says, and all that was once
 * noted outside the database must still be in it. Edits, deletions, reorderings and cut-off ends all show.
 */
export async function verifyAudit(db: Database, anchors: readonly Anchor[], onProgress: (rows: number) => void): Promise<Verdict> {
  return await seeing(db, 'audit', async (tx) => {
    const verdict: Verdict = { rows: 0, chains: 0, erased: 0, anchors: anchors.length, broken: await unchained(tx) };
    const heads = await readHeads(tx);
    if (heads.length === 0) verdict.broken ??= 'the heads of the chains are missing';
    for (const head of heads) {
      if (head.seq > 0) verdict.chains += 1;
      const noted = notedHashes(anchors, head.chain);
      verdict.broken ??= await walk(tx, head, noted, verdict, onProgress);
    }
    return verdict;
  });
}

/** Notes in the log what a walk through it found, for whoever reads the log later. */
export function noteVerdict(tx: Sql, { rows, chains, broken }: Verdict, at: Date): Promise<void> {
  const subject = { subjectType: 'AuditLog', subjectId: WHOLE_LOG };
  return audit(tx, { actorId: null, act: VERIFY_ACT, ...subject, at, detail: { rows, chains, whole: broken === null } });
}

async function unchained(tx: Sql): Promise<string | null> {
  const row = await tx.row<{ id: string }>('SELECT id FROM audit_log WHERE chain IS NULL LIMIT 1');
  return row && `row ${row.id} is in no chain`;
}

/** The ends of all chains. */
export async function readHeads(sql: Sql): Promise<Head[]> {
  return await sql.rows<Head>(`SELECT chain, seq::float8 AS seq, encode(hash, 'hex') AS hash FROM audit_heads ORDER BY chain`);
}

function notedHashes(anchors: readonly Anchor[], chain: number): Map<number, { hash: string; at: string }> {
  const noted = new Map<number, { hash: string; at: string }>();
  for (const { at, heads } of anchors)
    for (const head of heads) if (head.chain === chain && !noted.has(head.seq)) noted.set(head.seq, { hash: head.hash, at });
  return noted;
}

async function walk(
  tx: Sql,
  head: Head,
  noted: Map<number, { hash: string; at: string }>,
  verdict: Verdict,
  onProgress: (rows: number) => void,
): Promise<string | null> {
  let hash = beginning(head.chain);
  let seq = 0;
  for (;;) {
    const rows = await tx.rows<Row>(
      `SELECT ${FIELDS} AS fields, l.chain, l.seq::float8 AS seq, encode(l.hash, 'hex') AS hash, encode(l.personal_digest, 'hex') AS personal,
         encode(p.salt, 'hex') AS salt, p.content
       FROM audit_log l LEFT JOIN audit_personal p ON p.audit_id = l.id WHERE l.chain = $1 AND l.seq > $2 ORDER BY l.seq LIMIT ${BATCH}`,
      [head.chain, seq],
    );
    for (const row of rows) {
      const place = `chain ${head.chain}, row ${row.seq} (${row.fields[2]}, ${row.fields[3]})`;
      if (row.seq !== seq + 1) return `${place}: the ${row.seq - seq - 1} rows before it are missing`;
      hash = nextHash(hash, row.fields);
      seq = row.seq;
      if (hash.toString('hex') !== row.hash) return `${place}: it is not as it was written, or not in its place`;
      const fault = personalFault(row);
      if (fault) return `${place}: ${fault}`;
      if (row.personal !== null && row.salt === null) verdict.erased += 1;
      const note = noted.get(seq);
      if (note && note.hash !== row.hash) return `${place}: it is not the row that was noted outside the database at ${note.at}`;
      verdict.rows += 1;
    }
    onProgress(verdict.rows);
    if (rows.length < BATCH) break;
  }
  if (seq !== head.seq || hash.toString('hex') !== head.hash)
    return `chain ${head.chain} ends at row ${seq}, and its head says ${head.seq}`;
  const beyond = [...noted].find(([at]) => at > seq);
  return beyond ? `chain ${head.chain} ends at row ${seq}, and row ${beyond[0]} was noted outside the database at ${beyond[1].at}` : null;
}

function personalFault({ personal, salt, content }: Row): string | null {
  if (salt === null || content === null) return null;
  if (personal === personalDigest(Buffer.from(salt, 'hex'), content).toString('hex')) return null;
  return 'the personal values beside it are not those it was written with';
}
