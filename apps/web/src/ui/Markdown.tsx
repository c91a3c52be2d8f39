import type { MouseEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * Text that people wrote, as HTML made by the API from Markdown (`html: false`, a safe subset): the only place where HTML is set.
 * Links within Stoa open without loading the page anew, in the reader's language.
 * @param lang the language it was written in
 */
export function Markdown({ html, lang }: { html: string; lang?: string | undefined }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const path = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (!path?.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(`/${pathname.split('/')[1] ?? ''}${path}`);
  };
  return <div className="prose" lang={lang} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />;
}
