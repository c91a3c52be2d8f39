import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * After a navigation to another page the focus goes to its heading, so that a screen reader says where one is;
 * a part of a page (`#p12`) takes it instead. Query parameters (filters, panels) leave the focus alone.
 */
export function useArrival(): void {
  const { pathname, hash } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current && hash === '') {
      first.current = false;
      return;
    }
    first.current = false;
    const target = () =>
      hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : document.querySelector<HTMLElement>('main h1');
    const arrive = (element: HTMLElement) => {
      if (hash && element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
      element.focus({ preventScroll: hash === '' });
      if (hash) element.scrollIntoView({ block: 'start' });
    };
    const now = target();
    if (now) {
      arrive(now);
      return;
    }
    // The page is still being read: wait for its heading, unless the reader has begun something else.
    const observer = new MutationObserver(() => {
      const element = target();
      if (!element) return;
      observer.disconnect();
      if (document.activeElement === document.body || document.activeElement === null) arrive(element);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [pathname, hash]);
}
