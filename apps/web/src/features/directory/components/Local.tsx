/** A text with the language it is in, so that it is read out and hyphenated in it. */
export function Local({ of }: { of: { lang: string; text: string } }) {
  return <span lang={of.lang}>{of.text}</span>;
}
