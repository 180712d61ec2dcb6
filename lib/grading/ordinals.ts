const WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
])
const PATTERN = new RegExp(
  `\\b(?:(twenty|thirty)[- ](${WORDS.slice(0, 9).join('|')})|(${WORDS.join('|')}|thirtieth))\\b`,
  'g',
)

/** Ordinals in words, as far as a month has days, in figures: `twenty-first` is `21st`. */
export const ordinalsInFigures = (text: string): string =>
  text.replace(PATTERN, (_, tens: string | undefined, ones = '', alone = '') => {
    if (alone === 'thirtieth') return '30th'
    return withSuffix((TENS.get(tens ?? '') ?? 0) + WORDS.indexOf(ones || alone) + 1)
  })

function withSuffix(value: number): string {
  const isTeen = value > 10 && value < 20
  return `${value}${(isTeen ? undefined : ['st', 'nd', 'rd'][(value % 10) - 1]) ?? 'th'}`
}
