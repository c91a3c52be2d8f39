import { useEffect, useRef } from 'react';

interface Item {
  subjectId: string;
}

/**
 * A queue's items, with those that somebody else dealt with while the page stood open: what is being read or written about does not vanish.
 * @param settled false while what is shown may be of before
 * @param hasMore whether items may only have fallen off the end of what was read
 * @returns the items, those that are `gone` where they were, and how to say that the reader dealt with one
 */
export function useStayingItems<T extends Item>(
  items: readonly T[],
  settled: boolean,
  hasMore: boolean,
): { rows: readonly { item: T; gone: boolean }[]; dealtWith: (subjectId: string) => void } {
  const shown = useRef<readonly T[]>([]);
  const own = useRef(new Set<string>());
  const rows = withGone(shown.current, items, own.current, hasMore);
  useEffect(() => {
    if (!settled) return;
    // What comes back waits anew.
    for (const { subjectId } of items) if (!shown.current.some((item) => item.subjectId === subjectId)) own.current.delete(subjectId);
    shown.current = rows.map(({ item }) => item);
  });
  return { rows, dealtWith: (subjectId) => own.current.add(subjectId) };
}

function withGone<T extends Item>(
  before: readonly T[],
  now: readonly T[],
  own: ReadonlySet<string>,
  hasMore: boolean,
): { item: T; gone: boolean }[] {
  const rows = now.map((item) => ({ item, gone: false }));
  const has = (id: string) => rows.some(({ item }) => item.subjectId === id);
  const end = hasMore ? before.findLastIndex(({ subjectId }) => has(subjectId)) : before.length;
  before.forEach((item, index) => {
    if (index > end || has(item.subjectId) || own.has(item.subjectId)) return;
    const above = before[index - 1]?.subjectId;
    rows.splice(rows.findIndex((row) => row.item.subjectId === above) + 1, 0, { item, gone: true });
  });
  return rows;
}
