import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { entities } from '../../entities.js';
import { jobHandlers } from '../../jobs.js';
import { migrations } from '../../migrations/index.js';
import { contactSeen } from '../../modules/accounts/contact-seen.js';
import { writeLetter } from '../../modules/appointments/letter.js';
import { auditFacets, auditLog } from '../../modules/audit/audit.queries.js';
import { dataAccesses } from '../../modules/privacy/accesses.queries.js';
import { NO_LONGER_ATTACHED, setAttachments } from '../../modules/discussions/attachments/set-attachments.js';
import { erasePerson } from '../../modules/privacy/erasure/erase-person.js';
import { storedFiles } from '../../modules/privacy/files.queries.js';
import { privacy } from '../../modules/privacy/privacy.queries.js';
import { applyRules, previewRetention } from '../../modules/privacy/retention/retention.js';
import { countyTree, factories } from '../../testing/factories.js';
import { testMe } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { verifyAudit } from '../audit/verify.js';
import { fileRecord } from '../files/records.js';
import { newId } from '../ids.js';
import { finishUpload } from '../uploads/finish-upload.js';
import { removeAbandonedUploads, removeOrphans, removeUploads } from '../uploads/remove-uploads.js';
import { addUpload, takePart, uploadRow } from '../uploads/upload-rows.js';
import { publish, runDueJobs } from '../outbox/outbox.js';
import { audit, eraseAuditPersonal, WHOLE_LOG } from './audit.js';
import { openDatabase, type Database } from './database.js';
import { grantRuntime, roleOf } from './runtime-role.js';
import { seeing } from './sight.js';

const ROLE = `runtime_${randomBytes(4).toString('hex')}`;
const AT = new Date('2026-11-24T07:00:00Z');
let world: World;
let runtime: Database;
let personId: string;
let address: string;

