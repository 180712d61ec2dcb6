import { databaseAddress } from '../database-address'
import { good, note, type Rule, weak } from '../rule'
import { postgresEnd } from '../support-ends'

const GUESSED = new Set(['postgres', 'password', 'steppe', 'secret', 'changeme', 'admin'])
const LEAST_PASSWORD = 12
const FAR_CLOCK_MS = 5000

export const DATABASE_RULES: readonly Rule[] = [
  {
    subject: 'Role of the web server in the database',
    why: 'A fault of the web server could otherwise rewrite the log of answers and the audit.',
    judge: ({ database: { isSuperuser, ownsTables, mayRewrite } }) => {
      const remedy =
        'Run “npx steppe database roles”, which makes an owner and a role of the application, and start Steppe with the two addresses that it prints.'
      if (isSuperuser) return weak('The web server connects as a superuser of Postgres.', remedy)
      if (ownsTables) {
        return weak('The web server connects as the role that owns the tables.', remedy)
      }
      if (mayRewrite) {
        return weak(
          'The role of the web server may change or delete what stands in the log or the audit.',
          'Start Steppe once with STEPPE_OWNER_DATABASE_URL set; it takes these rights away.',
        )
      }
      return good('The role of the web server may only add to the log and the audit.')
    },
  },
  {
    subject: 'Connection to the database',
    why: 'Everything that people enter goes over it.',
    judge: ({ database: { url } }) => {
      switch (databaseAddress(url).transport) {
        case 'this machine':
          return good('The database is on this machine.')
        case 'verified':
          return good('It is encrypted, and the certificate of the database is verified.')
        case 'unverified':
          return weak(
            'It is encrypted, but the certificate of the database is not verified, so another machine can pretend to be the database.',
            'Use sslmode=verify-full in the address, and name your authority in NODE_EXTRA_CA_CERTS.',
          )
        case 'plain':
          return weak(
            'The database is on another machine, and the connection is not encrypted.',
            'Turn on ssl in Postgres and add ?sslmode=verify-full to the address. A network that only the two machines share, such as that of containers, may do without.',
          )
      }
    },
  },
  {
    subject: 'Password of the database',
    why: 'Whoever knows it reads everything, past all rules of Steppe.',
    judge: ({ database: { url } }) => {
      const { transport, password, user } = databaseAddress(url)
      if (password === '') {
        return transport === 'this machine'
          ? good('Postgres admits the system account of Steppe on this machine without one.')
          : note(
              'The address of the database has no password.',
              'Make sure that Postgres does not trust the network, but asks for a certificate or a password.',
            )
      }
      if (password.length >= LEAST_PASSWORD && !GUESSED.has(password) && password !== user) {
        return good(`It has ${password.length} characters.`)
      }
      return weak(
        'It is short, or one of those that are tried first.',
        'Give the role another one: alter role … password ‘…’, and change the address.',
      )
    },
  },
  {
    subject: 'Version of Postgres',
    why: 'A version that is no longer looked after gets no corrections of its faults.',
    judge: ({ database: { serverVersion }, now }) => {
      const major = Math.floor(serverVersion / 10_000)
      const minor = serverVersion % 10_000
      const end = postgresEnd(major)
      const text = `Postgres ${major}.${minor}`
      if (end === null) return good(`${text}.`)
      const day = new Date(end).toISOString().slice(0, 10)
      if (now < end) return good(`${text}, which is looked after until ${day}.`)
      return weak(
        `${text} has not been looked after since ${day}.`,
        'Make a backup, install a newer Postgres, and restore the backup there.',
      )
    },
  },
  {
    subject: 'Clock',
    why: 'Codes of the second factor, sign-in sessions and the days of exams follow it.',
    judge: ({ database: { clock }, now }) => {
      const seconds = Math.round(Math.abs(clock - now) / 1000)
      if (Math.abs(clock - now) < FAR_CLOCK_MS) return good('It agrees with that of the database.')
      return weak(
        `This machine and the database differ by ${seconds} seconds.`,
        'Let both follow the same time server (NTP).',
      )
    },
  },
]
