import { createHash, createHmac } from 'node:crypto';

/** Who signs, and for where. */
export interface Credentials {
  accessKey: string;
  secretKey: string;
  region: string;
}

/** What is signed: the request as it will be sent. */
export interface Signable {
  method: string;
  url: URL;
  /** Headers to be signed, names in lower case; `host` is added. */
  headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hexadecimal. */
  bodyHash: string;
}

/** SHA-256 in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** As the signature counts bytes of paths and queries: everything but letters, digits and `-._~` is escaped. */
export function escapeAll(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Signs a request by Signature Version 4, the scheme of S3 and of the stores that speak its protocol.
 * @returns all headers to send
 */
export function sign(request: Signable, credentials: Credentials, at: Date): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/gu, '');
  const scope = `${time.slice(0, 8)}/${credentials.region}/s3/aws4_request`;
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': request.bodyHash,
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const signedHeaders = names.join(';');
  const query = [...request.url.searchParams]
    .map(([name, value]) => `${escapeAll(name)}=${escapeAll(value)}`)
    .sort()
    .join('&');
  const path = decodeURIComponent(request.url.pathname).split('/').map(escapeAll).join('/');
  const lines = names.map((name) => `${name}:${headers[name]?.trim() ?? ''}\n`).join('');
  const canonical = [request.method, path, query, lines, signedHeaders, request.bodyHash].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const day = hmac(`AWS4${credentials.secretKey}`, time.slice(0, 8));
  const key = hmac(hmac(hmac(day, credentials.region), 's3'), 'aws4_request');
  const signature = hmac(key, text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKey}/${scope},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { ...headers, authorization };
}
