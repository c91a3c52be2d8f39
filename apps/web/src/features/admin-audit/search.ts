import type { AuditSearch } from './paths.js';

const ID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const CODE = /^[A-Za-z]{1,40}$/;
/** Acts of imports have two parts. */
const ACT = /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Global ids and bare ones, as they stand in addresses and in logs. */
export const RECORD = new RegExp(`^\\s*([A-Za-z]{1,40}_)?${ID}\\s*$`);

/** What each word of the address may be. */
const FORMS: Readonly<Record<keyof AuditSearch, RegExp>> = {
  actor: new RegExp(`^Person_${ID}$`),
  act: ACT,
  type: CODE,
  subject: RECORD,
  from: DAY,
  to: DAY,
};

/** The search that an address names; what cannot be one is left out. */
export function searchOf(parameters: URLSearchParams): AuditSearch {
  return Object.fromEntries(
    Object.entries(FORMS).flatMap(([key, form]) => {
      const value = parameters.get(key);
      return value !== null && form.test(value) ? [[key, value]] : [];
    }),
  );
}

/** The same as the API takes it. */
export function filterOf({ actor, act, type, subject, from, to }: AuditSearch) {
  return {
    actorId: actor ?? null,
    act: act ?? null,
    subjectType: type ?? null,
    subjectId: subject ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}
