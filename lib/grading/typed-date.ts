import { withoutFrame } from './frame'
import { letterSlips } from './letter-slips'
import { ordinalsInFigures } from './ordinals'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?,? /

const SHORT_FIGURES = /\p{Nd}\s?[-/.]\s?\p{Nd}{1,2}\s?[-/.]\s?\p{Nd}{2}(?!\p{Nd})/u

/** The month a word stands for, 1 to 12. */
type MonthOf = (word: string) => number | undefined

/**
 * A typed date as `2006-06`, `2006-06-17` or `--06-17`, whatever way it was written (`June 2006`,
 * `06/2006`, `17th of June, 2006`, `17.VI.2006`, `Sat, June 17 ’06`). Empty when the text is no date
 * with a month, or one that no calendar has. Figures alone are read day first, and month first where
 * nothing else can be meant. A year of two figures has a reading in each of two centuries.
 */
export const typedDates = (text: string): readonly string[] => readDates(text, monthNamed)

/** The same for a date whose month has a slip of the pen. */
export const misspeltDates = (text: string): readonly string[] =>
  readDates(text, (word) => monthNamed(word) ?? monthMeant(word))

function readDates(text: string, monthOf: MonthOf): readonly string[] {
  // A date without a year, as it is written below.
  if (/^--\d\d-\d\d$/.test(text)) return [text]
  const plain = ordinalsInFigures(withoutFrame(text))
    .replace(/^(?:in|on) /, '')
    .replace(WEEKDAY, '')
    .replace(/\b(?:the|of)\b/g, ' ')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
  // `2006 5` is two numbers.
  if (/\d\s+\d/.test(plain) && !/[a-z]/.test(plain)) return []
  const parts = plain.split(/[\s,./-]+/).filter((part) => part !== '')
  const shape = parts.map((part) => shapeOf(part, monthOf)).join(' ')
  const orders = ORDERS[shape]
  // `1, 2, 3` is a list.
  if (orders === undefined || (shape === 'n n n' && !SHORT_FIGURES.test(text))) return []
  const month = (part: string) =>
    /^\d/.test(part) ? Number(part) : (monthOf(part) ?? ROMAN.indexOf(part) + 1)
  const read = (names: readonly Part[]) => {
    const value = (name: Part) => parts[names.indexOf(name)]
    const year = value('year')
    const day = value('day')
    return yearsOf(year).flatMap((each) =>
      written(each, month(value('month') ?? ''), day === undefined ? null : Number(day)),
    )
  }
  const [first = [], second] = orders
  const dates = read(first)
  return dates.length > 0 || second === undefined ? dates : read(second)
}

type Part = 'year' | 'month' | 'day'
const order = (names: string): readonly Part[] =>
  names
    .split(' ')
    .flatMap((name) => (name === 'year' || name === 'month' || name === 'day' ? [name] : []))

const DAY_FIRST = [order('day month year'), order('month day year')]
/**
 * What the parts of a date can be: `n` one or two figures, `Y` four, `y` an apostrophe and two, `M` a
 * month's name, `R` a Roman number. A second order counts where the first gives no date.
 */
const ORDERS: Readonly<Record<string, readonly (readonly Part[])[]>> = {
  'Y n': [order('year month')],
  'n Y': [order('month year')],
  'Y n n': [order('year month day')],
  'n n Y': DAY_FIRST,
  'n n n': DAY_FIRST,
  'n n y': DAY_FIRST,
  'M Y': [order('month year')],
  'M y': [order('month year')],
  'Y M': [order('year month')],
  'n M Y': [order('day month year')],
  'n M y': [order('day month year')],
  'n M n': [order('day month year')],
  'M n Y': [order('month day year')],
  'M n y': [order('month day year')],
  'M n n': [order('month day year')],
  'Y M n': [order('year month day')],
  'n R Y': [order('day month year')],
  'R Y': [order('month year')],
  'n M': [order('day month')],
  'M n': [order('month day')],
}

function shapeOf(part: string, monthOf: MonthOf): string {
  if (/^\d{1,2}$/.test(part)) return 'n'
  if (/^\d{4}$/.test(part)) return 'Y'
  if (/^'\d{2}$/.test(part)) return 'y'
  if (monthOf(part) !== undefined) return 'M'
  return ROMAN.includes(part) ? 'R' : '?'
}

/** The course is about no other centuries. */
const yearsOf = (text: string | undefined): readonly (string | null)[] => {
  if (text === undefined) return [null]
  if (text.length === 4) return [text]
  return text.length === 1 ? [] : [`20${text.slice(-2)}`, `19${text.slice(-2)}`]
}

function written(year: string | null, month: number, day: number | null): readonly string[] {
  if (month < 1 || month > 12) return []
  // Without a year, February has the days it can have.
  const last = new Date(Date.UTC(Number(year ?? 2000), month, 0)).getUTCDate()
  if (day !== null && (day < 1 || day > last)) return []
  const rest = day === null ? [twoDigits(month)] : [twoDigits(month), twoDigits(day)]
  return [[year ?? '-', ...rest].join('-')]
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function monthNamed(word: string): number | undefined {
  const index = MONTHS.findIndex(
    (name) =>
      name === word || name.slice(0, 3) === word || (word === 'sept' && name === 'september'),
  )
  return index === -1 ? undefined : index + 1
}

/** In a short name one letter makes another month. */
function monthMeant(word: string): number | undefined {
  const index = MONTHS.findIndex((name) => name.length >= 5 && letterSlips(word, name) === 1)
  return index === -1 ? undefined : index + 1
}
