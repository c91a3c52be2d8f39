// Files of a resource: made to do harm, and one that is larger than any memory, whose line breaks.
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { hostileDocuments } from '../../../apps/api/src/testing/hostile-documents.mjs';
import { mb, memoryOf } from './memory.mjs';

const TUS = { 'tus-resumable': '1.0.0' };
const STRETCH = 4 * 1024 * 1024;
const CREATE = `mutation($input: CreateResourceInput!) { createResource(input: $input) { resource { id } userErrors { code } } }`;
const ADD =
  'mutation($input: AddResourceFilesInput!) { addResourceFiles(input: $input) { files { id url name mime viewUrl } userErrors { code } } }';

/** Highest memory of a program and of the processes that it starts, each by itself. */
export function watchMemory(pid) {
  const before = memoryOf(pid);
  const found = { program: before, readers: 0, before };
  const timer = setInterval(() => {
    found.program = Math.max(found.program, memoryOf(pid));
    for (const child of childrenOf(pid)) found.readers = Math.max(found.readers, memoryOf(child));
  }, 20);
  return { found, stop: () => clearInterval(timer) };
}

function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** A draft to which files are sent. @returns its global id */
export async function draftOf(client, world, database) {
  const [county] = await world.sql(database, "SELECT id FROM territories WHERE kind = 'COUNTY' ORDER BY id LIMIT 1");
  const input = { ownerType: 'COUNTY', ownerId: `Territory_${county.id}`, kind: 'GUIDE', title: 'Files of a rig', lang: 'en' };
  const { createResource } = await client.data(CREATE, { input });
  return createResource.resource.id;
}

