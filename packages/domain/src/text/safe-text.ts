const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What `isSafeText` found: `safe` is false where the text cannot be stored; `bidi` where it holds direction controls. */
export interface TextSafety {
  safe: boolean;
  bidi: boolean;
}

/**
 * Looks for what breaks storage or misleads readers. U+0000 and halves of surrogate pairs are refused, as PostgreSQL does; direction
 * controls are allowed, since right-to-left texts need them, and reported, since they can make a name look like another.
 */
export function isSafeText(text: string): TextSafety {
  return { safe: !text.includes('\u0000') && !/\p{Cs}/u.test(text), bidi: BIDI_CONTROLS.test(text) };
}
