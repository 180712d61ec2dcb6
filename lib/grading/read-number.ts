import { figuresOf } from './figures-of'
import { withoutFrame } from './frame'
import { isUnit, withoutSigns, words } from './number-units'
import { speltNumber } from './spelt-number'

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
  ['mln', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
])
const FILLERS = new Set(
  'about around approximately approx some roughly circa ca c nearly almost of in us usd'.split(' '),
)
/**
 * Every number the text can mean, counted in `unit`: `1,500`, `1 500`, `1.5 thousand`, `$1.3 bn`,
 * `4,500 troops`, `.5`, `1/2`, `twenty-five`. With a unit such as `billion dollars`, `1.3`,
 * `1.3 billion` and `1,300 million` are the same. Empty when the text is no number, or one of another
 * unit.
 */
export function readNumber(text: string, unit: string): readonly number[] {
  const plain = withoutSigns(withoutFrame(text), unit)
    ?.replace(/^\s*(~|≈|ca?\.)/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === undefined) return []
  const [start = ''] = /^(?:[a-z]+\.? )*/.exec(plain) ?? []
  const before = words(start)
  const figures = FIGURES.exec(plain.slice(start.length))
  if (
    figures !== null &&
    before.every((word) => FILLERS.has(word) || isUnit(word, unit) || word === 'minus')
  ) {
    const [, sign, found = '', rest = ''] = figures
    const isNegative = sign === '-' || before.includes('minus')
    const values = figuresOf(found.trim().replace(/[.,]$/, ''))
    return counted(isNegative ? values.map((value) => -value) : values, rest, unit)
  }
  return spelt(plain, unit)
}

const FIGURES = /^([-+]?)\s*((?:\d|[.,](?=\d))[\d.,'\s/]*(?:e[-+]?\d{1,3}(?![a-z\d]))?)(.*)$/

function spelt(plain: string, unit: string): readonly number[] {
  const all = words(plain.replace(/\ba (?=hundred|thousand|million|billion)/g, 'one '))
  const from = all.findIndex((word) => !FILLERS.has(word) && word !== 'minus')
  if (from === -1) return []
  if (/^(none|nil|nought)$/.test(all[from] ?? ''))
    return counted([0], all.slice(from + 1).join(' '), unit)
  const number = speltNumber(all, from)
  if (number === null) return []
  const sign = all.slice(0, from).includes('minus') ? -1 : 1
  return counted([number.value * sign], all.slice(from + number.length).join(' '), unit)
}

const scaleOfUnit = (unit: string) => product(words(unit).map((word) => LONG_SCALES.get(word))) ?? 1

function counted(values: readonly number[], rest: string, unit: string): readonly number[] {
  const unitScale = scaleOfUnit(unit)
  const scaleOf = (word: string) =>
    LONG_SCALES.get(word) ?? (isUnit(word, unit) ? undefined : SHORT_SCALES.get(word))
  const restWords = words(rest)
  const known = (word: string) =>
    scaleOf(word) !== undefined || FILLERS.has(word) || isUnit(word, unit)
  if (!restWords.every(known)) return []
  const scale = product(restWords.map(scaleOf))
  if (scale !== null) return values.map((value) => (value * scale) / unitScale)
  // `1,300,000,000` is right as well when the unit is billions.
  return unitScale === 1 ? values : values.flatMap((value) => [value, value / unitScale])
}

/** Of the factors that are there; null when none is. */
function product(factors: readonly (number | undefined)[]): number | null {
  const there = factors.filter((factor) => factor !== undefined)
  return there.length === 0 ? null : there.reduce((all, factor) => all * factor, 1)
}
