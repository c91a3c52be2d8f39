import { AlignmentType, LevelFormat, type IPropertiesOptions } from 'docx';
import type { DocumentLanguage } from './document.js';

export const PINE = '0E5A5E';
export const INK = '1C2423';
export const MUTED = '57605D';
export const HAIRLINE = 'DAD5CA';
export const SUNKEN = 'F1EEE7';

/** Lists refer to their numbering by these names. */
export const BULLETS = 'stoa-bullets';
export const NUMBERS = 'stoa-numbers';

/** BCP 47 tags as Word knows them: a bare language is not offered by its spelling check. */
export const WORD_LANGUAGE: Record<DocumentLanguage, string> = { en: 'en-GB', el: 'el-GR', pl: 'pl-PL', ru: 'ru-RU' };

/** Word's own styles in the look of Stoa's print, so that the navigation pane and screen readers find headings. */
export function docxStyles(lang: DocumentLanguage): IPropertiesOptions['styles'] {
  const heading = (size: number, color: string, before: number) => ({
    run: { size, bold: true, color, font: 'Noto Sans' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Noto Sans', size: 21, color: INK, language: { value: WORD_LANGUAGE[lang] } },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: { run: { size: 48, bold: true, color: INK, font: 'Noto Sans' }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(32, INK, 420),
      heading2: heading(25, PINE, 320),
      heading3: heading(21, INK, 260),
      caption: {
        run: { size: 19, bold: true, italics: false, color: INK },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
    },
  };
}

/** Bullets in pine, numbers in their own sequence for each list. */
export function docxNumbering(): IPropertiesOptions['numbering'] {
  const level = {
    level: 0,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 420, hanging: 280 } }, run: { color: PINE } },
  };
  return {
    config: [
      { reference: BULLETS, levels: [{ ...level, format: LevelFormat.BULLET, text: '•' }] },
      { reference: NUMBERS, levels: [{ ...level, format: LevelFormat.DECIMAL, text: '%1.' }] },
    ],
  };
}
