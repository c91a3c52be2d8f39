import type { Request, RequestHandler, Response } from 'express';
import { BodyTooLarge, readBody } from '../../../platform/http/body.js';
import { el, elWith, xml, XML_HEAD, type XmlNode } from '../xml.js';
import { meter, originOf, type PublicServices } from '../public/serving.js';
import { OaiError } from './oai-error.js';
import { readOaiRequest, type OaiRequest } from './oai-request.js';
import { oaiTime, oaiVerbs, type Repository } from './oai-verbs.js';

/** Bytes of a form: a token and a few arguments. */
const MOST_BYTES = 16_384;

/**
 * Serves `/oai`: the provider's side of OAI-PMH 2.0, by GET and POST (section 3.1.1). Errors of the protocol are answers with status 200
 * (section 3.1.2.2 has 503 for a harvester that asks too much).
 */
export function provideOai(services: PublicServices): RequestHandler {
  return async (req, res) => {
    if (!meter(services, req, res)) return;
    const sent = await argumentsOf(req, res);
    if (!sent) return;
    const { config, clock, db } = services;
    const origin = originOf(config, req);
    const repository: Repository = {
      sql: db,
      secret: config.secrets[0] ?? '',
      now: clock.now(),
      origin,
      adminEmail: /<([^<>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom,
    };
    const text = await answer(repository, sent);
    res.status(200).set('content-type', 'text/xml; charset=utf-8').set('cache-control', 'no-store').send(text);
  };
}

async function argumentsOf(req: Request, res: Response): Promise<URLSearchParams | null> {
  if (req.method !== 'POST') return new URLSearchParams(req.originalUrl.split('?')[1] ?? '');
  try {
    // Nothing but forms is taken (section 3.1.1.2).
    if (!req.is('application/x-www-form-urlencoded')) {
      res.status(415).type('text/plain').send('The body is no form');
      return null;
    }
    return new URLSearchParams(await readBody(req, MOST_BYTES));
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    res.status(413).type('text/plain').send('The body is too large');
    return null;
  }
}

/** The whole answer. The element `request` repeats the arguments, but where they are what is wrong (section 3.2). */
async function answer(repository: Repository, sent: URLSearchParams): Promise<string> {
  let request: OaiRequest | null = null;
  let body: XmlNode;
  try {
    request = readOaiRequest(sent);
    body = el(request.verb, ...(await oaiVerbs[request.verb](repository, request)));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    body = elWith('error', { code: error.code }, error.message);
  }
  const root = elWith(
    'OAI-PMH',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
    },
    el('responseDate', oaiTime(repository.now)),
    elWith('request', request ? { verb: request.verb, ...request.arguments } : {}, `${repository.origin}/oai`),
    body,
  );
  return XML_HEAD + xml(root);
}
