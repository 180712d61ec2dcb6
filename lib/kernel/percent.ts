/** A share, 0 to 1, as a whole number of percent. */
export const wholePercent = (share: number): number => Math.round(share * 100)

/** `43 %`, with a space that does not break. */
export const percent = (share: number): string => `${wholePercent(share)}\u00a0%`
