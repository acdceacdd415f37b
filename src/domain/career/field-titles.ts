/**
 * Which words in a title tell a field of work: in English first, then German, French, Spanish and Portuguese.
 *
 * Written without accents and in lower case, as titles are compared. `*` stands for any letters at that end of a word, which German
 * compounds and grammatical endings need. An entry of several words has to occur as it stands and counts before the words in it.
 * A word that names different fields in different titles ("analyst", "manager", "specialist") is left out: unknown is better than
 * a guess. To add a title, put it under its field and a line into the test.
 */
export const FIELD_TITLES = {
  engineering: `
    engineer, engineers, engineering, developer, developers, programmer, software*, devops, sre, cto, backend,
    back end, frontend, front end, full stack, fullstack, qa, sysadmin, cybersecurity, information security,
    it support, system administrator, systems administrator, network administrator, solution architect,
    solutions architect, software architect, cloud architect, enterprise architect, technical architect,
    it architect, tech lead, technical lead, chief technology officer, chief information officer, cio,
    it manager, it director, it specialist, information technology, web developer, mechanic, technician,
    *entwickler*, *programmierer*, *ingenieur*, *informatiker*, softwarearchitekt*, systemadministrator*,
    it leiter*, *techniker*, developpeu*, ingenierie, informatique, technicien*, architecte logiciel,
    architecte solution*, administrateur systeme*, desarrollador*, ingenier*, programador*, informatic*,
    tecnologia*, arquitecto de software, desenvolvedor*, engenheir*, engenharia, arquiteto de software,
    analista de sistemas, tecnologia da informacao, cyber security, mechatroniker*, konstrukteur*, leiter it,
    leiterin it, systemes d information, chef de projet informatique, cheffe de projet informatique,
    administrador* de sistemas, tecnic* de mantenimiento, coordenador* de ti, gerente de ti, analista de ti,
    suporte tecnico, arquitet* de solucoes, arquitect* de soluciones, netzwerkadministrator*, eletronica,
    electronica, electronique
  `,
  data: `
    data scientist, data science, data engineer, data engineering, data analyst, data analytics, data architect,
    data, analytics, machine learning engineer, machine learning, ml engineer, ai engineer, ai researcher,
    statistician, business intelligence, bi developer, bi analyst, chief data officer, artificial intelligence,
    *datenanalyst*, datenwissenschaft*, statistiker*, data engineer*, ingenieur data, ingenieur donnees,
    analyste de donnees, analyste donnees, statisticien*, cientific* de datos, analista de datos,
    ingenier* de datos, estadistic*, cientista de dados, analista de dados, engenheir* de dados, estatistic*,
    analista de bi
  `,
  design: `
    designer, designers, design, ux, ui, ux ui, product designer, product design, ux designer, user experience,
    user researcher, ux researcher, art director, illustrator, creative director, fashion designer,
    graphic designer, interior designer, web designer, game designer, *gestalter*, grafiker*, grafikdesign*,
    produktdesigner*, kommunikationsdesign*, illustrator*, graphiste*, directeur artistique,
    directrice artistique, illustrateur*, illustratrice*, concepteur graphique, disenador*, diseno,
    director* de arte, ilustrador*, design* grafico, diretor* de arte, projetista grafic*, webdesign*
  `,
  product: `
    product manager, product owner, product management, head of product, chief product officer, cpo,
    product lead, product director, vp product, vp of product, director of product, group product manager,
    technical product manager, product marketing owner, produktmanager*, produktmanagement, produktleiter*,
    chef de produit, cheffe de produit, responsable produit, directeur produit, directrice produit,
    gerente de producto, jefe de producto, jefa de producto, responsable de producto, director* de producto,
    gerente de produto, gestor* de produto, diretor* de produto, gestor* de produtos
  `,
  science: `
    scientist, research scientist, researcher, research, postdoc, postdoctoral, phd candidate, phd student,
    phd researcher, doctoral researcher, doctoral candidate, biologist, chemist, physicist, mathematician,
    geologist, ecologist, economist, historian, sociologist, research fellow, research associate,
    research assistant, principal investigator, astronomer, neuroscientist, *wissenschaftler*, *forscher*,
    forschung*, doktorand*, biolog*, chemiker*, physiker*, mathematiker*, okonom*, chercheu*, doctorant*,
    ingenieur de recherche, directeur de recherche, directrice de recherche, chimiste, physicien*,
    mathematicien*, investigador*, investigacion, doctorand*, cientific*, quimic*, pesquisador*, pesquisa,
    doutorand*, cientista, charge* de recherche, attache* de recherche, economista*, laborleiter*
  `,
  marketing: `
    marketing, marketer, seo, brand manager, brand director, content strategist, content manager, social media,
    social media manager, community manager, growth manager, cmo, chief marketing officer, copywriter,
    communications, communications manager, public relations, pr manager, product marketing,
    product marketing manager, advertising, digital marketing, marketing manager, event manager, *marketing*,
    werbe*, kommunikation*, offentlichkeitsarbeit, markenmanager*, publicite, communication,
    charge* de communication, responsable communication, relations publiques, mercadotecnia, publicidad,
    comunicacion, relaciones publicas, publicidade, comunicacao, relacoes publicas, publicitari*, growth lead,
    head of growth, *pressesprecher*, attache* de presse, gestionnaire de communaute, traffic manager,
    publicista*, assessor* de imprensa, redator* publicitari*, brand strategist, media relations,
    redes sociales, redes sociais
  `,
  sales: `
    sales, salesperson, account executive, account manager, key account manager, business development,
    business development manager, sales engineer, sales manager, sales director, head of sales, bdr, sdr, cro,
    chief revenue officer, presales, pre sales, inside sales, sales representative, customer success,
    customer success manager, partnerships, *vertrieb*, *verkauf*, kundenberater*, aussendienst*, commercial*,
    technico commercial*, ingenieur commercial, ingenieur d affaires, vente, ventes, vendeu*,
    directeur commercial, directrice commerciale, charge* d affaires, attache* commercial*, ventas, vendedor*,
    comercial, ejecutiv* de cuentas, ejecutiv* comercial, gerente comercial, ingenier* comercial,
    ingenier* de ventas, vendas, executiv* de contas, executiv* de vendas, engenheir* de vendas,
    desarrollo de negocio*, desenvolvimento de negocios, account managerin, comptes cles, key accounts,
    vertriebsingenieur*
  `,
  finance: `
    finance, financial, accountant, accounting, auditor, audit, controller, cfo, chief financial officer,
    investment banker, investment, investor, banker, banking, treasurer, treasury, tax, tax advisor, actuary,
    trader, portfolio manager, venture capital, private equity, financial analyst, bookkeeper, underwriter,
    wealth management, insurance, risk manager, *buchhalter*, buchhaltung, controlling, steuerberater*,
    wirtschaftsprufer*, finanz*, bankkauf*, banker*, versicherung*, kaufmannischer leiter, comptab*,
    expert comptable, finances, financier*, banquier*, tresorier*, auditeur*, auditrice*, daf,
    directeur financier, directrice financiere, controleur de gestion, controleuse de gestion, assurance*,
    actuaire, contador*, contab*, finanzas, banca, tesorer*, auditor*, analista financier*,
    director* financier*, financeir*, financas, tesoureir*, seguros, controladoria, steuerfachangestellte*,
    kreditanalyst*, gestionnaire de patrimoine, analista de riesgos, analista de riscos, asesor* fiscal,
    analista de credito, gerente de banco, loan officer, vermogensberater*, bancaire*, banquero*, bancari*
  `,
  legal: `
    lawyer, attorney, counsel, general counsel, legal, paralegal, solicitor, barrister, notary, judge,
    compliance, compliance officer, patent attorney, data protection officer, rechtsanwalt*, rechtsanwaltin,
    anwalt*, anwaltin*, jurist*, notar, notarin, richter, richterin, syndikus*, datenschutzbeauftragte*,
    avocat*, juridique, juriste*, notaire, magistrat*, huissier, abogad*, juridic*, notari*, juez, jueza,
    advogad*, juiz*, asesor* legal, assessor* juridic*, notarfachangestellte*, promotor* de justica, procurador*
  `,
  people: `
    human resources, hr, hr manager, hr business partner, recruiter, recruiting, recruitment,
    talent acquisition, talent, people operations, people partner, people and culture, people culture,
    head of people, chief people officer, chro, headhunter, sourcer, learning and development, hrbp,
    personalreferent*, personalwesen, personalentwick*, personalberater*, personalleiter*, personalmanager*,
    personalvermittler*, recruiter*, ressources humaines, rh, drh, recruteu*, charge* de recrutement,
    recrutement, recursos humanos, rrhh, reclutador*, seleccion de personal, seleccion, recrutador*,
    recrutamento, gestao de pessoas, leiter personal, leiterin personal, gestionnaire de paie,
    compensation and benefits, chasseu* de tetes, departamento pessoal
  `,
  operations: `
    operations, operations manager, coo, chief operating officer, project manager, program manager,
    programme manager, project management, scrum master, agile coach, supply chain, logistics, procurement,
    purchasing, buyer, warehouse, office manager, executive assistant, administrative assistant,
    personal assistant, administrative, production manager, plant manager, quality manager, customer service,
    customer support, manufacturing, pmo, projektleiter*, projektmanager*, projektmanagement, logistik*,
    einkauf*, lager*, betriebsleiter*, produktionsleiter*, sekretar*, assistenz, *sachbearbeiter*, disponent*,
    qualitatsmanag*, chef de projet, cheffe de projet, cheffe de projets, chef de projets, logistique, acheteu*,
    achats, approvisionn*, assistant* de direction, assistant* administrati*, responsable qualite,
    directeur des operations, directrice des operations, jef* de proyecto*, gerente de proyecto*,
    gestor* de proyectos, logistica, compras, comprador*, operaciones, asistente administrativ*, administrativ*,
    secretari*, director* de operaciones, gerente de projeto*, gestor* de projeto*, operacoes,
    coordenador* de projetos, assistente administrativ*, gerente de operacoes, suprimentos, project coordinator,
    assistent der geschaftsleitung, assistentin der geschaftsleitung, secretaire*, jef* de almacen,
    atencion al cliente
  `,
  healthcare: `
    nurse, registered nurse, physician, surgeon, dentist, pharmacist, psychologist, psychotherapist,
    physiotherapist, physical therapist, therapist, paramedic, medical doctor, cardiologist, psychiatrist,
    radiologist, veterinarian, midwife, healthcare, clinical, medical, pediatrician, anesthesiologist, nursing,
    arzt, arztin, *arzt, *arztin, krankenpfleg*, krankenschwester, pflegefach*, apotheker*, psycholog*,
    psychotherapeut*, physiotherapeut*, hebamme, medizin*, chirurg*, medecin*, infirmier*, chirurgien*,
    dentiste, pharmacien*, kinesitherapeute, sage femme, veterinaire, aide soignant*, medic*, enfermer*,
    cirujan*, dentista, odontolog*, farmaceutic*, psicolog*, fisioterapeuta, veterinari*, psiquiatra, pediatra,
    enfermeir*, cirurgi*, kinesiolog*, nutricionista*, general practitioner, dental hygienist, altenpfleg*,
    enfermagem, enfermeria
  `,
  education: `
    teacher, professor, lecturer, tutor, instructor, educator, school principal, headteacher, education,
    assistant professor, associate professor, teaching assistant, student, undergraduate, trainer, dean,
    librarian, curriculum, *lehrer*, lehrkraft, *dozent*, professorin, schulleiter*, erzieher*, student*,
    studierende*, werkstudent*, padagog*, ausbilder*, enseignant*, professeur*, formateur*, formatrice*,
    etudiant*, maitre de conferences, educateur*, educatrice*, bibliothecaire, profesor*, maestr*, docente,
    estudiante, formador*, educador*, pedagog*, professora, estudante, instrutor*, bibliotecari*, instituteu*,
    institutrice*, academico, academica
  `,
  media: `
    journalist, reporter, editor, editor in chief, author, writer, photographer, videographer, filmmaker,
    film director, producer, podcaster, musician, actor, actress, translator, interpreter, technical writer,
    publisher, presenter, artist, composer, redakteur*, journalistin, autor, autorin, fotograf*, ubersetzer*,
    dolmetscher*, musiker*, schauspieler*, regisseur*, kunstler*, lektor*, journaliste*, redacteur*,
    redactrice*, auteur*, photographe*, traducteur*, traductrice*, realisateur*, realisatrice*, musicien*,
    comedien*, periodista*, redactor*, escritor*, traductor*, music*, jornalista*, redator*, tradutor*,
    cineasta, locutor*, redact* en chef, sound engineer
  `,
  construction: `
    architect, landscape architect, civil engineer, structural engineer, construction, construction manager,
    site manager, urban planner, quantity surveyor, surveyor, real estate, real estate agent, realtor,
    property manager, electrician, plumber, carpenter, building services engineer, architekt, architektin,
    bauingenieur*, bauleiter*, bauzeichner*, stadtplaner*, immobilien*, elektriker*, architecte,
    ingenieur genie civil, genie civil, conducteur de travaux, conductrice de travaux, urbaniste,
    agent immobilier, immobilier*, electricien*, batiment, btp, arquitect*, ingenier* civil, obra*,
    construccion, urbanista, inmobiliari*, electricista, arquitet*, engenheir* civil, construcao, imobiliari*,
    corretor* de imoveis, eletricista, geometre*
  `,
  hospitality: `
    sous chef, head chef, cook, waiter, waitress, bartender, hotel manager, restaurant manager, barista,
    hospitality, travel agent, tour guide, flight attendant, hotel, restaurant, tourism, koch, kochin, kellner*,
    hotelfach*, hotelier*, gastronom*, reiseverkehr*, flugbegleiter*, tourismus*, cuisinier*, chef de cuisine,
    cheffe de cuisine, serveu*, hotelier, hotellerie, restauration, tourisme, agent de voyage*, cociner*,
    camarer*, hoteler*, turismo, gastronomia, guia turistic*, cozinheir*, garcom, hotelaria, recepcionista,
    executive chef, pastry chef, private chef, kuchenchef*, restaurantleiter*, jef* de cocina
  `,
  public: `
    civil servant, diplomat, ambassador of, policy advisor, policy officer, policy analyst, public policy,
    public administration, police officer, firefighter, mayor, minister, member of parliament, politician,
    social worker, military officer, army officer, city council, councillor, beamte*, beamtin, burgermeister*,
    diplomat*, polizist*, polizei*, feuerwehr*, politiker*, sozialarbeiter*, sozialpadagog*, verwaltungsfach*,
    offizier*, fonctionnaire*, maire, diplomate*, policier*, pompier*, depute*, assistant* social*,
    politiques publiques, funcionari*, alcalde*, alcaldesa, diplomatic*, policia, bomber*, trabajador* social*,
    politicas publicas, administracion publica, servidor* public*, prefeit*, assistente social,
    administracao publica, policy adviser, police constable, concejal*, policial*
  `,
  consulting: `
    consultant, consulting, management consultant, strategy consultant, management consulting, advisor,
    unternehmensberater*, berater, beraterin, unternehmensberatung, consultante, conseil, conseiller,
    conseillere, consultor, consultora, consultoria, asesor, asesora
  `,
  leadership: `
    ceo, chief executive officer, founder, co founder, cofounder, founding partner, managing director,
    general manager, president, owner, entrepreneur, chairman, chairwoman, board member, managing partner,
    geschaftsfuhrer*, geschaftsfuhrung, grunder, grunderin, mitgrunder*, vorstand*, inhaber*, unternehmer*,
    aufsichtsrat*, pdg, directeur general, directrice generale, fondateur*, fondatrice*, cofondateur*,
    cofondatrice*, co fondateur, co fondatrice, gerant, gerante, president directeur general, entrepreneu*,
    director* general, fundador*, cofundador*, co fundador*, emprendedor*, empresari*, presidente,
    diretor* geral, diretor* executiv*, director* ejecutiv*, empreendedor*, socio fundador, socia fundadora,
    geschaftsfuhrende*, dirigeant*
  `,
} as const;
