import { useEffect, useRef, useState, type RefObject } from 'react';

/** How near to the lower edge of the window counts as seen: what is docked there covers some of it. */
const NEAR = '0px 0px 120px 0px';

/** Whether the reader sees an element. @returns what the element takes as its `ref`, and whether it is in view */
export function useInView(): [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? false), { rootMargin: NEAR });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, isInView];
}
