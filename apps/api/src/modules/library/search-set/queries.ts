import type { Language } from '@stoa/domain';

/** What makes a query hard. */
export const DIFFICULTIES = {
  I: 'inflection',
  A: 'accents and case',
  M: 'misspelling',
  S: 'synonym',
  T: 'other letters',
  L: 'other keyboard',
} as const;
type Difficulty = keyof typeof DIFFICULTIES;

/** A query and the theme that is expected among the first ten results of its reader. */
export interface SetQuery {
  lang: Language;
  difficulty: Difficulty;
  query: string;
  theme: number;
}

const EN = `I bullied children 1|S peer violence 1|M bulying 1|M atention defecit 5|I social networks passwords 2|S internet safety 2|S reading difficulties 3|M dislexia 3|I dyslexic reader 3|M discalculia 4
A adhd child 5|S attention deficit 5|M autizm 6|S autism spectrum 6|S speech therapist 7|I exercise for hissing sound 7|S assessment for learning 8|I formative assessments 8|M formativ assesment 8|S open lesson 9|I demonstration lessons 9
S class hour rules 10|I contracts of classes 10|S parent evening 11|I meetings with parents 11|S vocational guidance 12|M carreer guidance 12|I libraries 13|M libary nights 13|S nursery school adaptation 14|M kindergarden 14|I kitchens experiment 15|S laboratory work candles 15
S waste sorting 16|M recicling 16|S smartboard 17|I interactive whiteboards 17|A AI for teenagers 18|M artifical inteligence 18|S coding for beginners 19|M programing 19|M robotix club 20|I robots 20|S online teaching 21|I distance lessons teaching 21|M fliped classroom 22|I flipping classrooms 22
S cooperative learning 23|I group working 23|S project work 24|I projects leading 24|S discipline 25|S mediation 26|I quarrel 26|S violence exercises 27|M agression 27|S drug prevention 28|I addictions 28|S exam anxiety 29|M stres before exam 29|M burn-out 30|I burnt out teachers recognise 30|S wellbeing burnout 30
S emotional learning 31|I emotion naming 31|S migrants 32|M refugeee 32|S language support 33|I newcomer language 33|S talented pupils 34|I gifted pupil challenge 34|S absenteeism 35|M truansy 35|I homeworks 36|S sport with ropes 37|I playgrounds 37|S healthy eating 38|M nutricion 38
S traffic education 39|I streets crossing 39|M first aide 40|I saving life 40|S student council 41|I election 41|I volunteers 42|M voluntering 42|I museums 43|S storytelling 45|M fairytales shadow 45|A ERASMUS 46|S induction of teachers 47|S excursion 48|I trips 48|M fractoins 49|I poem 50|I essays writing 51|I gardens school 52`;

