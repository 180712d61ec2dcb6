/** Names of the states a map can show, by id. */
export type StateNames = Readonly<Record<string, { name: string; isoNumeric: string }>>
