import type { Request, Response } from 'express';
import type { Context } from '../../../platform/context.js';
import { finishJourney } from './finish.js';

/** Serves `/oidc/:provider/callback`: always leads to a page of the interface, signed in or with what went wrong. */
export function providerCallback(contextOf: (req: Request, res: Response) => Promise<Context>) {
  return async (req: Request, res: Response): Promise<void> => {
    const search = req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?')) : '';
    const path = await finishJourney(await contextOf(req, res), String(req.params['provider']), search);
    res.set('cache-control', 'no-store').set('referrer-policy', 'no-referrer').redirect(303, path);
  };
}
