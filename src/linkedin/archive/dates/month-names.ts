/**
 * Names of months as spreadsheet programs write them, in the languages of the site: full and short, alone and beside a day. A name that
 * means different months in two languages ("listopad" is October in Croatian and November in Polish) is not here. Taken from the
 * locale data of Unicode once and written out, so that an archive is read alike by every browser.
 */
const NAMES: readonly string[] = [
  "ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari january január januára janv janvier janvāris led leden ledna oca ocak sausio sausis sij siječanj siječnja sty styczeń stycznia tammi tammikuu tammikuuta ιαν ιανουαρίου січ січень січня янв январь января януари",
  "feb febbraio febr febrer febrero februar februari februarie february február februára februāris fev fevereiro févr février helmi helmikuu helmikuuta lut lutego luty peb pebrero vasario vasaris veebr veebruar velj veljača veljače úno únor února şub şubat φεβ φεβρουαρίου лют лютий лютого февр февраль февраля февруари",
  "bře březen března kovas kovo maalis maaliskuu maaliskuuta maart mac mar marca march marec maret mars marso mart martie marts marzec marzo març março mrt márc március mär märts märz ožu ožujak ožujka μαρ μαρτίου бер березень березня мар март марта",
  "abr abril apr april aprile aprilie aprill apríl apríla aprīlis avr avril balandis balandžio dub duben dubna huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan tra travanj travnja ápr április απρ απριλίου апр апрель апреля април квіт квітень квітня",
  "gegužė gegužės kvě květen května mag maggio mai maig maijs maio maj maja may mayo mayıs mei máj mája május svi svibanj svibnja touko toukokuu toukokuuta μαΐ μαΐου май мая трав травень травня",
  "birželio birželis cze czerwca czerwiec giu giugno haz haziran hun hunyo iun iunie juin jun june junho juni junij junio juny juuni jún júna június jūn jūnijs kesä kesäkuu kesäkuuta lipanj lipnja červen června čvn ιουν ιουνίου июн июнь июня черв червень червня юни",
  "heinä heinäkuu heinäkuuta hul hulyo iul iulie juil juillet jul julai julho juli julij julio juliol july juuli júl júla július jūl jūlijs liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz července červenec čvc ιουλ ιουλίου июл июль июля лип липень липня юли",
  "ago agost agosto agu agustus août aug august augusta augusti augusts augustus augusztus avg avgust ağu ağustos elo elokuu elokuuta kol kolovoz kolovoza ogo ogos rugpjūtis rugpjūčio sie sierpień sierpnia srpen srpna αυγ αυγούστου авг август августа серп серпень серпня",
  "eyl eylül rugsėjis rugsėjo ruj rujan rujna sep sept september septembra septembre septembrie septembris septiembre set setembre setembro settembre setyembre syys syyskuu syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτεμβρίου вер вересень вересня сент сентябрь сентября септември",
  "eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris oktoober oktubre október októbra ott ottobre out outubro paź październik października spalio spalis říj říjen října οκτ οκτωβρίου жовт жовтень жовтня окт октомври октябрь октября",
  "kas kasım lapkritis lapkričio listopadu marras marraskuu marraskuuta nob nobyembre noiembrie nov november novembra novembre novembris novembro noviembre stu studeni studenoga νοε νοεμβρίου лист листопад листопада ноември нояб ноябрь ноября",
  "ara aralık dec december decembra decembrie decembris des desember desembre dets detsember dez dezember dezembro dic dicembre diciembre dis disember disyembre déc décembre gru grudnia grudzień gruodis gruodžio joulu joulukuu joulukuuta pro prosinac prosinca prosince prosinec δεκ δεκεμβρίου груд грудень грудня дек декабрь декабря декември",
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, month) => names.split(" ").map((name) => [name, month + 1] as const)),
);

/** The number of a month, from 1; `undefined` for a name that is none, or may be of two. */
export const monthOfName = (name: string): number | undefined =>
  MONTHS.get(name.normalize("NFC").toLowerCase().replace(/\.$/, ""));