async function begin(client, place, name, size) {
  const metadata = Object.entries({ purpose: 'resource', place, filename: name }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const reply = await client.send({
    method: 'POST',
    path: '/uploads',
    headers: { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata.join(',') },
  });
  return reply.status === 201 ? { path: reply.headers.location } : { code: JSON.parse(reply.text).code };
}

const patch = (client, path, offset, body) =>
  client.send({
    method: 'PATCH',
    path,
    headers: {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'content-length': String(body.length),
    },
    body,
  });

/** Sends a file whole. @returns the global id of the upload, or the code of the refusal */
async function sendWhole(client, place, name, content) {
  const { path, code } = await begin(client, place, name, content.length);
  if (code) return code;
  const reply = await patch(client, path, 0, content);
  return reply.status === 204 ? `Upload_${path.split('/').at(-1)}` : JSON.parse(reply.text).code;
}

/** Sends hostile documents to a resource, publishes them, and waits until their texts were looked for. */
export async function playHostile({ client, world, database, report, place }) {
  const answers = new Map();
  let kept = [];
  const documents = hostileDocuments();
  // Making them takes a while, in which the connection was closed; that must be noticed first.
  await wait(1_000);
  for (const { what, name, content, refused } of documents) {
    const id = await sendWhole(client, place, name, content);
    const isRight = refused === null ? id.startsWith('Upload_') : id === refused;
    answers.set(what, isRight ? 'as expected' : id);
    if (id.startsWith('Upload_')) kept = (await client.data(ADD, { input: { id: place, uploadIds: [id] } })).addResourceFiles.files;
  }
  const wrong = [...answers].filter(([, answer]) => answer !== 'as expected');
  report.row(
    'hostile files of a resource are kept or refused as they should',
    `${answers.size} files, ${kept.length} kept, ${wrong.length} otherwise`,
    wrong.length === 0,
  );
  for (const [what, answer] of wrong) report.note(`${what}: ${answer}`);
  const resourceId = place.split('_')[1];
  await world.sql(
    database,
    `UPDATE resource_versions v SET state = 'PUBLISHED', content = jsonb_set(v.content, '{files}',
       (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'title', '', 'alt', '', 'role', 'MATERIAL', 'lang', NULL)) FROM resource_files a WHERE a.resource_id = $1)) WHERE resource_id = $1`,
    [resourceId],
  );
  await world.sql(database, "UPDATE resources SET state = 'PUBLISHED', published_at = now() WHERE id = $1", [resourceId]);
  await world.sql(database, "SELECT graphile_worker.add_job('ResourcePublished', $1::json)", [JSON.stringify({ resourceId })]);
  const began = performance.now();
  const states = await settled(world, database, resourceId);
  const stuck = states.filter(({ state }) => state === 'WAITING' || state === 'TAKING');
  report.row(
    'the text of each is taken, or given up, in processes of their own',
    `${states.map(({ state, error, n }) => `${error ?? state} ${n}`).join(', ')} in ${Math.round((performance.now() - began) / 1_000)} s`,
    states.length > 0 && stuck.length === 0,
  );
  const active = [];
  for (const { url, name, mime } of kept) {
    const { status, headers } = await client.send({ path: `${url}?inline` });
    const isShown = /^(?:application\/pdf|image\/|audio\/|video\/|text\/vtt)/.test(mime);
    const policy = headers['content-security-policy'] ?? '';
    const isSafe =
      status === 200 &&
      headers['x-content-type-options'] === 'nosniff' &&
      (isShown || headers['content-disposition'].startsWith('attachment;')) &&
      policy.startsWith("default-src 'none'") &&
      !/html|svg|javascript/.test(headers['content-type']);
    if (!isSafe) active.push(`${name}: ${status} ${JSON.stringify(headers)}`);
  }
  report.row(
    '0 of them served active, shown in place or not',
    `${kept.length} downloads, ${active.length} active`,
    kept.length > 0 && active.length === 0,
  );
  for (const line of active) report.note(line);
}

async function settled(world, database, resourceId) {
  for (const deadline = performance.now() + 900_000; ; await wait(500)) {
    const rows = await world.sql(
      database,
      'SELECT state, error, count(*)::int AS n FROM resource_texts WHERE resource_id = $1 GROUP BY state, error ORDER BY n DESC',
      [resourceId],
    );
    const isOpen = rows.length === 0 || rows.some(({ state }) => state === 'WAITING' || state === 'TAKING');
    if (!isOpen || performance.now() > deadline) return rows;
  }
}

/** Sends a large file whose line breaks twice, goes on where it was, and asks for a part of it. @param bytes its size */
export async function playLarge({ client, report, place, bytes, pid }) {
  const chunk = randomBytes(STRETCH);
  const count = Math.ceil(bytes / STRETCH);
  const size = count * STRETCH;
  const stretch = (n) => {
    chunk.writeUInt32BE(n, 0);
    return chunk;
  };
  const watch = watchMemory(pid);
  const began = performance.now();
  const { path } = await begin(client, place, 'lecture.bin', size);
  const seen = [];
  let breaks = 0;
  for (let n = 0; n < count;) {
    const isBroken = breaks < 2 && n === Math.floor(((breaks + 1) * count) / 3);
    if (isBroken) {
      breaks += 1;
      await brokenOff(client, path, n * STRETCH, stretch(n));
      const offset = await offsetOf(client, path, n * STRETCH);
      // What came of the broken stretch is there; the rest of it follows.
      const rest = stretch(n).subarray(offset - n * STRETCH);
      const reply = await patch(client, path, offset, rest);
      if (reply.status !== 204) throw new Error(`after a break: ${reply.status} ${reply.text}`);
    } else {
      const reply = await patch(client, path, n * STRETCH, stretch(n));
      if (reply.status !== 204) throw new Error(`stretch ${n}: ${reply.status} ${reply.text}`);
    }
    n += 1;
    if (n % Math.ceil(count / 10) === 0) seen.push(`${Math.round((100 * n) / count)} %`);
  }
  const sent = performance.now();
  const { files } = (await client.data(ADD, { input: { id: place, uploadIds: [`Upload_${path.split('/').at(-1)}`] } })).addResourceFiles;
  watch.stop();
  const file = files.find(({ name }) => name === 'lecture.bin');
  const at = Math.floor(count / 2);
  const part = await client.send({ path: file.url, headers: { range: `bytes=${at * STRETCH}-${at * STRETCH + 3}` } });
  const whole = createHash('sha256');
  for (let n = 0; n < count; n += 1) whole.update(stretch(n));
  report.row(
    `${(size / 1e9).toFixed(2)} GB, broken off twice, arrive whole`,
    `${Math.round((sent - began) / 1_000)} s, ${breaks} breaks, seen at ${seen.join(' ')}`,
    part.status === 206 && part.headers.etag === `"${whole.digest('hex')}"`,
  );
  report.row(
    'memory while it comes and is put together',
    `${mb(watch.found.program)}, ${mb(watch.found.program - watch.found.before)} more than before`,
    watch.found.program - watch.found.before < 200e6,
  );
}

/** Begins a stretch and closes the line in its middle. */
function brokenOff(client, path, offset, body) {
  return new Promise((resolve) => {
    const headers = {
      ...TUS,
      cookie: client.cookie,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'content-length': String(body.length),
    };
    const call = request(new URL(path, client.base), { method: 'PATCH', headers, agent: false });
    call.on('error', () => resolve());
    call.on('close', () => resolve());
    call.write(body.subarray(0, body.length / 2), () => setTimeout(() => call.destroy(), 200));
  });
}

/** How far a file has come, once the broken request was noticed. */
async function offsetOf(client, path, before) {
  for (let tries = 0; ; tries += 1) {
    const { headers } = await client.send({ method: 'HEAD', path, headers: TUS });
    const offset = Number(headers['upload-offset']);
    if (offset > before || tries > 50) return offset;
    await wait(100);
  }
}
