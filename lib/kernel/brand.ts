declare const brand: unique symbol

/** A value that only its own constructor can make, so that ids of different things never mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
