import type { Manners, Subject } from './phrases.js';

/** Turns of phrase of the networks that write Polish, without gendered past. */
export const polishManners: Manners = {
  settings: [
    'Mam grupę dwudziestu czterech dzieci i jedną godzinę w tygodniu.',
    'Zaczynamy w przyszłym tygodniu i wolę pytać wcześniej niż improwizować.',
    'Temat wrócił na ostatniej radzie.',
    'W zeszłym roku poszło słabo, dlatego pytam już teraz.',
    'Nasza szkoła jest mała i nikt tu jeszcze tego nie próbował.',
    'Rodzice pytali o to na zebraniu.',
    'Przewodnik jest dobry, ale nie zna mojej klasy.',
  ],
  openers: [
    'U nas sprawdziło się tak:',
    'Krótko, z naszej szkoły:',
    'Próbujemy tego drugi rok.',
    'Mówię tylko o jednej grupie, ale:',
    'Najpierw jedna rzecz:',
    'Warto zacząć od czegoś mniejszego.',
    'Zgadzam się i dodaję:',
  ],
  closers: [
    'Zapraszamy, można zobaczyć na miejscu.',
    'Zajęło to dwa spotkania, nie jedno.',
    'Mogę przesłać kartę.',
    'Za drugim razem było dużo lepiej.',
    'Zrobimy to jeszcze raz.',
    'Dzieci prosiły o więcej.',
  ],
  thanks: [
    'Dziękuję, właśnie tego było mi trzeba. W czwartek próba, dam znać.',
    'Dziękuję wszystkim. Po pierwszej próbie: mniej hałasu, więcej rozmowy.',
    'To bardzo pomaga. Czy działa też w większej grupie?',
    'Dziś pierwsza próba. Początek trudny, dalej już dobrze.',
    'Dziękuję, wasze pomysły są już w planie na przyszły tydzień.',
  ],
};

/** Sieć psychologów szkolnych. */
export const psychologists: Subject = {
  items: [
    'Rozmowa po kryzysie',
    'Lęk przed szkołą',
    'Gotowość szkolna',
    'Konsultacja z rodzicem',
    'Dokumentacja wsparcia',
    'Superwizja koleżeńska',
    'Praca z klasą po konflikcie',
    'Współpraca z poradnią',
  ],
  questions: [
    'od czego zaczynacie?',
    'ile czasu na to przeznaczacie?',
    'co zapisujecie, a czego nie?',
    'kogo jeszcze zapraszacie?',
    'nasze doświadczenia',
    'jak wracacie do tematu po tygodniu?',
  ],
  asks: [
    'Szukam czegoś prostego, co da się powtórzyć.',
    'Jak mówicie o tym nauczycielom?',
    'Co warto przygotować wcześniej?',
    'Gdzie stawiacie granicę?',
  ],
  answers: [
    'Najlepiej działa to, co można powtórzyć za miesiąc w ten sam sposób.',
    'Umawiamy jedną osobę, która pilnuje terminu, i jedną, która notuje.',
    'Warto zapytać nauczycieli, co już próbowali. Często połowa pracy jest zrobiona.',
    ['Rozmowa po kryzysie', 'Najpierw bezpieczeństwo i spokój, dopiero potem pytania. Pierwsza rozmowa trwa najwyżej kwadrans.'],
    'Umawiamy z nauczycielem jedno zdanie, które powie klasie. Jedno wystarczy.',
    'Zapisujemy fakty i ustalenia, bez domysłów. Notatka prywatna zostaje prywatna.',
    ['Konsultacja z rodzicem', 'Rodzica pytamy, co pomaga w domu. Zwykle ma odpowiedź, zanim zadamy drugie pytanie.'],
    ['Superwizja koleżeńska', 'Superwizja raz w miesiącu, w czwórkach, według jednego schematu: opis, pytania, pomysły, decyzja.'],
    ['Praca z klasą po konflikcie', 'Do klasy wchodzimy we dwoje: jedna osoba prowadzi, druga patrzy.'],
    ['Lęk przed szkołą', 'Powrót do szkoły małymi krokami: najpierw brama, potem biblioteka, potem jedna lekcja.'],
    ['Współpraca z poradnią', 'Z poradnią ustalamy na początku roku, kto do kogo dzwoni i w jakich sprawach.'],
    'Po tygodniu wracamy z tym samym pytaniem w skali od jednego do dziesięciu.',
    'Wychowawca jest na spotkaniu od początku. Bez niego plan żyje trzy dni.',
    ['Dokumentacja wsparcia', 'Karta na jedną stronę. Dłuższej nikt nie czyta, łącznie z nami.'],
  ],
};

/** Wczesna edukacja. */
export const early: Subject = {
  items: [
    'Poranny krąg',
    'Kącik ciszy',
    'Nauka czytania',
    'Zabawa na dworze',
    'Adaptacja trzylatków',
    'Rytm dnia',
    'Liczenie w zabawie',
    'Współpraca z rodzicami',
    'Kodowanie bez komputera',
  ],
  questions: [
    'jak to u was wygląda?',
    'co działa na początku roku?',
    'ile to trwa?',
    'jak włączacie nieśmiałe dzieci?',
    'pomysł z naszej grupy',
    'jakie materiały wystarczą?',
  ],
  asks: [
    'Chcę, żeby każde dziecko miało chwilę dla siebie.',
    'Jak kończycie takie zajęcia?',
    'Co robicie, gdy połowa grupy ma dość?',
    'Jak mówicie o tym rodzicom?',
  ],
  answers: [
    'Zaczynamy od pięciu minut i wydłużamy dopiero, gdy dzieci same proszą.',
    'To samo miejsce, ta sama pora, ten sam znak. Reszta może się zmieniać.',
    'Zdjęcie na korytarzu mówi rodzicom więcej niż nasza kartka.',
    'Jedna osoba prowadzi, druga siada między dziećmi. Różnica jest ogromna.',
    ['Poranny krąg', 'Zaczynamy od piosenki, która trwa dokładnie tyle, ile sprzątanie. Działa od pierwszego tygodnia.'],
    'Dwie zasady i jeden obrazek na każdą. Więcej nie pamiętają, my też nie.',
    ['Kącik ciszy', 'W kąciku ciszy jest klepsydra i koc. Nikt nie pyta dlaczego, każdy wraca.'],
    ['Nauka czytania', 'Czytamy na głos codziennie dziesięć minut, o tej samej porze, także najstarszym.'],
    ['Zabawa na dworze', 'Na dworze jesteśmy w każdą pogodę. Zapasowe skarpety rozwiązują większość problemów.'],
    'Nieśmiałe dziecko dostaje zadanie pomocnika. Po tygodniu samo wybiera, komu pomoże.',
    ['Liczenie w zabawie', 'Liczymy wszystko, co i tak robimy: talerze, schody, kalosze.'],
    ['Adaptacja trzylatków', 'W pierwszym tygodniu rodzic zostaje kwadrans, w drugim pięć minut, w trzecim macha z okna.'],
    ['Kodowanie bez komputera', 'Wystarczą kubki, sznurek i kreda. Droga z kubków to najlepsze kodowanie.'],
    ['Rytm dnia', 'Plan dnia na obrazkach wisi na wysokości oczu dziecka, nie naszych.'],
  ],
};
