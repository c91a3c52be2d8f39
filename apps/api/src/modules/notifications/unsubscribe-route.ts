import type { Request, Response } from 'express';
import type { Context } from '../../platform/context.js';
import { unsubscribe } from './commands/unsubscribe.js';

/** What a mail program POSTs to by itself (RFC 8058): the link's own page, without a session and without asking. */
export function postUnsubscribe(contextOf: (req: Request, res: Response) => Promise<Context>) {
  return async (req: Request, res: Response): Promise<void> => {
    const { userErrors } = await unsubscribe(await contextOf(req, res), { token: String(req.params['token']) });
    res
      .status(userErrors.length === 0 ? 200 : 404)
      .type('text/plain')
      .send(userErrors.length === 0 ? 'OK' : 'Not found');
  };
}
