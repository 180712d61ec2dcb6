/**
 * `1,200`. Not by `toLocaleString`: the first use of `Intl` takes a browser 40 to 100 ms, which the
 * first view of a page would wait for.
 */
export function grouped(n: number): string {
  const [whole = '', decimals] = String(n).split('.')
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return decimals === undefined ? thousands : `${thousands}.${decimals}`
}

/** `1 lesson`, `12 lessons`, `1,200 lessons`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`
