/**
 * Codes that buyers and suppliers really send: the usual ones of UN/CEFACT Recommendation 20 and 21, and the older ANSI X12
 * codes that many systems in the United States still use. Not the whole of either (2,000 codes), so an unknown one is
 * worth a warning and no more.
 */
const codes: ReadonlySet<string> = new Set(
  [
    // Pieces, sets and packages
    'EA C62 H87 PCE PC PCS PR SET ST KT KIT AS DZN DZ DPC GRO GR HD CEN HC MIL TH TPR LO LOT UN UNT NMP NMB NPL P1',
    'BX BOX CT CTN CA CS CSE PK PA PAK PCK BG BAG BO BOT BT BTL CN CAN CY JR JAR TU TB TBE RO RL ROL RM REAM SH SHT PD',
    'PAD BD BDL BE BK BKT PL PLT PX PF DR DRM KG CG CR CRT SK SA SY TN TY VI VL AM AMP CRD CQ SL SV SP SPL KE TR BR BL BN',
    'EV FO IA LF LV NO NN OP OS PH PN PT1 QR RD RE RU SO SR SX TK TS UL USE VC XBX XCT XPK XPX XBG XBO XRO XSA XDR XPL',
    // Time and work
    'HUR HR HRS DAY DA WEE WK MON MO ANN YR QAN SAN MIN SEC C26 B22 D1 E48 E49 E51 E54 E75 JOB LH LS AU ACT ACC IE II',
    // Sums and shares
    'LUM SUM AY A1 P1 DO USD EUR MTS NAR NIU NRL IS IE TMS E55 VST IV',
    // Data and energy
    'AD 2P 4L E34 E35 E36 E37 E39 D68 MHZ GHZ HTZ MBR KWH KWT MAW MWH WTT WHR AMP VLT JOU KJO',
    // Mass
    'GRM GM GRA KGM KG MGM TNE TON MC STN LTN LBR LB ONZ OZ OZA CWA CWI APZ DTN HGM',
    // Length
    'MTR MT M CMT CM MMT MM KMT KM INH IN FOT FT YRD YD SMI MI LM LF LR DMT 4H',
    // Area
    'MTK SM CMK MMK FTK SF YDK SY INK SI HAR ACR KMK CNP',
    // Volume
    'LTR LT L MLT ML CLT DLT HLT MTQ CR CMQ CC DMQ FTQ CF INQ CI YDQ CY GLL GA GAL GLI QTL QT PTL PT PTI FL OZI OZA BLL',
    // Temperature, pressure, concentration
    'CEL FAH KEL BAR PAL KPA MPA PSI GL P1 59 ZZ KMH KNT RPM DD',
  ].flatMap(line => line.split(' ')),
)

export function isUnitOfMeasure(code: string): boolean {
  return codes.has(code.toUpperCase())
}
