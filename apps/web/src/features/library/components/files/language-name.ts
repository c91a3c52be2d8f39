/** The name of a language in the language of the page. @param code ISO 639-1 */
export function languageName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
