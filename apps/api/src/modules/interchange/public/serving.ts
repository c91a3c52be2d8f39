import type { Request, Response } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { LEAST_COST } from '../../../platform/http/request-budget.js';
import type { Services } from '../../../platform/services.js';

/** What answers for everybody are made with. `contextOf` is asked for the request's budget alone: nobody's rights are read. */
export type PublicServices = Pick<Services, 'config' | 'clock' | 'db' | 'log'> & {
  contextOf(req: IncomingMessage, res: ServerResponse): Pick<Context, 'spend'>;
};

/** Where readers reach this installation: `https://stoa.example`. */
export function originOf(config: PublicServices['config'], req: Request): string {
  return config.publicUrl ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`;
}

/** An answer of many rows costs what ten operations of a page do. */
const COST = 10 * LEAST_COST;

/** Takes an answer's cost from the asker's budget. @returns false where it is used up and the request is answered */
export function meter(services: PublicServices, req: Request, res: Response): boolean {
  try {
    services.contextOf(req, res).spend(COST);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'RATE_LIMITED') throw error;
    const seconds = Number(error.extensions['retryAfterSeconds'] ?? 60);
    res
      .status(503)
      .set('retry-after', String(Number.isFinite(seconds) ? seconds : 60))
      .set('cache-control', 'no-store')
      .type('text/plain')
      .send('Too many requests');
    return false;
  }
}
