type Value = string | number | null

/** The pair of an audit detail for what changed; nothing for what stayed. */
export const changed = (
  name: string,
  before: Value,
  after: Value,
): Readonly<Record<string, Value>> =>
  before === after ? {} : { [`${name}Before`]: before, [name]: after }
