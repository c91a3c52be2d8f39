import { isoText } from '../../database/database.js';
import type { Leaf } from './shape.js';

/** A row of the list as PostgreSQL writes it: an array of texts. */
export type Row = readonly (string | null)[];
/** The record's values, from JSON. */
export type RecordValues = readonly (string | number | boolean | null)[];

/**
 * A piece of the response: text as it stands, or JavaScript that gives it from `r`, the record's values or a row. Pieces become one function, so that
 * a row is written by straight code. Only names of GraphQL and numbers of columns get into them, never a value.
 */
export type Piece = { text: string } | { code: string };

/**
 * What a generated writer is called with: the record's values, all rows (the first holds no item), how many items are shown, whether
 * something comes before and after them, and the sealer of cursors.
 */
export type Writer = (
  r: RecordValues,
  rows: readonly Row[],
  size: number,
  hasPrevious: boolean,
  hasNext: boolean,
  seal: (values: unknown[]) => string,
) => string;

/** Writes a leaf from a value of the record. */
export function writeValue({ kind, prefix }: Leaf, at: number): Piece[] {
  if (kind === 'number' || kind === 'boolean' || kind === 'json') return writeBare(at);
  if (kind === 'objects') return writeObjects(at);
  return [{ code: orNull(at, quoted(kind, prefix, at)) }];
}

/** Writes a leaf from a column of a row. */
export function writeCell({ kind, prefix }: Leaf, at: number): Piece[] {
  if (kind === 'number' || kind === 'json') return writeBare(at);
  if (kind === 'boolean') return [{ code: orNull(at, `(r[${at}]==="t")`) }];
  if (kind === 'objects') return writeObjects(at);
  return [{ code: orNull(at, quoted(kind, prefix, at)) }];
}

function orNull(at: number, code: string): string {
  return `(r[${at}]===null?"null":${code})`;
}

function quoted(kind: 'text' | 'plain' | 'time', prefix: string | undefined, at: number): string {
  if (kind === 'text') return `JSON.stringify(r[${at}])`;
  if (kind === 'time') return `'"'+iso(r[${at}])+'"'`;
  return `${JSON.stringify(`"${prefix ?? ''}`)}+r[${at}]+'"'`;
}

/** Writes a list of objects without the spaces that PostgreSQL puts between them; most lists are empty. */
function writeObjects(at: number): Piece[] {
  return [{ code: `(r[${at}]==="[]"?"[]":JSON.stringify(JSON.parse(r[${at}])))` }];
}

/** Writes what is JSON already; what is null is written so. */
export function writeBare(at: number): Piece[] {
  return [{ code: `r[${at}]` }];
}

/** Writes an object of keys and values in their order; null where the value at `present` is. */
export function writeObject(fields: readonly (readonly [key: string, value: readonly Piece[]])[], present: number | null = null): Piece[] {
  const pieces = fields.flatMap(([key, value], index): Piece[] => [{ text: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` }, ...value]);
  const object: Piece[] = [{ text: '{' }, ...pieces, { text: '}' }];
  return present === null ? object : [{ code: orNull(present, expression(object)) }];
}

/** Writes a list: its rows up to `size`, each by the same pieces. */
export function writeRows(item: readonly Piece[]): Piece[] {
  return [
    {
      code: `(()=>{let t="[";for(let i=1;i<rows.length&&i<=size;i++){const r=rows[i];t+=(i>1?",":"")+${expression(item)}}return t+"]"})()`,
    },
  ];
}

/** One JavaScript expression of the pieces, neighbouring texts joined. */
function expression(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else {
      if (text) parts.push(JSON.stringify(text));
      text = '';
      parts.push(piece.code);
    }
  }
  if (text) parts.push(JSON.stringify(text));
  // A leading text makes the whole a concatenation, also where the first piece is a number.
  return `(""+${parts.join('+')})`;
}

/** The pieces as a function. */
export function generate(pieces: readonly Piece[]): Writer {
  const make = new Function('iso', `return (r,rows,size,hasPrevious,hasNext,seal)=>${expression(pieces)}`);
  return make(isoText) as Writer;
}
