const YEAR = /(?<!\d)(19|20)\d\d(?!\d)/
const BY_DATE = /earl|latest|oldest|newest|recent|dates?\b|chronolog|time/i

/** Why the items of an order tell it: they carry their dates, or numbers that run the same way. */
export function orderGivenAway(items: readonly string[], scale: string): string | null {
  const dated = items.find((item) => YEAR.test(item))
  if (dated !== undefined && BY_DATE.test(scale)) {
    return `an item to be ordered by date contains its date: "${dated}"`
  }
  const numbers = items.map(firstNumber)
  if (numbers.some((number) => number === null)) return null
  const steps = numbers.slice(1).map((number, i) => Math.sign((number ?? 0) - (numbers[i] ?? 0)))
  const told = steps.every((step) => step === 1) || steps.every((step) => step === -1)
  return told ? 'the numbers in the items give their order away' : null
}

function firstNumber(item: string): number | null {
  const digits = /\d[\d,]*(\.\d+)?/.exec(item)?.[0]
  return digits === undefined ? null : Number(digits.replace(/,/g, ''))
}
