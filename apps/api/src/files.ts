import { isShownInPlace } from '@stoa/domain';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { App } from './app.js';
import { appointmentFilePolicy } from './modules/appointments/index.js';
import { auditExportFile } from './modules/audit/index.js';
import { attachmentFilePolicy } from './modules/discussions/index.js';
import type { Download } from './modules/learning/index.js';
import { importFilePolicy } from './modules/imports/index.js';
import { fileRecord, type FilePolicy, type FileRecord } from './platform/files/records.js';
import { personalExportFile } from './modules/privacy/index.js';
import { memberExportFile } from './modules/oversight/index.js';
import { resourceFilePolicy } from './modules/resources/index.js';
import { exportFile } from './modules/reports/index.js';
import type { Context } from './platform/context.js';
import { isUuid } from './platform/ids.js';
import { Refusal } from './platform/errors.js';
import { UPLOAD_SUBJECT } from './platform/uploads/finish-upload.js';
import { sendFile, type SentFile } from './platform/files/send-file.js';

/** Who may download what, by the file's subject type. A type that is not here is never served. */
const policies: Readonly<Record<string, FilePolicy>> = {
  Appointment: appointmentFilePolicy,
  ImportRun: importFilePolicy,
  Post: attachmentFilePolicy,
  Resource: resourceFilePolicy,
  // What nobody has used yet is its sender's alone.
  [UPLOAD_SUBJECT]: (ctx, file) => Promise.resolve(file.created_by !== null && file.created_by === ctx.viewer.personId),
};

/** Serves `/files/:id/:name`: the right is asked at each download, and a refused file looks like a missing one. */
export function serveFiles(app: App) {
  return async (req: Request, res: Response): Promise<void> => {
    const id = String(req.params['id']);
    const file = isUuid(id) ? await fileRecord(app.services.db, id) : null;
    const allowed = file ? policies[file.subject_type] : undefined;
    const ctx = await app.contextOf(req, res);
    if (!file || !allowed || !(await allowed(ctx, file))) {
      missing(res);
      return;
    }
    await send(app, req, res, file, wantsInline(req, file) ? 'inline' : 'attachment');
  };
}

/** `?inline` shows what belongs to a resource in its place; only what a browser shows without running anything. */
function wantsInline(req: Request, file: FileRecord): boolean {
  return req.query['inline'] !== undefined && file.subject_type === 'Resource' && isShownInPlace(file.mime);
}

/** Serves `/exports/:id`, a finished export, to the person who asked for it. */
export function serveExports(app: App) {
  return async (req: Request, res: Response): Promise<void> => {
    const id = String(req.params['id']);
    const ctx = await app.contextOf(req, res);
    const file = isUuid(id)
      ? ((await personalExportFile(ctx, id)) ??
        (await auditExportFile(ctx, id)) ??
        (await memberExportFile(ctx, id)) ??
        (await exportFile(ctx, id)))
      : null;
    if (!file) {
      missing(res);
      return;
    }
    await send(app, req, res, file);
  };
}

/** Serves `/certificates/:id/certificate.pdf` and `/portfolio.pdf`: made for their own person when they are asked for. */
export function serveLearning(app: App, make: (ctx: Context, id: string) => Promise<Download | null>) {
  return async (req: Request, res: Response): Promise<void> => {
    const ctx = await app.contextOf(req, res);
    const made = await make(ctx, String(req.params['id'] ?? '')).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'RATE_LIMITED') return 'later' as const;
      throw error;
    });
    if (made === 'later') {
      res.status(429).set('cache-control', 'no-store').type('text/plain').send('Too many requests');
      return;
    }
    if (!made) {
      missing(res);
      return;
    }
    const { content, name } = made;
    await sendFile(req, res, {
      stream: (range) => Promise.resolve(Readable.from([range ? content.subarray(range.start, range.end + 1) : content])),
      size: content.length,
      mime: 'application/pdf',
      name,
      disposition: 'attachment',
      etag: createHash('sha256').update(content).digest('hex'),
    });
  };
}

function missing(res: Response): void {
  res.status(404).set('cache-control', 'no-store').type('text/plain').send('Not found');
}

/** Sends a file; one that the store has lost is a missing one, and its loss stands in the log. */
async function send(
  app: App,
  req: Request,
  res: Response,
  file: FileRecord,
  disposition: SentFile['disposition'] = 'attachment',
): Promise<void> {
  await sendFile(req, res, {
    stream: (range) => app.services.files.get(file.storage_key, range),
    size: file.size,
    mime: file.mime,
    name: file.name,
    disposition,
    etag: file.sha256,
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'NOT_FOUND' || res.headersSent) throw error;
    app.services.log.error({ fileId: file.id }, 'the store has lost a file');
    missing(res);
  });
}
