import type { Plan } from './product.js'

type Quantity = Plan['quantity']

const seat = { one: 'seat', many: 'seats' }

/** One charge for a year of so many seats. */
export function seatsYearly(unitPrice: string, quantity: Quantity): Plan {
  return {
    id: 'yearly',
    name: 'Yearly, paid up front',
    charge: 'once',
    unit: seat,
    quantity,
    unitPrice,
    term: '12 months',
    per: 'per seat and year',
  }
}

/** A year of so many seats, charged every month. */
export function seatsMonthly(unitPrice: string, quantity: Quantity): Plan {
  return {
    id: 'monthly',
    name: 'Yearly, paid monthly',
    charge: 'instalments',
    unit: seat,
    quantity,
    unitPrice,
    charges: { count: 12, interval: 'month' },
    term: '12 months',
    per: 'per seat and month',
  }
}

/** One charge for a year of so many things. */
export function yearly(unitPrice: string, unit: Plan['unit'], quantity: Quantity): Plan {
  return {
    id: 'yearly',
    name: 'Yearly, paid up front',
    charge: 'once',
    unit,
    quantity,
    unitPrice,
    term: '12 months',
    per: `per ${unit.one} and year`,
  }
}

/** Units bought in advance and used up. */
export function prepaid(unitPrice: string, unit: Plan['unit'], quantity: Quantity): Plan {
  return {
    id: 'prepaid',
    name: 'Prepaid',
    charge: 'usage',
    unit,
    quantity,
    unitPrice,
    term: 'valid for 12 months',
    per: `per ${unit.one}`,
  }
}

export const one: Quantity = { min: '1', max: '1', usual: '1' }

export function upTo(max: string, usual: string, min = '1'): Quantity {
  return { min, max, usual }
}
