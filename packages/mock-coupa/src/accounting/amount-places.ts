/** Digits after the point of an amount that is worked out: converted, taxed or divided. */
export const amountPlaces = 2
