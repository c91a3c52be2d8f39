/**
 * Text that people wrote, as HTML made by the API from Markdown (`html: false`, a safe subset): the only place where HTML is set.
 * @param lang the language it was written in
 */
export function Markdown({ html, lang }: { html: string; lang?: string | undefined }) {
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
