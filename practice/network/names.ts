/** Given and family names by language; `native|latin` where the script is not Latin. */
export interface Naming {
  /** How often, relative to the others. */
  readonly weight: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly places: readonly string[];
  /** Family name first, as written. */
  readonly familyFirst?: true;
  /** Nothing between the two. */
  readonly joined?: true;
}

function list(text: string): readonly string[] {
  return text.split(" ").map((part) => part.replaceAll("~", " "));
}

export const NAMINGS: readonly Naming[] = [
  {
    weight: 30,
    given: list(
      "Olivia Amelia Harper Nora Grace Hannah Ivy Maeve Ruby Tessa Leah Paige Owen Caleb Miles Jonah Felix Isaac Dylan Marcus Toby Elliot Callum Reuben Wesley Keisha Tyrone Priya Imani Siobhan",
    ),
    family: list(
      "Carter Whitfield Brooks Hartley Ellison Marsh Pemberton Thorne Calloway Okafor Bennett Ashworth Lockwood Sinclair Drummond Vance Holloway Prescott Rourke O’Malley McKenna Fairchild Delaney Winslow Atwood Beckett Langley Sutton Tran Mensah",
    ),
    places: list(
      "London,~England Austin,~Texas Toronto,~Ontario Dublin,~Ireland Melbourne,~Australia Denver,~Colorado",
    ),
  },
  {
    weight: 9,
    given: list(
      "Jürgen Anneliese Björn Käthe Lukas Franziska Sören Heike Matthias Ulrike Jörg Lena",
    ),
    family: list(
      "Müller Schäfer Weiß Köhler Brandt Voß Lindner Größmann Haas Kühn von~Arnim Zöllner",
    ),
    places: list("Hamburg,~Germany Wien,~Österreich Zürich,~Schweiz Leipzig,~Germany"),
  },
  {
    weight: 8,
    given: list("Élodie Jérôme Anaïs François Maëlle Benoît Zoé Théo Hélène Loïc"),
    family: list("Lefèvre Dubois Garçon Béranger D’Aubigny Côté Rousselle Le~Gall Château Noël"),
    places: list("Lyon,~France Montréal,~Québec Bruxelles,~Belgique Nantes,~France"),
  },
  {
    weight: 8,
    given: list("José María Íñigo Begoña Álvaro Ximena Nicolás Lucía Andrés Inés"),
    family: list(
      "Muñoz García~Ibáñez Peña Núñez~de~Arce Castaño Ordóñez Güell Zúñiga Echeverría Vélez",
    ),
    places: list("Sevilla,~España Bogotá,~Colombia Ciudad~de~México Córdoba,~Argentina"),
  },
  {
    weight: 6,
    given: list("João Conceição Luís Simão Inês Tomás Beatriz Antônio"),
    family: list("Gonçalves Simões Magalhães da~Conceição Araújo Brandão Falcão e~Sá"),
    places: list("Porto,~Portugal São~Paulo,~Brasil Recife,~Brasil"),
  },
  {
    weight: 5,
    given: list("Niccolò Giulia Matteo Chiara Lorenzo Ilaria"),
    family: list("Bianchi D’Angelo Ferri De~Luca Moretti Nicolò"),
    places: list("Torino,~Italia Bologna,~Italia"),
  },
  {
    weight: 4,
    given: list("Sjoerd Anouk Joris Fleur Daniël Noëlle"),
    family: list("van~den~Berg de~Groot ’t~Hooft Dijkstra van~’t~Hof Smeets"),
    places: list("Utrecht,~Nederland Gent,~België"),
  },
  {
    weight: 5,
    given: list("Łukasz Małgorzata Grzegorz Żaneta Paweł Agnieszka"),
    family: list("Wójcik Święcicka Dąbrowski Źródlak Kowalczyk Żak"),
    places: list("Kraków,~Polska Gdańsk,~Polska"),
  },
  {
    weight: 4,
    given: list("Çağla İlker Şeyma Gökhan Özge Ümit"),
    family: list("Yıldız Çelik Öztürk Şahin Güneş Işık"),
    places: list("İzmir,~Türkiye Ankara,~Türkiye"),
  },
  {
    weight: 4,
    given: list("Åsa Øyvind Søren Jóhanna Päivi Björk"),
    family: list("Ångström Sørbø Møller Þórsdóttir Mäkelä Österberg"),
    places: list("Göteborg,~Sverige Oslo,~Norge Tampere,~Suomi"),
  },
  {
    weight: 3,
    given: list("Nguyễn Hương Đức Thảo Quỳnh Bảo"),
    family: list("Trần Phạm Đặng Lê Vũ Bùi"),
    places: list("Hà~Nội,~Việt~Nam"),
  },
  {
    weight: 4,
    given: list("Алексей|aleksei Марина|marina Дмитрий|dmitrii Ольга|olga Тарас|taras Олена|olena"),
    family: list(
      "Соколов|sokolov Жукова|zhukova Шевченко|shevchenko Лебедев|lebedev Щербак|shcherbak",
    ),
    places: list("Київ Almaty,~Kazakhstan"),
  },
  {
    weight: 2,
    given: list("Νίκος|nikos Ελένη|eleni Γιώργος|giorgos"),
    family: list("Παππάς|pappas Οικονόμου|oikonomou Βλάχος|vlachos"),
    places: list("Θεσσαλονίκη"),
  },
  {
    weight: 5,
    given: list("伟|wei 芳|fang 建国|jianguo 静怡|jingyi 子涵|zihan 明|ming"),
    family: list("王|wang 李|li 张|zhang 欧阳|ouyang 陈|chen 刘|liu"),
    places: list("上海 台北市 深圳"),
    familyFirst: true,
    joined: true,
  },
  {
    weight: 4,
    given: list("太郎|taro 美咲|misaki さくら|sakura 健|ken ケンジ|kenji"),
    family: list("佐藤|sato 髙橋|takahashi 渡邉|watanabe 小林|kobayashi 斎藤|saito"),
    places: list("大阪府 東京都"),
    familyFirst: true,
  },
  {
    weight: 3,
    given: list("지우|jiwoo 서연|seoyeon 민준|minjun 하은|haeun"),
    family: list("김|kim 이|lee 박|park 최|choi"),
    places: list("서울"),
    familyFirst: true,
    joined: true,
  },
  {
    weight: 4,
    given: list("ليلى|layla عمر|omar فاطمة|fatima يوسف|yousef نور|nour"),
    family: list("الخطيب|alkhatib حدّاد|haddad المنصوري|almansouri عبد~الله|abdallah"),
    places: list("دبي القاهرة"),
  },
  {
    weight: 3,
    given: list("נועה|noa איתן|eitan תמר|tamar יונתן|yonatan"),
    family: list("לוי|levy כהן|cohen בן-דוד|ben-david שפירא|shapira"),
    places: list("תל~אביב חיפה"),
  },
  {
    weight: 3,
    given: list("आरव|aarav अनन्या|ananya รัตนา|rattana Kavya Arjun"),
    family: list("शर्मा|sharma पटेल|patel วงศ์|wong Iyer Deshpande"),
    places: list("Pune,~India Bengaluru,~India"),
  },
];

export const CREDENTIALS = [
  ", PhD",
  ", MBA",
  ", MBA, PMP®",
  ", CFA",
  " (She/Her)",
  ", M.D., FACS",
  " ✈️",
  " 🌱",
  " 🚀",
  " · Open to work",
  " 👩🏽‍💻",
];
export const HONORIFICS = ["Dr. ", "Prof. ", "Ing. ", "🌟 "];
