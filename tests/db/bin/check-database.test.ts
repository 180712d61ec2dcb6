import { afterEach, expect, test } from 'vitest'
import { freePort } from '../../../bin/support/process/port.mjs'
import { checkDatabase } from '../../../bin/support/server/check-database.mjs'
import { blankDatabase } from '../../support/database'
import { databaseDoor } from '../../support/database-door'
import { refusingPostgres } from '../../support/refusing-postgres'

const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

const PASSWORD = 'never-to-be-printed'
const at = (host: string, port: number, rest = 'steppe') =>
  `postgresql://steppe:${PASSWORD}@${host}:${port}/${rest}`

/** The address of a real database, by a port, as people have it. */
async function real(): Promise<string> {
  const blank = await blankDatabase()
  const door = await databaseDoor(blank.url)
  ending.push(blank.drop, door.close)
  return door.url
}

async function refusing(code: string, message: string): Promise<string> {
  const server = await refusingPostgres({ code, message })
  ending.push(server.close)
  return at('127.0.0.1', server.port)
}

const saidOf = (address: string): Promise<string> =>
  checkDatabase(address, { patienceMs: 0 }).then(
    () => 'nothing is wrong',
    (error) => String(error.message),
  )

test('a database that can be used is passed', async () => {
  expect(await saidOf(await real())).toBe('nothing is wrong')
})

test.each<[string, () => Promise<string> | string, RegExp]>([
  ['is no address', () => 'localhost:5432/steppe', /not the address of a Postgres.*must look like/],
  ['is of another system', () => 'mysql://a:b@localhost/steppe', /not the address of a Postgres/],
  ['has an unwritten @', () => 'postgresql://steppe:p#w@db/steppe', /write @ as %40.*# as %23/s],
  [
    'names no host',
    () => at('no-such-host.invalid', 5432),
    /There is no host no-such-host.invalid/,
  ],
  [
    'names a port where nothing is',
    async () => at('127.0.0.1', await freePort()),
    /Nothing listens/,
  ],
  [
    'has the wrong password',
    () => refusing('28P01', 'password authentication failed for user "steppe"'),
    /refuses the password of steppe/,
  ],
  [
    'is not in pg_hba.conf without TLS',
    () => refusing('28000', 'no pg_hba.conf entry for host "10.0.0.1", no encryption'),
    /does not let steppe in.*sslmode=require/,
  ],
  [
    'names a database that does not exist',
    async () => (await real()).replace(/\/[^/?]+(\?|$)/, '/nowhere$1'),
    /has no database named nowhere.*create database nowhere/,
  ],
  [
    'leads to something else than Postgres',
    async () => {
      const server = await refusingPostgres(null)
      ending.push(server.close)
      return at('127.0.0.1', server.port)
    },
    /is not Postgres/,
  ],
  [
    'asks for TLS where there is none',
    async () => (await real()).replace('sslmode=disable', 'sslmode=require'),
    /does not speak TLS/,
  ],
  [
    'leads to a server that is full',
    () => refusing('53300', 'sorry, too many clients already'),
    /no connection left/,
  ],
  [
    'leads to a server that does not come up',
    () => refusing('57P03', 'the database system is starting up'),
    /still starting/,
  ],
])(
  'an address that %s is refused with the remedy, and without the password',
  async (_how, make, words) => {
    const said = await saidOf(await make())
    expect(said).toMatch(words)
    expect(said).toContain('Nothing was changed')
    expect(said).not.toContain(PASSWORD)
  },
)
