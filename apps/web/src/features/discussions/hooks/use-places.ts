import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** A place to bring into view; each request is another object. */
interface Place {
  no: number;
  block: ScrollLogicalPosition;
}

/** What the slider covers is not in view. */
const belowTimeline = { rootMargin: '-72px 0px 0px 0px' };

/** The place that an address names: `#p12`, or `?at=12`; 0 for none. */
export function usePlaceOfAddress(): number {
  const { hash } = useLocation();
  const [search] = useSearchParams();
  return Number(/^#p(\d+)$/u.exec(hash)?.[1] ?? search.get('at') ?? 0) || 0;
}

/**
 * Moves through a thread: brings the post of the address into view, or one that is asked for, or where it is gone the one after it.
 * @param fetchAbout brings the page about a number
 */
export function usePlaces(
  posts: readonly { no: number }[],
  fetchAbout: (no: number) => void,
): {
  goTo: (no: number) => void;
  /** Leads to a post, which may be on its way to the page already. */
  arriveAt: (no: number, coming?: boolean) => void;
} {
  const named = usePlaceOfAddress();
  const [, setSearch] = useSearchParams();
  const [place, setPlace] = useState<Place | null>(null);
  const wanted = place?.no ?? named;
  const first = posts[0]?.no ?? 0;
  const target = wanted > 0 && wanted >= first ? posts.find(({ no }) => no >= wanted)?.no : undefined;
  useEffect(() => {
    if (target !== undefined) document.getElementById(`p${String(target)}`)?.scrollIntoView({ block: place?.block ?? 'start' });
  }, [target, place]);
  const show = (no: number, block: ScrollLogicalPosition, coming = false) => {
    setPlace({ no, block });
    if (!coming && !document.getElementById(`p${String(no)}`)) fetchAbout(no);
  };
  return {
    goTo(no) {
      show(no, 'start');
      // Reloading, and coming back, leads there again.
      setSearch(no > 1 ? { at: String(no) } : {}, { replace: true, preventScrollReset: true });
    },
    arriveAt: (no, coming) => show(no, 'center', coming),
  };
}

/**
 * What of a thread is in view.
 * @returns the number of the first post in view, and of the last one that has come into view
 */
export function useView(posts: readonly { no: number }[]): { top: number; seen: number } {
  const [view, setView] = useState({ top: 0, seen: 0 });
  const first = posts[0]?.no;
  const last = posts.at(-1)?.no;
  useEffect(() => {
    const inView = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const no = Number((target as HTMLElement).dataset['post']);
        if (isIntersecting) inView.add(no);
        else inView.delete(no);
      }
      if (inView.size === 0) return;
      setView({ top: Math.min(...inView), seen: Math.max(...inView) });
    }, belowTimeline);
    for (const element of document.querySelectorAll('[data-post]')) observer.observe(element);
    return () => observer.disconnect();
    // Other posts stand there where the first or the last one is another.
  }, [first, last]);
  return view;
}
