import 'server-only'
import { Client } from 'pg'
import { allInUtc, inUtc } from './instants'

declare module 'pg' {
  interface Client {
    /** What the first message to the server says; pg has no option for further settings in it. */
    getStartupConf(): Record<string, string>
  }
}

const TIMESTAMPTZ = 1184
const TIMESTAMPTZ_ARRAY = 1185

/**
 * A connection on which instants are read by their offset. It also asks for UTC and ISO dates in its
 * first message: these rank above what the address, the role or the database say, and PgBouncer knows
 * them and sets them again on each server connection. `options` would be refused or dropped there.
 */
export class SteadyClient extends Client {
  constructor(...options: ConstructorParameters<typeof Client>) {
    super(...options)
    this.query = new Proxy(this.query, {
      apply: (query, self, args) => Reflect.apply(query, self, args.map(readingOffsets)),
    })
  }

  override getStartupConf(): Record<string, string> {
    return { ...super.getStartupConf(), TimeZone: 'UTC', DateStyle: 'ISO' }
  }
}

type Parse = (text: string) => unknown
type Types = { readonly getTypeParser: (...args: unknown[]) => Parse }

/** A query that brings its own parsers, as Prisma's adapter does, gets every instant in UTC. */
function readingOffsets(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('types' in query)) return query
  const { types } = query
  if (!hasParsers(types)) return query
  const getTypeParser = (...asked: unknown[]): Parse => {
    const parse = types.getTypeParser(...asked)
    if (asked[0] === TIMESTAMPTZ) return (text) => parse(inUtc(text))
    if (asked[0] === TIMESTAMPTZ_ARRAY) return (text) => parse(allInUtc(text))
    return parse
  }
  return { ...query, types: { getTypeParser } }
}

const hasParsers = (types: unknown): types is Types =>
  typeof types === 'object' &&
  types !== null &&
  'getTypeParser' in types &&
  typeof types.getTypeParser === 'function'