const EL = `I εκφοβισμού 1|A εκφοβισμος 1|S ενδοσχολική βία 1|M εκφοβησμός 1|T ekfovismos 1|L ekfobismow 1|S ασφαλής πλοήγηση 2|A κοινωνικα δικτυα ασφαλεια 2|S δυσκολίες στην ανάγνωση 3|T dyslexia 3|M δισλεξία 3|I δυσαριθμησίας 4|S υπερκινητικότητα 5|A δεπυ 5|I αυτισμού 6|T autismos 6|S φάσμα του αυτισμού 6
S λογοθεραπευτής 7|T logotherapeia 7|A ΛΟΓΟΘΕΡΑΠΕΙΑ 7|I διαμορφωτικής αξιολόγησης 8|M αξιολόγιση 8|S αποτίμηση 8|I δειγματικές διδασκαλίες 9|A δειγματικη διδασκαλια 9|I συμβόλαια τάξεων 10|I ώρες τμήματος 10|S ενημέρωση γονέων 11|I συναντήσεις γονέων 11|A ΓΟΝΕΙΣ ΣΥΝΑΝΤΗΣΗ 11|S ΣΕΠ 12|I επαγγελματικός προσανατολισμός 12|T prosanatolismos 12
I βιβλιοθήκες 13|A βιβλιοθηκη 13|M βιβλιοθίκη 13|I νηπιαγωγεία 14|A νηπιαγωγειο 14|T nipiagogeio 14|S ΕΚΦΕ πειράματα 15|I πείραμα 15|M πειράματτα 15|I ανακύκλωσης 16|T anakyklosi 16|M ανακίκλωση 16|I διαδραστικοί πίνακες 17|T diadrastikos pinakas 17|S ΤΝ 18|I τεχνητής νοημοσύνης 18|T tehniti noimosini 18|S κώδικας για αρχάριους 19|A προγραμματισμος 19
I ρομποτική 20|T robotiki 20|S εξ αποστάσεως εκπαίδευση 21|M τηλεκπέδευση 21|S αντεστραμμένη τάξη 22|I ανεστραμμένες τάξεις 22|S ομαδοσυνεργατική διδασκαλία 23|I ομαδικές εργασίες 23|S ερευνητική εργασία 24|I σχέδια εργασίας 24|S πειθαρχία 25|I διαχείρισης τάξεων 25|S διαμεσολάβηση 26|I διαμεσολαβητής 26|S βία ασκήσεις θυμός 27|I θυμού έλεγχος 27
S ναρκωτικά 28|A προληψη εξαρτησεων 28|S στρες εξετάσεις 29|I εξέταση ηρεμία 29|I επαγγελματικής εξουθένωσης 30|M εξουθένοση 30|S συναισθηματική αγωγή 31|I κοινωνική δεξιότητα 31|S μετανάστες 32|I πρόσφυγας 32|A ελληνικα δευτερη γλωσσα 33|I χαρισματικών 34|T harismatikoi 34|I απουσία 35|A σχολικη διαρροη 35|S κατ οίκον εργασία 36
S γυμναστική 37|A φυσικη αγωγη 37|S υγιεινή διατροφή 38|I διατροφή 38|S οδική ασφάλεια 39|I κυκλοφοριακής αγωγής 39|I πρώτων βοηθειών 40|T protes voitheies 40|S μαθητικές κοινότητες 41|I εκλογή 41|I εθελοντισμός 42|T ethelontismos 42|I μουσεία 43|S εκπαιδευτικό δράμα 44|I παραμύθι 45|T paramithi 45|S ευρωπαϊκό πρόγραμμα 46|I νεοδιόριστος 47|S εκπαιδευτική επίσκεψη 48|I εκδρομές 48|I κλάσμα 49|T klasmata 49|I ποίημα 50|I εκθέσεις παραγράφων 51|I κήποι σχολείου 52`;

const PL = `I przemocy rówieśniczej 1|A przemoc rowiesnicza 1|S dręczenie 1|S nękanie 1|S bezpieczny internet 2|A media spolecznosciowe bezpieczenstwo 2|S trudności w czytaniu 3|I dysleksji 3|M dyslekcja 3|I dyskalkulii 4|M dyskalkulja 4|S nadpobudliwość 5|A adhd 5|I autyzmem 6|S spektrum autyzmu 6|S zespół Aspergera 6
S logopedia 7|I ćwiczenie logopedyczne 7|A cwiczenia logopedyczne 7|I oceniania kształtującego 8|A ocenianie ksztaltujace 8|M ocenianie kształtujonce 8|S lekcja otwarta 9|I lekcje pokazowe 9|S lekcja wychowawcza zasady 10|I kontrakty klasowe 10|S wywiadówka 11|I zebrania rodziców 11|M zebrańe z rodzicami 11|S orientacja zawodowa 12|I doradztwem zawodowym 12
I biblioteki 13|I bibliotece 13|M bibliotka 13|I przedszkola 14|I przedszkolu adaptacji 14|M pszedszkole 14|S eksperymenty z octem 15|I doświadczenie fizyczne kuchnia 15|S segregacja śmieci 16|I recyklingu 16|M recykling odpaduw 16|S tablica multimedialna 17|I tablice interaktywne 17|A sztuczna inteligencja 18|I sztucznej inteligencji 18|M sztuczna inteligęcja 18
S kodowanie 19|I programowania 19|A poczatkujacy programowanie 19|I robotyce 20|M robotyca 20|S kształcenie na odległość 21|I nauczania zdalnego 21|S odwrócona lekcja 22|I odwróconej klasie 22|S praca zespołowa 23|I prace w grupie 23|S projekt edukacyjny 24|I projektów prowadzenie długich 24|S zachowanie 25|I dyscypliny 25|S konflikt mediacje 26|I mediator 26|S agresja 27|I złości 27|A zlosc 27
S narkotyki 28|I profilaktyki uzależnień 28|A uzaleznienie 28|S lęk przed egzaminem 29|I egzaminy stres 29|I wypaleniem zawodowym 30|M wypalenie zawodowie 30|S kompetencje społeczne 31|I emocji 31|S migranci 32|I uchodźca 32|A uchodzcy 32|S drugi język 33|A jezyk obcy polski 33|I uczeń zdolny 34|S absencja 35|I wagarów 35|S zadanie domowe 36|I prac domowych 36
S wf 37|I wychowania fizycznego 37|S zdrowe odżywianie 38|I śniadania 38|A sniadanie 38|S wychowanie komunikacyjne 39|I ulice przechodzenie 39|I pierwszej pomocy 40|M pierfsza pomoc 40|A samorzad uczniowski 41|I wyborów 41|I wolontariatem 42|M wolontarjat 42|I muzea 43|S teatr na historii 44|I bajek 45|A basn cienie 45|S projekt unijny 46|S nauczyciel początkujący 47|I mentora 47|I wycieczek szkolnych 48|M wyciczka 48|I ułamek 49|A ulamki 49|I wierszy 50|I rozprawki 51|I ogrody 52`;

