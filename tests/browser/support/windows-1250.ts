const table = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [new TextDecoder('windows-1250').decode(Uint8Array.of(byte)), byte]),
);

/** Text as an old Polish program writes it. @throws Error at a letter that the encoding lacks */
export function windows1250(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const byte = table.get(letter);
      if (byte === undefined) throw new Error(`Windows-1250 has no ${letter}`);
      return byte;
    }),
  );
}
