import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { safeFileName } from '@stoa/domain';
import { Server, type Upload } from '@tus/server';
import { signedIn } from '../authorize.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { isCrossSite } from '../http/origin.js';
import { LEAST_COST } from '../http/request-budget.js';
import { isUuid, newId } from '../ids.js';
import type { Services } from '../services.js';
import { finishUpload } from './finish-upload.js';
import { uploadPurpose } from './purposes.js';
import { StretchStore } from './tus-store.js';
import { UploadRefused } from './upload-refused.js';
import { addUpload, uploadRow, type UploadRow } from './upload-rows.js';

const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  AGREEMENT_REQUIRED: 403,
  NOT_FOUND: 404,
  UPLOAD_GONE: 410,
  FILE_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  STORAGE_FULL: 507,
};

interface Answer {
  status_code: number;
  body: string;
}

/**
 * `/uploads/`: files that come in stretches and go on after a broken line (tus 1.0). `POST` says how large a file is, and as metadata its
 * `filename`, `purpose` and `place`; the right is asked there, before the first byte. Whoever began an upload alone goes on with it. When the last
 * byte is there the answer says whether the file is taken: 204, or 422 with `{ code }`.
 */
export function takeUploads(services: Services, contextOf: (req: IncomingMessage, res: ServerResponse) => Promise<Context>) {
  const asking = new AsyncLocalStorage<Context>();
  let underWay = 0;
  const me = (): Context => {
    const ctx = asking.getStore();
    if (!ctx) throw new Error('An upload is handled within its request');
    return ctx;
  };
  const rowOf = (id: string) => uploadRow(services.db, id, signedIn(me().viewer));
  const server = new Server({
    path: '/uploads',
    relativeLocation: true,
    // Left out, every site might read the answers.
    allowedOrigins: [],
    datastore: new StretchStore(services, rowOf),
    namingFunction: () => newId(),
    onUploadCreate: (_req, upload) => begin(me(), upload),
    onUploadFinish: async (_req, { id }) => {
      const row = await rowOf(id);
      if (row) await finish(services, row);
      return {};
    },
    onResponseError: (_req, error) => answerOf(error, services),
  });
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const ctx = await contextOf(req, res);
    try {
      await admit(ctx, req, services);
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof UploadRefused)) throw error;
      req.resume();
      const { status_code: status, body } = answerOf(error, services);
      const retry = error instanceof Refusal ? error.extensions['retryAfterSeconds'] : undefined;
      res.writeHead(status, { ...JSON_HEADERS, ...(retry === undefined ? {} : { 'retry-after': String(retry) }) }).end(body);
      return;
    }
    res.setHeader('cache-control', 'no-store');
    underWay += 1;
    try {
      await asking.run(ctx, () => server.handle(req, res));
    } finally {
      underWay -= 1;
      // Before Node 24 every promise of the program is followed from the first use on, which slows all requests down, until this.
      if (underWay === 0) asking.disable();
    }
  };
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Who may speak here at all, and of which upload. @throws Refusal, UploadRefused */
async function admit(ctx: Context, req: IncomingMessage, services: Services): Promise<void> {
  if (isCrossSite(req, ctx.config.publicUrl)) throw new Refusal('FORBIDDEN');
  const personId = signedIn(ctx.viewer);
  if (ctx.me?.mustAgree) throw new Refusal('AGREEMENT_REQUIRED');
  ctx.spend(LEAST_COST);
  if (req.method === 'POST' || req.method === 'OPTIONS') return;
  const id = idOf(req);
  const row = id === null ? null : await uploadRow(services.db, id, personId);
  if (!row) throw new Refusal('NOT_FOUND');
  // Whoever comes back after the last byte, whose answer was lost, is told what became of it.
  if (req.method === 'HEAD' && row.state === 'RECEIVING' && row.received === row.size) await finish(services, row);
}

function idOf(req: IncomingMessage): string | null {
  const id = /^\/uploads\/([^/?#]+)\/?(?:[?#]|$)/u.exec(req.url ?? '')?.[1] ?? '';
  return isUuid(id) ? id : null;
}

/** Asks the right and notes the upload. @throws Refusal, UploadRefused */
async function begin(ctx: Context, { id, size, metadata }: Upload): Promise<object> {
  const purpose = uploadPurpose(metadata?.['purpose'] ?? '');
  if (!purpose || size === undefined || !Number.isSafeInteger(size) || size < 0) throw new Refusal('BAD_REQUEST');
  const at = await purpose.placeOf(ctx, metadata?.['place'] ?? '');
  if (size === 0) throw new UploadRefused('EMPTY_FILE');
  if (size > purpose.maxBytes(ctx.config)) throw new UploadRefused('FILE_TOO_LARGE');
  const upload = {
    id,
    person_id: signedIn(ctx.viewer),
    purpose: purpose.name,
    place: at.place,
    place_id: at.placeId,
    name: safeFileName(metadata?.['filename'] ?? ''),
    size,
  };
  if (!(await addUpload(ctx.db, upload, purpose.most(ctx.config)))) throw new UploadRefused('TOO_MANY_FILES');
  return {};
}

/** @throws UploadRefused */
async function finish(services: Services, row: UploadRow): Promise<void> {
  if (row.state === 'RECEIVING') await finishUpload(services, row);
}

/** What is answered to an error: a code that the interface has words for; never what went wrong inside. */
function answerOf(error: unknown, { log }: Pick<Services, 'log'>): Answer {
  if (error instanceof Refusal || error instanceof UploadRefused) {
    const status = STATUS[error.code] ?? (error instanceof UploadRefused ? 422 : 403);
    return { status_code: status, body: JSON.stringify({ code: error.code }) };
  }
  const { status_code: status, body } = (error ?? {}) as Partial<Answer>;
  if (typeof status === 'number' && typeof body === 'string' && status < 500) return { status_code: status, body };
  // A line that breaks is no fault of ours.
  if (typeof status !== 'number') log.error({ err: error }, 'upload failed');
  return { status_code: 500, body: JSON.stringify({ code: 'INTERNAL' }) };
}
