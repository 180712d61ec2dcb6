/** Names of the course's states, and their keys into the map, by id. */
export type StateNames = Readonly<Record<string, { name: string; isoNumeric: string }>>
