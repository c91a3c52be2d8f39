import type { Request, Response } from 'express';
import type { Context } from '../../../platform/context.js';
import { stopSearchMail } from './saved-searches.js';

/** What a mail program POSTs to by itself (RFC 8058): the page of a letter's link, without a session and without asking. */
export function postStopSearch(contextOf: (req: Request, res: Response) => Promise<Context>) {
  return async (req: Request, res: Response): Promise<void> => {
    const { userErrors } = await stopSearchMail(await contextOf(req, res), String(req.params['token']));
    const done = userErrors.length === 0;
    res
      .status(done ? 200 : 404)
      .type('text/plain')
      .send(done ? 'OK' : 'Not found');
  };
}
