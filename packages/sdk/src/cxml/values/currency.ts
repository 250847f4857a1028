/** A currency, or one of the funds and metals that ISO 4217 lists beside them. */
export interface Currency {
  /** ISO 4217, three capital letters. */
  readonly code: string
  /** Digits after the point of the smallest amount that can be paid: 2 for USD, 0 for JPY; absent where there is none (gold). */
  readonly minorUnits?: number
  /** The year in which ISO 4217 withdrew it. Documents of before, and some of after, still carry it. */
  readonly withdrawn?: number
}

/** List one of ISO 4217, by minor units. */
const byMinorUnits: readonly (readonly [number | undefined, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU ' +
      'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD ' +
      'KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO ' +
      'NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB ' +
      'TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
  [undefined, 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'],
]

/** Of list three those that were used in the last years; all had two minor units. */
const withdrawnIn: readonly (readonly [number, string])[] = [
  [2011, 'EEK'],
  [2014, 'LVL'],
  [2015, 'LTL'],
  [2018, 'VEF'],
  [2021, 'CUC'],
  [2023, 'HRK'],
  [2024, 'SLL ZWL'],
  [2025, 'ANG'],
  [2026, 'BGN'],
]

const currencies: ReadonlyMap<string, Currency> = new Map([
  ...byMinorUnits.flatMap(([minorUnits, codes]) =>
    codes
      .split(' ')
      .map((code): [string, Currency] => [code, minorUnits === undefined ? { code } : { code, minorUnits }]),
  ),
  ...withdrawnIn.flatMap(([withdrawn, codes]) =>
    codes.split(' ').map((code): [string, Currency] => [code, { code, minorUnits: 2, withdrawn }]),
  ),
])

/** The currency of a code, capital letters and all; `undefined` where ISO 4217 has none. */
export function currencyOf(code: string): Currency | undefined {
  return currencies.get(code)
}
