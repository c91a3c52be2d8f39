import { lazy } from 'react';

/** When what is not shown yet is loaded, after the page's code: its reader has begun to read by then. In milliseconds. */
const AFTER = 3_000;

/**
 * A part of a page that its code does not wait for, such as a dialog. Loaded when it is first shown or a moment after the page, so that it is
 * there when the line has broken meanwhile.
 */
export const later: typeof lazy = (load) => {
  setTimeout(() => {
    // When it is shown it is asked for again.
    load().catch(() => undefined);
  }, AFTER);
  return lazy(load);
};
