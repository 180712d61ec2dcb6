import { normalForm } from '../course/normal-form'
import { NUMBER_WORDS } from '../course/number-words'

const LONG_SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
/** A unit is never read by these: `m` may be metres. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
])
const SPELT: readonly string[] = NUMBER_WORDS
const FILLERS = new Set('about around approximately approx some roughly of us usd'.split(' '))

/**
 * Every number the text can mean, counted in `unit`: `1,500`, `1 500`, `1.5 thousand`, `$1.3 bn`,
 * `4,500 troops`, `six`. With a unit such as `billion dollars`, `1.3`, `1.3 billion` and
 * `1,300 million` are the same. Empty when the text is no number.
 */
export function readNumber(text: string, unit: string): readonly number[] {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^(~|≈|ca?\.)/, '')
    .replace(/[$€£¥%]/g, ' ')
    .trim()
  const spelt = SPELT.indexOf(plain.split(/\s+/)[0] ?? '')
  const found = /^(?:[a-z.]+ )?(-?)\s*(\d[\d.,'\u2019\s]*)(.*)$/.exec(plain)
  const before = /^([a-z.]+) /.exec(plain)?.[1]?.replace('.', '')
  if (spelt !== -1) return counted([spelt], plain.split(/\s+/).slice(1).join(' '), unit)
  if (found === null || (before !== undefined && !FILLERS.has(before))) return []
  const [, minus, figures = '', rest = ''] = found
  return counted(
    figuresOf(figures.trim().replace(/[.,]$/, '')).map((value) => (minus ? -value : value)),
    rest,
    unit,
  )
}

function figuresOf(text: string): readonly number[] {
  const grouped = /^\d{1,3}([,\s'\u2019])\d{3}(?:\1\d{3})*(\.\d+)?$/.test(text)
  if (grouped) return [Number(text.replace(/[,\s'\u2019]/g, ''))]
  // `1.500` is one and a half here and fifteen hundred elsewhere: either may be meant.
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) {
    const thousands = Number(text.replaceAll('.', ''))
    return text.split('.').length === 2 ? [Number(text), thousands] : [thousands]
  }
  if (/^\d+([.,]\d+)?$/.test(text)) return [Number(text.replace(',', '.'))]
  return []
}

function counted(values: readonly number[], rest: string, unit: string): readonly number[] {
  const unitWords = words(unit)
  const unitScale = product(unitWords.map((word) => LONG_SCALES.get(word))) ?? 1
  const isUnit = (word: string) => unitWords.some((each) => sameUnit(each, word))
  const scaleOf = (word: string) =>
    LONG_SCALES.get(word) ?? (isUnit(word) ? undefined : SHORT_SCALES.get(word))
  const restWords = words(rest)
  const known = (word: string) => scaleOf(word) !== undefined || FILLERS.has(word) || isUnit(word)
  if (!restWords.every(known)) return []
  const scale = product(restWords.map(scaleOf))
  if (scale !== null) return values.map((value) => (value * scale) / unitScale)
  // `1,300,000,000` is right as well when the unit is billions.
  return unitScale === 1 ? values : values.flatMap((value) => [value, value / unitScale])
}

const words = (text: string) =>
  normalForm(text)
    .split(' ')
    .filter((word) => word !== '')

/** Of the factors that are there; null when none is. */
function product(factors: readonly (number | undefined)[]): number | null {
  const there = factors.filter((factor) => factor !== undefined)
  return there.length === 0 ? null : there.reduce((all, factor) => all * factor, 1)
}

/** `state` and `states`. */
const sameUnit = (a: string, b: string) => a === b || `${a}s` === b || a === `${b}s`
