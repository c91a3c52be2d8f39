import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value]);
const word = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);

/** What an answer says otherwise than an honest one would. */
export interface Lie {
  origin?: string;
  challenge?: string;
  counter?: number;
  unverified?: boolean;
}

/** A passkey in software, for tests of the API: it makes its key and answers challenges as an authenticator does. */
export class SoftPasskey {
  private readonly key: KeyObject;
  private readonly cose: Buffer;
  readonly id = randomBytes(16);
  counter = 0;

  constructor(
    private readonly origin: string,
    private readonly host: string,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const coordinate = (label: number, value: string) => Buffer.concat([Buffer.from([label, 0x58, 0x20]), Buffer.from(value, 'base64url')]);
    // A COSE map: key type EC2, algorithm ES256, curve P-256, and the two coordinates.
    this.cose = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), coordinate(0x21, x), coordinate(0x22, y)]);
  }

  /** Answers what the API wants for a new passkey. @param options JSON of the API */
  make(options: string, lie: Lie = {}): string {
    const client = this.clientData('webauthn.create', options, lie);
    const length = Buffer.from([0, this.id.length]);
    const authenticator = Buffer.concat([this.head(lie, ATTESTED), Buffer.alloc(16), length, this.id, this.cose]);
    // A CBOR map of three: the form, its statement (none), the data.
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      word('fmt'),
      word('none'),
      word('attStmt'),
      Buffer.from([0xa0]),
      word('authData'),
      bytes(authenticator),
    ]);
    return this.envelope({
      clientDataJSON: client.toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers a challenge. @param options JSON of the API */
  use(options: string, lie: Lie = {}): string {
    this.counter += 1;
    const client = this.clientData('webauthn.get', options, lie);
    const authenticator = this.head(lie, 0);
    const signature = sign('sha256', Buffer.concat([authenticator, sha256(client)]), this.key);
    return this.envelope({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authenticator.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private clientData(type: string, options: string, { origin = this.origin, challenge }: Lie): Buffer {
    const asked = (JSON.parse(options) as { challenge: string }).challenge;
    return Buffer.from(JSON.stringify({ type, challenge: challenge ?? asked, origin, crossOrigin: false }));
  }

  private head({ counter = this.counter, unverified = false }: Lie, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(this.host), Buffer.from([PRESENT | (unverified ? 0 : VERIFIED) | flags]), count]);
  }

  private envelope(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
