/** An interval of 95 % reaches this many standard errors to either side. */
export const Z_95 = 1.96

/** What most likely holds, between two bounds. */
export type Interval = { readonly low: number; readonly high: number }

/** With its 95 % interval. */
export type Estimate = Interval & { readonly mean: number }