const RU = `I травли 1|S буллинг 1|M тровля 1|T travlya 1|L nhfdkz 1|S интернет-безопасность 2|I социальная сеть безопасность 2|S трудности чтения 3|I дислексии 3|M дезлексия 3|T disleksiya 3|I дискалькулией 4|M дискалкулия 4|S гиперактивность 5|I ребёнка с СДВГ 5|S РАС 6|I аутизма 6|M аутизьм 6|T autizm 6|S логопед 7|I логопедическое упражнение 7
I формирующего оценивания 8|S оценка формирующая 8|M оценевание 8|S показательный урок 9|I открытых уроков 9|I классные часы 10|I договоры классов 10|S родительское собрание 11|I встречи с родителем 11|S профессиональная ориентация 12|I профориентацией 12|T proforientatsiya 12|I библиотеки 13|M библеотека 13|T biblioteka 13|I детские сады 14|A ДЕТСКИЙ САД 14
S эксперименты с уксусом 15|I опытов 15|S раздельный сбор мусора 16|I переработки отходов 16|I интерактивные доски 17|M интерактивная даска 17|S ИИ 18|I искусственного интеллекта 18|M исскуственный интелект 18|S кодирование 19|I программированию 19|L ghjuhfvvbhjdfybt 19|I робототехнике 20|M роботехника 20|T robototekhnika 20|S онлайн-обучение 21|I дистанционного обучения 21
A перевернутый класс 22|I перевёрнутые классы 22|S обучение в сотрудничестве 23|I группой работать 23|S проектная деятельность 24|I проекта метод 24|S управление классом 25|I дисциплины 25|S примирение 26|I медиатор 26|S насилие упражнения 27|I агрессией 27|M агресия 27|S наркотики 28|I профилактику зависимости 28|S тревожность экзамен 29|I экзамены стресс 29|I выгорания 30|M выгарание 30
S эмоциональный интеллект 31|I эмоций 31|S мигранты 32|I беженец 32|S русский как иностранный 33|I вторым языком 33|A одаренные дети 34|I одарённый ребёнок 34|S пропуски уроков 35|I прогул 35|I домашних заданий 36|S спорт со скакалкой 37|I игра дворовая 37|S здоровое питание 38|I завтраки 38|S ПДД 39|I улицы переход 39|I первой помощи 40|T pervaya pomoshch 40
S ученическое самоуправление 41|I выборами 41|A волонтерство 42|S добровольчество 42|I музеи 43|S театрализация 44|I сказка 45|T skazki 45|S Эразмус 46|S наставничество 47|I молодой учитель 47|S поход 48|I экскурсии школьные 48|I дробь 49|M дропи 49|I стихотворение стих 50|I сочинения 51|I сады школьные 52`;

/** `<difficulty> <query> <theme>`, separated by bars and line ends. */
function parsed(lang: Language, lines: string): SetQuery[] {
  return lines.split(/[|\n]/u).map((line) => {
    const [, difficulty, query = '', theme] = /^(\S) (.+) (\d+)$/u.exec(line.trim()) ?? [];
    return { lang, difficulty: difficulty as Difficulty, query, theme: Number(theme) };
  });
}

/** What people ask, of each language and kind of difficulty. */
export const SET_QUERIES: readonly SetQuery[] = [...parsed('en', EN), ...parsed('el', EL), ...parsed('pl', PL), ...parsed('ru', RU)];
