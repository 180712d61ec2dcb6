/** `1 question`, `7 questions`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** `43 %`, with a space that does not break. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`