describe('second wall', () => {
  beforeAll(async () => {
    world = await startWorld();
    const owner = world.services.db;
    personId = await factories(owner).person({ name: 'Ewa' });
    await owner.row(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'for this test'`);
    await grantRuntime(owner.pool, ROLE);
    await grantRuntime(owner.pool, ROLE); // Each start does it again.
    const url = new URL((owner as unknown as { url: string }).url);
    [url.username, url.password] = [ROLE, 'for this test'];
    address = url.href;
    runtime = await openDatabase({ url: address, entities, migrations, poolSize: 2 });
    await runtime.transaction(async (tx) => {
      await audit(tx, {
        actorId: personId,
        act: 'changeEmail',
        subjectType: 'Person',
        subjectId: personId,
        at: AT,
        personal: { personId, values: { before: 'ewa@example.org' } },
      });
    });
  });
  afterAll(async () => {
    await runtime.close();
    await world.services.db.row(`DROP OWNED BY ${ROLE}`);
    await world.services.db.row(`DROP ROLE ${ROLE}`);
    await world.close();
  });

  const count = (sql: { rows: Database['rows'] }, table: string) => sql.rows(`SELECT 1 FROM ${table}`).then(({ length }) => length);

  describe('the role that serves people', () => {
    it('is the one of the address', () => {
      expect(roleOf(address)).toBe(ROLE);
    });

    it('sees no row of the log without saying what it is about', async () => {
      expect(await count(runtime, 'audit_log')).toBe(0);
      expect(await runtime.transaction((tx) => count(tx, 'audit_log'))).toBe(0);
      expect(await seeing(runtime, 'audit', (tx) => count(tx, 'audit_log'))).toBe(1);
      // Nothing of it stays on the connection.
      expect(await count(runtime, 'audit_log')).toBe(0);
      expect(await verifyAudit(runtime, [], () => undefined)).toMatchObject({ rows: 1, broken: null });
    });

    it.each([
      'CREATE TABLE mine (id int)',
      'ALTER TABLE people ADD COLUMN mine int',
      'ALTER TABLE audit_log DISABLE TRIGGER USER',
      'ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY',
      'DROP TABLE posts',
      'TRUNCATE people CASCADE',
      `UPDATE audit_log SET act = 'x'`,
      'DELETE FROM audit_log',
      'TRUNCATE audit_log CASCADE',
      'UPDATE audit_heads SET seq = 0',
      `UPDATE audit_personal SET content = '{}'`,
      'DELETE FROM migrations',
      `SET session_replication_role = replica`,
    ])('may not: %s', async (statement) => {
      await expect(seeing(runtime, 'all', (tx) => tx.row(statement))).rejects.toMatchObject({ code: '42501' });
    });

    it('reads the log where a page of it is shown, and adds to it', async () => {
      const make = factories(world.services.db);
      const admin = await make.person();
      await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: WHOLE_LOG });
      const ctxOf = async (id: string) => {
        const viewer = await world.services.viewerOf(id);
        return { ...world.app.contextFor({ viewer, me: testMe(id) }), db: runtime };
      };
      await contactSeen(await ctxOf(admin), [personId]);
      expect((await auditLog(await ctxOf(admin), { first: 5 })).edges.map(({ node }) => node.act)).toEqual(['viewContact', 'changeEmail']);
      expect((await auditFacets(await ctxOf(admin))).acts).toEqual(['changeEmail', 'readAuditLog', 'viewContact']);
      expect((await dataAccesses(await ctxOf(personId), { first: 5 })).edges.map(({ node }) => node.act)).toEqual(['viewContact']);
    });

    it('works the queue, and erases personal values', async () => {
      await publish(runtime, 'NobodyListens', {});
      await runDueJobs(runtime.pool, jobHandlers, world.services);
      expect(await runtime.row('SELECT count(*)::int AS n FROM graphile_worker.jobs')).toEqual({ n: 1 });
      expect(await runtime.transaction((tx) => eraseAuditPersonal(tx, personId))).toBe(1);
    });

    describe('of files', () => {
      /** The program as it serves people, with its own rights in the database. */
      const services = () => ({ ...world.services, db: runtime });
      let letter: { appointmentId: string; fileId: string };
      beforeAll(async () => {
        const make = factories(world.services.db);
        const { countyId } = await countyTree(world.services.db);
        const appointmentId = await make.appointment({ personId, role: 'CC', scopeType: 'COUNTY', scopeId: countyId, countyId });
        await writeLetter(services(), appointmentId);
        const row = await runtime.row<{ letter_file_id: string }>('SELECT letter_file_id FROM appointments WHERE id = $1', [appointmentId]);
        letter = { appointmentId, fileId: row?.letter_file_id ?? '' };
      });

      it.each([
        'SELECT 1 FROM files',
        'UPDATE files SET removed_at = now()',
        'DELETE FROM files',
        'SELECT f.name FROM appointments a LEFT JOIN files f ON f.id = a.letter_file_id',
      ])('fails without saying what it is about: %s', async (statement) => {
        await expect(runtime.row(statement)).rejects.toMatchObject({ code: '42501' });
        await expect(seeing(runtime, 'audit', (tx) => tx.row(statement))).rejects.toMatchObject({ code: '42501' });
        await expect(runtime.row('SELECT 1 FROM people')).resolves.not.toBeNull();
      });

      it('serves what it may, lists imports, tells people what is held, and clears away', async () => {
        expect(await fileRecord(runtime, letter.fileId)).toMatchObject({ subject_type: 'Appointment', subject_id: letter.appointmentId });
        const ctx = async (id: string) => ({
          ...world.app.contextFor({ viewer: await world.services.viewerOf(id), me: testMe(id) }),
          ...services(),
        });
        const admin = await factories(world.services.db).person();
        await factories(world.services.db).appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: WHOLE_LOG });
        const answer = await world.app.graphql.execute(await ctx(admin), {
          query: `{ importRuns(first: 5) { edges { node { id } } } home { items { key } } importRun(id: "ImportRun_00000000-0000-7000-8000-000000000000") { id }
            appointments(first: 5) { edges { node { letter { name } } } } }`,
        });
        expect(answer.errors).toBeUndefined();
        expect(JSON.stringify(answer.data)).toContain('letter-of-appointment.pdf');
        expect((await privacy(await ctx(personId))).held.find(({ purpose }) => purpose === 'files')).toMatchObject({ count: 1 });
        expect((await storedFiles(runtime, personId)).map(({ id }) => id)).toEqual([letter.fileId]);
        await applyRules(services(), async () => undefined);
        expect((await previewRetention(services())).length).toBeGreaterThan(0);
      });

      it('takes files in, gives them to a post, and removes what belongs to nothing', async () => {
        const make = factories(world.services.db);
        const { countyId } = await countyTree(world.services.db);
        const networkId = await make.network({ countyId });
        const place = { county_id: countyId, network_id: networkId, author_id: personId, lang: 'en', created_at: AT };
        const [threadId, postId] = [newId(), newId()];
        await make.insert('threads', {
          id: threadId,
          ...place,
          no: 1,
          slug: 'a',
          title: 'A',
          kind: 'QUESTION',
          last_post_at: AT,
          search: 'a',
        });
        await make.insert('posts', { id: postId, ...place, thread_id: threadId, no: 1, body: 'A', body_html: 'A' });
        const arrive = async () => {
          const upload = { id: newId(), person_id: personId, purpose: 'post', place: 'REPLY', place_id: threadId, name: 'a.txt', size: 5 };
          expect(await addUpload(runtime, upload, 5)).toBe(true);
          expect(await takePart(runtime, upload.id, 0, await world.services.files.put(Readable.from([Buffer.from('words')])))).toBe(true);
          const row = await uploadRow(runtime, upload.id, personId);
          if (row) await finishUpload(services(), row);
          return upload.id;
        };
        const [used, unused] = [await arrive(), await arrive()];
        const owner = { postId, countyId, authorId: personId };
        await runtime.transaction((tx) => setAttachments(tx, world.services.config, owner, [{ id: `Upload_${used}` }]));
        await removeUploads(services(), personId, [unused]);
        expect((await storedFiles(runtime, personId)).map(({ name }) => name).toSorted()).toEqual(['a.txt', 'letter-of-appointment.pdf']);
        await runtime.transaction((tx) => setAttachments(tx, world.services.config, owner, []));
        await removeAbandonedUploads(services(), 90);
        await removeOrphans(services(), NO_LONGER_ATTACHED);
        expect((await storedFiles(runtime, personId)).map(({ id }) => id)).toEqual([letter.fileId]);
      });

      it('erases whose files they are', async () => {
        const file = await fileRecord(runtime, letter.fileId);
        await erasePerson(services(), personId, { at: AT, withdrawsWords: false });
        expect(await fileRecord(runtime, letter.fileId)).toBeNull();
        await expect(world.services.files.get(file?.storage_key ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      });
    });
  });
});
