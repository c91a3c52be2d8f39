/** A row as the statement gives it: an array of columns. */
export type Row = readonly unknown[];
/** Writes a part of the response from a row. */
export type Write = (row: Row) => string;

/** Writes a text, escaped as JSON. */
export function writeText(column: number): Write {
  return (row) => {
    const value = row[column];
    return value === null ? 'null' : JSON.stringify(value);
  };
}

/** Writes a value that needs no escaping, in quotes. */
export function writePlain(column: number, prefix: string): Write {
  const open = `"${prefix}`;
  return (row) => {
    const value = row[column];
    return value === null ? 'null' : `${open}${String(value)}"`;
  };
}

/** Writes a number or boolean. */
export function writeBare(column: number): Write {
  return (row) => String(row[column]);
}

/** Writes an object of keys and values in their order; null where the column `present` is not true. */
export function writeObject(fields: readonly (readonly [key: string, write: Write | string])[], present: number | null = null): Write {
  const parts: (readonly [before: string, write: Write])[] = [];
  let before = '{';
  fields.forEach(([key, write], index) => {
    before += `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
    if (typeof write === 'string') before += write;
    else {
      parts.push([before, write]);
      before = '';
    }
  });
  const after = `${before}}`;
  return (row) => {
    if (present !== null && row[present] !== true) return 'null';
    let text = '';
    for (const [lead, write] of parts) text += lead + write(row);
    return text + after;
  };
}
