/**
 * Words of names that are no given names, folded (see `softFolded`) and without dots. A name that begins with one of these is not addressed by it.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Titles that stand before a name. */
export const TITLES = words(`
  dr dra drs prof profa professor professorin dott dottssa mr mrs ms miss mx sir dame lord lady rev reverend fr frau herr sra sr srta
  ing engr engineer dipl mag lic adv advocate avv maitre me mme mlle msgr capt captain col lt maj sgt cdr hon shri smt hr fru dhr mevr
  ir mgr mudr judr phdr rndr ra stb pharm pastor imam bro sis alhaji hajia chief coach
  univ priv doz habil hc med rer nat jur phil ca cs cma cpa er ar arch eng pt judge amb sheikh
`);

/** Titles that are also given names or initials unless they are written with a dot or in capitals. */
export const DOUBTFUL_TITLES = words(
  "ca cs er ar me fr eng hr pt col ing mag med nat amb ir ra bro sis pastor imam",
);

/** Letters after a name that say what somebody passed. */
export const CREDENTIALS = words(`
  mba emba phd dphil msc bsc ma ba bs ms md mph cfa cpa acca fcca fca aca cma cs pmp csm cspo cissp ccna aws gphr phr sphr shrm rn bsn llm llb jd esq dds dmd
  pe ing dipl drph edd mphil mres meng beng btech mtech bcom mcom mca bca frm caia cfp cipd mcips itil six sigma jr sr ii iii iv
`);

/** Words that begin a family name. */
export const PARTICLES = words(`
  van von vom zu zur de der den del della di da das do dos du des la le el al bin ibn bint abu abd abdul ben st san mac mc ter ten op af av o
  md mohd muhd
`);

/** Family names that stand first in Vietnam, China, Korea, Japan and Hungary, and are frequent there. */
export const FAMILY_NAMES_FIRST = words(`
  nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong trinh dao doan lam luong cao mai ta trieu quach
  wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng peng zeng
  xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen shi jia xia fu fang zou xiong meng qin bai jin cui tan
  kong mao qiu hou shao wan duan lei qian yin chang chan cheung wong leung lau ng lam kwok tsang tse ho chow yeung chu cheng ip yip fung
  kim lee park pak choi choe jung jeong kang cho yoon jang lim oh seo shin kwon hwang ahn yoo hong jeon ko moon son bae baek heo nam
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura
  hayashi shimizu saito mori ikeda hashimoto abe ishikawa ogawa okada goto hasegawa murakami kondo ishii sakamoto endo aoki fujii
  nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi
  torok feher szucs kocsis fodor pinter szalai sipos magyar lukacs gulyas biro kiraly laszlo bognar vegh orban szekely
`);

/** Family names of Vietnam: with Vietnamese letters somewhere in the name, the last word is the given name. */
export const VIETNAMESE_FAMILY_NAMES = words(`
  nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong trinh dao doan lam luong cao trieu quach
`);
