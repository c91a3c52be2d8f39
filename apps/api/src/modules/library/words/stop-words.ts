/** Words that questions hold and texts are not found by, folded, of the four languages. They count where a query has no other. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be by can do for from how i in into is it my of on or that the their there this to up use we what when where which who why with you your about
   ο η το οι τα του τησ των τον την τουσ τισ και να θα με σε για απο προσ στο στη στην στον στα στουσ στισ ενα μια ενασ που πωσ τι ειναι δεν μη μην ωσ κατα μετα
   i w we z ze na do dla o od po za przy przez pod nad jak co to czy sie jest sa nie ten ta te tego tej oraz lub ale u ich
   и в во на с со к ко по о об от до для из у за при под над не что как это или но а же ли бы мы вы он она они их его ее`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
