/** Names of a topic in English, Greek, Polish and Russian; words behind a bar are synonyms. */
type Words = readonly [en: string, el: string, pl: string, ru: string];

/** A topic of the first tree, with those that lie under it. */
export interface SeedTopic {
  words: Words;
  below: readonly Words[];
}

/** The topics every installation begins with: what schools ask support centres for. Administrators change the tree from there. */
export const TOPICS: readonly SeedTopic[] = [
  {
    words: [
      'Learning difficulties|specific learning difficulties',
      'Μαθησιακές δυσκολίες|ειδικές μαθησιακές δυσκολίες',
      'Trudności w uczeniu się|specyficzne trudności',
      'Трудности в обучении|школьные трудности',
    ],
    below: [
      [
        'Reading difficulties|dyslexia|reading',
        'Δυσκολίες στην ανάγνωση|δυσλεξία|ανάγνωση',
        'Trudności w czytaniu|dysleksja|czytanie',
        'Трудности чтения|дислексия|чтение',
      ],
      [
        'Difficulties in mathematics|dyscalculia|numeracy',
        'Δυσκολίες στα μαθηματικά|δυσαριθμησία',
        'Trudności w matematyce|dyskalkulia',
        'Трудности в математике|дискалькулия',
      ],
      [
        'Speech and language|speech therapy',
        'Λόγος και ομιλία|λογοθεραπεία',
        'Mowa i język|logopedia|logopeda',
        'Речь и язык|логопедия|логопед',
      ],
      [
        'Attention and concentration|ADHD|hyperactivity',
        'Προσοχή και συγκέντρωση|ΔΕΠΥ|υπερκινητικότητα',
        'Uwaga i koncentracja|ADHD|nadpobudliwość',
        'Внимание и концентрация|СДВГ|гиперактивность',
      ],
    ],
  },
  {
    words: [
      'Inclusion and special education|inclusive classroom',
      'Ένταξη και ειδική αγωγή|συμπερίληψη',
      'Edukacja włączająca|kształcenie specjalne|integracja',
      'Инклюзивное образование|специальное образование',
    ],
    below: [
      ['Autism spectrum', 'Φάσμα του αυτισμού|αυτισμός', 'Spektrum autyzmu|autyzm', 'Расстройства аутистического спектра|аутизм|РАС'],
      [
        'Diagnosis and assessment of a pupil|assessment|opinion',
        'Διάγνωση και αξιολόγηση μαθητή|γνωμάτευση|αξιολόγηση',
        'Diagnoza ucznia|opinia|orzeczenie',
        'Диагностика ученика|обследование|заключение',
      ],
      [
        'Pupils with another mother tongue|migrants|refugees',
        'Μαθητές με άλλη μητρική γλώσσα|μετανάστες|πρόσφυγες',
        'Uczniowie z doświadczeniem migracji|uchodźcy|dzieci cudzoziemskie',
        'Ученики с другим родным языком|мигранты|беженцы',
      ],
      ['Gifted pupils|talent', 'Χαρισματικοί μαθητές|ταλέντο', 'Uczeń zdolny|talenty', 'Одарённые дети|таланты'],
    ],
  },
  {
    words: [
      'Behaviour and relations|discipline',
      'Συμπεριφορά και σχέσεις|πειθαρχία',
      'Zachowanie i relacje|dyscyplina',
      'Поведение и отношения|дисциплина',
    ],
    below: [
      [
        'Bullying and violence|preventing violence',
        'Εκφοβισμός και βία|πρόληψη της βίας|bullying',
        'Przemoc i nękanie|przemoc rówieśnicza|mobbing',
        'Травля и насилие|буллинг|профилактика насилия',
      ],
      [
        'Safe internet|online safety|cyberbullying',
        'Ασφαλές διαδίκτυο|ασφάλεια στο διαδίκτυο|διαδικτυακός εκφοβισμός',
        'Bezpieczny internet|bezpieczeństwo w sieci|cyberprzemoc',
        'Безопасный интернет|кибербуллинг|безопасность в сети',
      ],
      [
        'Dependence and prevention|drugs|alcohol',
        'Εξαρτήσεις και πρόληψη|ναρκωτικά',
        'Uzależnienia i profilaktyka|narkotyki',
        'Зависимости и профилактика|наркотики',
      ],
      [
        "Class teacher's work|homeroom|class hour",
        'Υπεύθυνος τάξης|ώρα τάξης',
        'Wychowawca klasy|wychowawstwo|godzina wychowawcza',
        'Классное руководство|классный руководитель|классный час',
      ],
    ],
  },
  {
    words: [
      'Mental health and wellbeing|emotions',
      'Ψυχική υγεία και ευεξία|συναισθήματα',
      'Zdrowie psychiczne i dobrostan|emocje',
      'Психическое здоровье|эмоции|благополучие',
    ],
    below: [
      [
        'Crisis support|grief|trauma',
        'Υποστήριξη σε κρίση|πένθος|τραύμα',
        'Pomoc w kryzysie|żałoba|trauma|interwencja kryzysowa',
        'Помощь в кризисе|горе|травма',
      ],
      [
        'Counselling of young people|youth advice',
        'Συμβουλευτική νέων|συμβουλευτικός σταθμός',
        'Poradnictwo dla młodzieży|pomoc psychologiczna',
        'Консультирование подростков|психолог',
      ],
      [
        "Teachers' burnout|stress of teachers",
        'Επαγγελματική εξουθένωση εκπαιδευτικών',
        'Wypalenie zawodowe nauczycieli|stres',
        'Профессиональное выгорание|стресс учителя',
      ],
      ['Health education|nutrition', 'Αγωγή υγείας|διατροφή', 'Edukacja zdrowotna|żywienie', 'Здоровый образ жизни|питание'],
    ],
  },
  {
    words: [
      'Career guidance|vocational guidance|orientation',
      'Επαγγελματικός προσανατολισμός|σταδιοδρομία|ΣΕΠ',
      'Doradztwo zawodowe|preorientacja|kariera',
      'Профориентация|выбор профессии',
    ],
    below: [
      [
        'Change of school level|transition|admission',
        'Μετάβαση σε άλλη βαθμίδα|εγγραφή',
        'Zmiana etapu kształcenia|rekrutacja|adaptacja',
        'Переход на следующую ступень|адаптация|приём',
      ],
    ],
  },
  {
    words: [
      'Digital education|ICT|computers',
      'Ψηφιακή εκπαίδευση|ΤΠΕ|υπολογιστές|πληροφορική',
      'Edukacja cyfrowa|TIK|komputery|informatyka',
      'Цифровое образование|ИКТ|информатика',
    ],
    below: [
      [
        'Technical support of schools|network|equipment',
        'Τεχνική υποστήριξη σχολείων|δίκτυο|εξοπλισμός',
        'Wsparcie techniczne szkół|sieć komputerowa|sprzęt',
        'Техническая поддержка школ|оборудование',
      ],
      [
        'Interactive boards and tools|digital tools',
        'Διαδραστικοί πίνακες και εργαλεία|διαδραστικός πίνακας',
        'Tablice interaktywne i narzędzia|tablica',
        'Интерактивные доски и инструменты|доска',
      ],
      [
        'Programming and robotics|coding',
        'Προγραμματισμός και ρομποτική|κώδικας',
        'Programowanie i robotyka|kodowanie',
        'Программирование и робототехника',
      ],
      [
        'AI literacy|artificial intelligence|media literacy',
        'Γραμματισμός στην τεχνητή νοημοσύνη|τεχνητή νοημοσύνη|παιδεία στα μέσα',
        'Sztuczna inteligencja i media|AI|edukacja medialna',
        'Грамотность в области ИИ|искусственный интеллект|медиаграмотность',
      ],
    ],
  },
  {
    words: [
      'Subject teaching|didactics|methodology',
      'Διδακτική των μαθημάτων|διδακτική|μεθοδολογία',
      'Dydaktyka przedmiotowa|metodyka',
      'Методика предметов|дидактика',
    ],
    below: [
      [
        'Science experiments|physics|chemistry|laboratory',
        'Πειράματα φυσικών επιστημών|φυσική|χημεία|εργαστήριο',
        'Doświadczenia przyrodnicze|fizyka|chemia|pracownia',
        'Естественно-научные опыты|физика|химия|лаборатория',
      ],
      [
        'Mathematics teaching',
        'Διδασκαλία μαθηματικών|μαθηματικά',
        'Nauczanie matematyki|matematyka',
        'Преподавание математики|математика',
      ],
      ['Foreign languages|English|CLIL', 'Ξένες γλώσσες|αγγλικά', 'Języki obce|język angielski', 'Иностранные языки|английский язык'],
      [
        'Early childhood education|preschool',
        'Προσχολική αγωγή|νηπιαγωγείο',
        'Wczesna edukacja|wychowanie przedszkolne',
        'Дошкольное воспитание|раннее развитие',
      ],
      [
        'Formative assessment|grading',
        'Διαμορφωτική αξιολόγηση|βαθμολόγηση',
        'Ocenianie kształtujące|ocenianie',
        'Формирующее оценивание|оценивание',
      ],
    ],
  },
  {
    words: [
      'Environment and sustainability|ecology',
      'Περιβάλλον και αειφορία|οικολογία',
      'Edukacja ekologiczna|środowisko|zrównoważony rozwój',
      'Экологическое образование|устойчивое развитие',
    ],
    below: [
      [
        'School activities and contests|culture|health programmes',
        'Σχολικές δραστηριότητες|διαγωνισμοί|πολιτιστικά',
        'Zajęcia i konkursy szkolne|kultura',
        'Школьные мероприятия и конкурсы|культура',
      ],
    ],
  },
  {
    words: [
      'Libraries and reading|school library',
      'Βιβλιοθήκες και φιλαναγνωσία|σχολική βιβλιοθήκη',
      'Biblioteki i czytelnictwo|biblioteka pedagogiczna',
      'Библиотеки и чтение|школьная библиотека',
    ],
    below: [],
  },
  {
    words: [
      'Running a school|school management',
      'Διοίκηση σχολείου|διευθυντές',
      'Zarządzanie szkołą|dyrektor',
      'Управление школой|директор',
    ],
    below: [
      [
        'School evaluation and improvement|self-evaluation',
        'Αξιολόγηση και βελτίωση σχολείου|αυτοαξιολόγηση',
        'Ewaluacja i rozwój szkoły|autoewaluacja|wspomaganie szkoły',
        'Оценка и развитие школы|самообследование',
      ],
      ['Education law|regulations', 'Εκπαιδευτική νομοθεσία|νόμοι', 'Prawo oświatowe|przepisy', 'Образовательное право|законодательство'],
      [
        'Support of new teachers|mentoring',
        'Υποστήριξη νέων εκπαιδευτικών|μέντορες',
        'Wsparcie początkujących nauczycieli|mentoring|awans zawodowy',
        'Поддержка молодых учителей|наставничество',
      ],
      ['Work with parents|families', 'Συνεργασία με γονείς|οικογένειες', 'Współpraca z rodzicami|rodziny', 'Работа с родителями|семьи'],
    ],
  },
  {
    words: [
      'European projects|Erasmus|eTwinning',
      'Ευρωπαϊκά προγράμματα|Erasmus|eTwinning|αναζήτηση εταίρων',
      'Projekty europejskie|Erasmus|eTwinning',
      'Европейские проекты|Erasmus|eTwinning',
    ],
    below: [],
  },
];
