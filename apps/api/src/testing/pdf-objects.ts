import { inflateSync } from 'node:zlib';

/** A reference to another object, or a name; strings stay bytes, since only their place tells the encoding. */
export class PdfRef {
  constructor(readonly id: number) {}
}
export class PdfName {
  constructor(readonly name: string) {}
}
/** A word that is none of the others: `BT`, `Tj`, `null`. */
export class PdfWord {
  constructor(readonly word: string) {}
}
export type PdfDict = Map<string, PdfValue>;
export type PdfValue = number | Buffer | PdfRef | PdfName | PdfWord | PdfValue[] | PdfDict;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)));
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from a place in the bytes on. Enough for what Typst writes. */
export class PdfReader {
  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  /** The next value, or undefined at the end or at a closing bracket. */
  next(): PdfValue | undefined {
    this.skipWhite();
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (this.at >= this.bytes.length || sign === ']' || sign === '>') return undefined;
    if (sign === '/') return new PdfName(this.name());
    if (sign === '(') return this.literal();
    if (sign === '[') return this.array();
    if (sign === '<') return this.bytes[this.at + 1] === 0x3c ? this.dict() : this.hex();
    return this.numberOrWord();
  }

  private skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === 0x25) while (this.at < this.bytes.length && this.bytes[this.at] !== 10) this.at++;
      else if (byte !== undefined && WHITE.has(byte)) this.at++;
      else return;
    }
  }

  private token(): string {
    const start = this.at;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined || WHITE.has(byte) || DELIMITERS.has(byte)) return this.bytes.toString('latin1', start, this.at);
      this.at++;
    }
  }

  private name(): string {
    this.at++;
    return this.token().replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }

  private numberOrWord(): PdfValue {
    const token = this.token();
    if (token === '') throw new Error(`no PDF at ${this.at}`);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) return new PdfWord(token);
    const reference = /^\s+\d+\s+R(?![A-Za-z])/.exec(this.bytes.toString('latin1', this.at, this.at + 16));
    if (reference === null || !/^\d+$/.test(token)) return Number(token);
    this.at += reference[0].length;
    return new PdfRef(Number(token));
  }

  private array(): PdfValue[] {
    this.at++;
    const out: PdfValue[] = [];
    for (let value = this.next(); value !== undefined; value = this.next()) out.push(value);
    this.at++;
    return out;
  }

  private dict(): PdfDict {
    this.at += 2;
    const out: PdfDict = new Map();
    for (let key = this.next(); key instanceof PdfName; key = this.next()) out.set(key.name, this.next() ?? new PdfWord('null'));
    this.at += 2;
    return out;
  }

  private hex(): Buffer {
    const end = this.bytes.indexOf('>', this.at);
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private literal(): Buffer {
    const out: number[] = [];
    let depth = 0;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0x29;
      if (byte === 0x28 && depth++ === 0) continue;
      if (byte === 0x29 && --depth === 0) return Buffer.from(out);
      if (byte === 0x5c) this.escape(out);
      else out.push(byte);
    }
  }

  private escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3));
    if (octal !== null) {
      this.at += octal[0].length;
      out.push(parseInt(octal[0], 8) & 0xff);
      return;
    }
    const byte = this.bytes[this.at++] ?? 0;
    if (byte !== 10) out.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
  }
}

/** The objects of a PDF file by number, with their streams inflated. Files with object streams are refused. */
export class PdfFile {
  private readonly objects = new Map<number, { value: PdfValue; stream?: Buffer }>();
  readonly trailer: PdfDict;

  constructor(private readonly bytes: Buffer) {
    for (const match of bytes.toString('latin1').matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
      const reader = new PdfReader(bytes, match.index + match[0].length);
      const value = reader.next();
      if (value !== undefined) this.objects.set(Number(match[1]), { value, ...this.stream(value, reader.at) });
    }
    const trailer = bytes.lastIndexOf('trailer');
    if (trailer < 0) throw new Error('a PDF with cross-reference streams is not read here');
    this.trailer = asDict(new PdfReader(bytes, trailer + 'trailer'.length).next());
  }

  /** Follows references. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof PdfRef ? this.objects.get(value.id)?.value : value;
  }

  /** The dictionary that a value is or refers to; empty where it is something else. */
  dict(value: PdfValue | undefined): PdfDict {
    return asDict(this.resolve(value));
  }

  /** The members of an array; a single value is an array of one. */
  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.resolve(value);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** The inflated stream that a value refers to. */
  data(value: PdfValue | undefined): Buffer {
    return (value instanceof PdfRef ? this.objects.get(value.id)?.stream : undefined) ?? Buffer.alloc(0);
  }

  private stream(value: PdfValue, at: number): { stream?: Buffer } {
    const start = /^\s*stream\r?\n/.exec(this.bytes.toString('latin1', at, at + 12));
    const length = asDict(value).get('Length');
    if (start === null || typeof length !== 'number') return {};
    const raw = this.bytes.subarray(at + start[0].length, at + start[0].length + length);
    const filter = asDict(value).get('Filter');
    const flate = (Array.isArray(filter) ? filter : [filter]).some((item) => item instanceof PdfName && item.name === 'FlateDecode');
    return { stream: flate ? inflateSync(raw) : raw };
  }
}

function asDict(value: PdfValue | undefined): PdfDict {
  return value instanceof Map ? value : new Map<string, PdfValue>();
}
