// @ts-check
// What people here type first, the likeliest first, in lower case, without accents and final sigma: the libraries know no Greek and no Russian.

const GREEK =
  'κωδικος σχολειο δασκαλος δασκαλα καθηγητης καθηγητρια μαθητης μαθητρια γυμνασιο λυκειο δημοτικο νηπιαγωγειο ελλαδα αθηνα θεσσαλονικη ' +
  'πατρα κρητη ηρακλειο ολυμπιακος παναθηναικος παοκ αεκ αρης σαγαπω αγαπη αγαπημενη καλημερα καλησπερα καληνυχτα μωρακι καρδια ' +
  'γιωργος μαρια ελενη κωνσταντινος κωστας δημητρης γιαννης νικος παναγιωτης βασιλης χρηστος αθανασιος μιχαλης αγγελικη αικατερινη ' +
  'κατερινα βασιλικη γεωργια σοφια αναστασια ευαγγελια ιωαννα δημητρα αννα παρασκευη καλοκαιρι χειμωνας ανοιξη φθινοπωρο θαλασσα ' +
  'ηλιος υπουργειο εκπαιδευση δικτυο υπολογιστης διαχειριστης ποδοσφαιρο μπασκετ χριστουγεννα πασχα';

const RUSSIAN =
  'пароль привет любовь солнце школа учитель учительница ученик класс гимназия лицей россия москва петербург спартак зенит динамо цска ' +
  'люблю тебя люблютебя котенок зайка малыш мама папа наташа марина светлана екатерина елена ольга татьяна ирина анна мария юлия ' +
  'анастасия александр сергей дмитрий андрей алексей максим евгений иван михаил николай владимир виктор лето зима весна осень ' +
  'вход админ администратор министерство образование компьютер футбол хоккей победа семья счастье дружба мир';

const POLISH =
  'haslo szkola nauczyciel nauczycielka uczen klasa liceum gimnazjum polska warszawa krakow gdansk poznan wroclaw legia kochamcie kocham ' +
  'misiek kotek kasia ania basia gosia tomek marek mateusz wakacje lato zima ministerstwo edukacja administrator komputer';

const OURS = 'stoa стоа στοα demo invalid welcome network centre center teacher school ministry support';

/** @type {string[]} */
export const LOCAL = `${GREEK} ${RUSSIAN} ${POLISH} ${OURS}`.replaceAll('ς', 'σ').split(' ');
