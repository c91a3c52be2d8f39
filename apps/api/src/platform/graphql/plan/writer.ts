import { isoText } from '../../database/database.js';

/** A row as the statement gives it: an array of columns, all of them text. */
export type Row = readonly (string | null)[];

/**
 * A piece of the response: text as it stands, or JavaScript that gives it from the row `r`. Pieces become one function, so that a row
 * is written by straight code. Only names of GraphQL and numbers of columns get into them, never a value.
 */
export type Piece = { text: string } | { code: string };

/**
 * What a generated writer is called with: the statement's rows (the record's first, then the list's), how many rows of the list are shown,
 * what came before, and the sealer of cursors.
 */
export type Writer = (rows: readonly Row[], size: number, hasPrevious: boolean, seal: (values: unknown[]) => string) => string;

/** Writes a text, escaped as JSON. */
export function writeText(column: number): Piece[] {
  return [{ code: `(r[${column}]===null?"null":JSON.stringify(r[${column}]))` }];
}

/** Writes a value that needs no escaping, in quotes. */
export function writePlain(column: number, prefix: string): Piece[] {
  return [{ code: `(r[${column}]===null?"null":${JSON.stringify(`"${prefix}`)}+r[${column}]+'"')` }];
}

/** Writes an instant. */
export function writeTime(column: number): Piece[] {
  return [{ code: `(r[${column}]===null?"null":'"'+iso(r[${column}])+'"')` }];
}

/** Writes a number, boolean or JSON; what is null is written so. */
export function writeBare(column: number): Piece[] {
  return [{ code: `r[${column}]` }];
}

/** Writes an object of keys and values in their order; null where the column `present` is not true. */
export function writeObject(fields: readonly (readonly [key: string, value: readonly Piece[]])[], present: number | null = null): Piece[] {
  const pieces = fields.flatMap(([key, value], index): Piece[] => [{ text: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` }, ...value]);
  const object: Piece[] = [{ text: '{' }, ...pieces, { text: '}' }];
  return present === null ? object : [{ code: `(r[${present}]==="true"?${expression(object)}:"null")` }];
}

/** Writes a list: its rows up to `size`, each by the same pieces. The first row is the record's. */
export function writeRows(item: readonly Piece[]): Piece[] {
  return [
    { code: `(()=>{let t="[";for(let i=1;i<rows.length&&i<=size;i++){const r=rows[i];t+=(i>1?",":"")+${expression(item)}}return t+"]"})()` },
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
  const make = new Function('iso', `return (rows,size,hasPrevious,seal)=>{const r=rows[0];return ${expression(pieces)}}`);
  return make(isoText) as Writer;
}
