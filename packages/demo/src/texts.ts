/** Languages of the demo world. */
export type Lang = 'en' | 'el' | 'pl' | 'ru';

/** A text in some of the four languages. */
export type Texts = Partial<Record<Lang, string>>;

/** A text in all four. */
export type AllTexts = Record<Lang, string>;
