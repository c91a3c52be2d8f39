import { foldText } from '../text/fold.js';

/** What identifies a school that a register gives no code. */
export interface SchoolAddress {
  name: string;
  postalCode: string | null;
  street: string | null;
  number: string | null;
}

/** Within a county, two rows with the same key are one school: folded name, postal code, street and number. */
export function schoolKey({ name, postalCode, street, number }: SchoolAddress): string {
  return [name, postalCode, street, number]
    .map((part) =>
      foldText(part ?? '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|');
}
