/*
 * Codes of ANSI X12 (data element 355) that buyers in the United States really send, and what people write for a code
 * that is meant. Not the whole of X12: of its 800 codes few are ever seen in orders.
 */

/**
 * Code, the code of UN/CEFACT that means the same (`-` where none certainly does), name. `ST` is a set in X12, a piece in
 * German SAP systems and a sheet in Recommendation 21; `CA` a case and a can; `PL` a pallet and a pail.
 */
const ansi = [
  // Time
  'MJ MIN minute;HR HUR hour;DA DAY day;WK WEE week;MO MON month;YR ANN year',
  // Counts and packages
  'PC H87 piece;UN C62 unit;DZ DZN dozen;GS GRO gross;GG GGR great gross;HU CEN hundred;TH MIL thousand;ST - set',
  'BX XBX box;CS XCS case;CA - case;CT XCT carton;PK XPK package;PH - pack;BG XBG bag;BD XBE bundle;BO - bottle',
  'CN - can;DR XDR drum;JR XJR jar;JU XJG jug;TU XTU tube;VI XVI vial;AV XAV capsule;CQ XCQ cartridge;EV XEN envelope',
  'RL XRO roll;RE XRL reel;SO XSO spool;CX XCL coil;CL XCY cylinder;SH XST sheet;KE XKG keg;BS XBK basket;PL - pallet;PF - pallet',
  'TY - tray;BK - book;AM - ampoule',
  // Mass
  'LB LBR pound;OZ ONZ ounce;KG KGM kilogram;GR GRM gram;ME MGM milligram;CW CWA hundred pounds;TN STN short ton;LG LTN long ton;MP TNE metric ton',
  // Length, area, volume
  'IN INH inch;FT FOT foot;YD YRD yard;DH SMI mile;MM MMT millimetre;CM CMT centimetre;MR MTR metre;DK KMT kilometre',
  'SI INK square inch;SF FTK square foot;SY YDK square yard;AC ACR acre;SC CMK square centimetre;SM MTK square metre',
  'CI INQ cubic inch;CF FTQ cubic foot;CY YDQ cubic yard;CC CMQ cubic centimetre;CR MTQ cubic metre;BF BFT board foot',
  'FO OZA fluid ounce;PT PTL liquid pint;QT QTL liquid quart;GA GLL gallon;ML MLT millilitre;LT LTR litre;BU BUA bushel',
  // Energy
  'KH KWH kilowatt hour',
].flatMap(line => line.split(';'))

/** Codes of Recommendation 20 that orders use and X12 has no other code for. */
const common =
  'EA each;PR pair;SET set;KT kit;LO lot;LS lump sum;RM ream;PD pad;QR quire;AS assortment;LH labour hour;IE person;P1 percent;ACT activity;' +
  'SEC second;QAN quarter;SAN half-year;NMP number of packs;LF linear foot;LM linear metre;CEL degree Celsius;FAH degree Fahrenheit'

/** What is written for a code that is meant: other systems' own codes, and words. */
const mistaken =
  'PCE H87;PCS H87;EACH EA;PIECE H87;UNIT C62;PAIR PR;DOZ DZN;DOZEN DZN;HRS HUR;HOUR HUR;HOURS HUR;DAYS DAY;WEEK WEE;MONTH MON;MTH MON;' +
  'YEAR ANN;BOX XBX;CASE XCS;CSE XCS;CARTON XCT;PKG XPK;PACK XPK;BAG XBG;ROLL XRO;ROL XRO;LBS LBR;POUND LBR;KILO KGM;GAL GLL;' +
  'GALLON GLL;FEET FOT;FOOT FOT;INCH INH;YARD YRD;LITER LTR;LITRE LTR;METER MTR;METRE MTR;TON STN'

export interface AnsiUnit {
  readonly name: string
  /** The code of UN/CEFACT that means the same. */
  readonly same?: string
}

const entries = ansi.map(entry => {
  const [code = '', same = '', ...name] = entry.split(' ')
  return { code, same, name: name.join(' ') }
})

export const ansiUnits: ReadonlyMap<string, AnsiUnit> = new Map(
  entries.map(({ code, same, name }) => [code, same === '-' ? { name } : { name, same }]),
)

/** Names of codes of UN/CEFACT, of those that orders use. */
export const unitNames: ReadonlyMap<string, string> = new Map([
  ...entries.filter(({ same }) => same !== '-').map(({ same, name }) => [same, name] as const),
  ...common.split(';').map(entry => {
    const space = entry.indexOf(' ')
    return [entry.slice(0, space), entry.slice(space + 1)] as const
  }),
])

export const mistakenUnits: ReadonlyMap<string, string> = new Map(
  mistaken.split(';').map(entry => {
    const [text = '', code = ''] = entry.split(' ')
    return [text, code]
  }),
)
