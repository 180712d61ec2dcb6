import { normalForm } from '../course/normal-form'

/** Signs that name a unit, with the words that a unit has for them. */
const SIGNS: readonly { readonly sign: RegExp; readonly words: RegExp }[] = [
  { sign: /%/g, words: /\bper ?cent|%/ },
  { sign: /\$/g, words: /dollar|usd|\$/ },
  { sign: /€/g, words: /euro?s?\b|€/ },
  { sign: /£/g, words: /pound|gbp|sterling|£/ },
  { sign: /¥/g, words: /yen|yuan|renminbi|¥/ },
  { sign: /₽/g, words: /rou?ble|₽/ },
]
/** Units that are written out or shortened. */
const SHORT_UNITS: ReadonlyMap<string, string> = new Map([
  ['kilometer', 'km'],
  ['kilometre', 'km'],
  ['meter', 'm'],
  ['metre', 'm'],
  ['kilogram', 'kg'],
  ['kilogramme', 'kg'],
  ['pct', 'percent'],
])

export const words = (text: string) =>
  normalForm(text)
    .split(' ')
    .filter((word) => word !== '')

/** Null where a sign belongs to another unit. */
export function withoutSigns(text: string, unit: string): string | null {
  const named = unit.toLowerCase()
  const found = SIGNS.filter(({ sign }) => text.search(sign) !== -1)
  if (named !== '' && found.some(({ words: ofUnit }) => !ofUnit.test(named))) return null
  return found.reduce((rest, { sign }) => rest.replace(sign, ' '), text)
}

export const isUnit = (word: string, unit: string) =>
  words(unit).some((each) => singular(each) === singular(word))

/** `state` and `states`, `party` and `parties`, `km` and `kilometres`. */
function singular(word: string): string {
  const one = word.replace(/ies$/, 'y').replace(/s$/, '')
  return SHORT_UNITS.get(one) ?? one
}
