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

const MONTH = '([a-z]{3,9})\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const FORMS: readonly { readonly pattern: RegExp; readonly parts: readonly Part[] }[] = [
  { pattern: /^(\d{4})[-/. ](\d{1,2})$/, parts: ['year', 'month'] },
  { pattern: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, parts: ['year', 'month', 'day'] },
  { pattern: /^(\d{1,2})[-/. ](\d{4})$/, parts: ['month', 'year'] },
  { pattern: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, parts: ['day', 'month', 'year'] },
  { pattern: new RegExp(`^${MONTH},? (?:of )?(\\d{4})$`), parts: ['month', 'year'] },
  { pattern: new RegExp(`^(\\d{4}),? ${MONTH}$`), parts: ['year', 'month'] },
  {
    pattern: new RegExp(`^(?:the )?${DAY} (?:of )?${MONTH},? (\\d{4})$`),
    parts: ['day', 'month', 'year'],
  },
  { pattern: new RegExp(`^${MONTH} (?:the )?${DAY},? (\\d{4})$`), parts: ['month', 'day', 'year'] },
]

type Part = 'year' | 'month' | 'day'

/**
 * A typed date as `2006-06` or `2006-06-17`, whatever way it was written (`June 2006`, `Jun 2006`,
 * `06/2006`, `17th of June 2006`); null when the text is no date with a month. Figures alone are
 * read day first.
 */
export function typedDate(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^in /, '')
  for (const { pattern, parts } of FORMS) {
    const found = pattern.exec(plain)
    if (found === null) continue
    const value = (part: Part) => found[parts.indexOf(part) + 1] ?? ''
    const month = monthNumber(value('month'))
    if (month === null) continue
    const date = `${value('year')}-${twoDigits(month)}`
    return parts.includes('day') ? `${date}-${twoDigits(Number(value('day')))}` : date
  }
  return null
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  const index = MONTHS.findIndex((name) => name === text || isShort(name, text))
  return index === -1 ? null : index + 1
}

const isShort = (name: string, text: string) =>
  name.slice(0, 3) === text || (text === 'sept' && name === 'september')

const twoDigits = (value: number) => String(value).padStart(2, '0')
