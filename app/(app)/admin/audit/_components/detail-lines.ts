type Value = string | number | null

const said = (value: Value | undefined): string =>
  value === null || value === undefined || value === '' ? 'nothing' : String(value)

/** `mendedBy` becomes `mended by`. */
const words = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** One line for each value of a detail; a pair of before and after is one line. */
export function detailLines(detail: Readonly<Record<string, Value>>): readonly string[] {
  const names = Object.keys(detail)
  return names.flatMap((name) => {
    // The person stands in a column of their own.
    if (name === 'user' || name === 'analyst') return []
    const before = `${name}Before`
    if (names.includes(before)) {
      return [`${words(name)}: from ${said(detail[before])} to ${said(detail[name])}`]
    }
    if (name.endsWith('Before')) {
      const plain = name.slice(0, -'Before'.length)
      return names.includes(plain) ? [] : [`${words(plain)} before: ${said(detail[name])}`]
    }
    return detail[name] === null ? [] : [`${words(name)}: ${said(detail[name])}`]
  })
}
