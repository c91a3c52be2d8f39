import { IMPORT_KINDS, parse, rules } from '@stoa/domain';
import type { Request, Response } from 'express';
import type { App } from './app.js';
import { describeError, mayImport, uploadImport } from './modules/imports/index.js';
import { CsvError } from './platform/csv/index.js';
import { Refusal } from './platform/errors.js';
import { isCrossSite } from './platform/http/origin.js';
import { toGlobalId } from './platform/ids.js';

const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  STORAGE_FULL: 507,
};

/**
 * `POST /imports?kind=&name=&lang=&county=`: a CSV file as the body, kept as it arrives. Answers `{ id }` of the import, or
 * `{ code, message }`. The right and the length announced are looked at before the first byte of the body is.
 */
export function takeImports(app: App) {
  return async (req: Request, res: Response): Promise<void> => {
    const ctx = await app.contextOf(req, res);
    try {
      if (isCrossSite(req, ctx.config.publicUrl)) throw new Refusal('FORBIDDEN');
      mayImport(ctx);
      if (ctx.me?.mustAgree) throw new Refusal('AGREEMENT_REQUIRED');
      if (Number(req.headers['content-length'] ?? 0) > ctx.config.maxImportBytes)
        throw new CsvError('FILE_TOO_LARGE', { limit: ctx.config.maxImportBytes });
      const kind = IMPORT_KINDS.find((each) => each === req.query['kind']);
      const name = parse(rules.name, text(req, 'name') || 'import.csv');
      if (!kind || !name.ok) throw new Refusal('BAD_REQUEST');
      const lang = parse(rules.language, text(req, 'lang'));
      const county = parse(rules.territoryCode, text(req, 'county'));
      const params = { lang: lang.ok ? lang.value : null, county: county.ok ? county.value : null };
      // Ended early, it must not take the connection along, on which the answer is to come.
      const content = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      const id = await uploadImport(ctx, { kind, name: name.value, params, content });
      await ctx.wrote();
      res.status(201).json({ id: toGlobalId('ImportRun', id) });
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof CsvError)) throw error;
      // What is still on its way is let in and thrown away: whoever sends would else find the connection broken, and not the answer.
      req.resume();
      res.status(STATUS[error.code] ?? 403).json({ code: error.code, message: describeError(ctx.lang, { code: error.code }) });
    }
  };
}

function text(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
}
