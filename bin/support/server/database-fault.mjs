import { errorCode } from '../error-code.mjs'

/** What a certificate is refused for. */
const certificate =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_)/

const example = 'postgresql://USER:PASSWORD@HOST:5432/DATABASE'

/**
 * Why DATABASE_URL cannot be an address of Postgres at all; undefined if it can.
 *
 * @param {string} address
 */
export function addressFault(address) {
  const isPostgres = URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol)
  if (isPostgres) return undefined
  return (
    `DATABASE_URL is not the address of a Postgres database. It must look like ${example}.\n` +
    'In a name or a password, write @ as %40, : as %3A, / as %2F, # as %23 and % as %25.'
  )
}

/**
 * What is wrong with a database that could not be connected to, and what to do. Without the password,
 * which must not get into a log.
 *
 * @param {unknown} error
 * @param {string} address which `addressFault` has passed
 */
export function databaseFault(error, address) {
  const url = new URL(address)
  const code = errorCode(error) ?? ''
  const message = error instanceof Error ? error.message : String(error)
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost')
  const place = `${host}, port ${url.port || 5432}`
  const user = decodeURIComponent(url.username)
  const database = decodeURIComponent(url.pathname.slice(1))

  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `There is no host ${host} (${code}). Check the host in DATABASE_URL, and the name service of this machine.`
  }
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return `Nothing listens at ${place} (${code}). Check host and port in DATABASE_URL, that Postgres runs, and that it listens for this machine (listen_addresses in postgresql.conf).`
  }
  if (/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) || /timeout expired/.test(message)) {
    return `${place} does not answer. Check the host in DATABASE_URL, and whether a firewall lies between this machine and the database.`
  }
  if (code === '28P01') {
    return `Postgres at ${place} refuses the password of ${user}. Check both in DATABASE_URL (in a password, write @ as %40, : as %3A, / as %2F and % as %25), or set the password: alter role ${user} password '…'.`
  }
  if (code === '28000') {
    const encrypted = /no encryption/.test(message)
      ? ' It may want TLS: add ?sslmode=require to DATABASE_URL.'
      : ''
    return `Postgres at ${place} does not let ${user} in from this machine (${message}).${encrypted} Otherwise add a line for it to pg_hba.conf and reload Postgres.`
  }
  if (code === '3D000') {
    return `Postgres at ${place} has no database named ${database}. Check the name in DATABASE_URL, or create it: create database ${database} encoding 'UTF8' template template0.`
  }
  if (/does not support SSL/.test(message)) {
    return `Postgres at ${place} does not speak TLS. Turn it on there (ssl = on in postgresql.conf), or remove sslmode from DATABASE_URL if the way to it is safe.`
  }
  if (certificate.test(code)) {
    return `The certificate of Postgres at ${place} is not trusted (${code}). Name the file of your own authority in NODE_EXTRA_CA_CERTS, and use the host name that the certificate is made for.`
  }
  if (code === '53300') {
    return `Postgres at ${place} has no connection left (${message}). Raise max_connections, lower STEPPE_POOL_SIZE, or put PgBouncer in between.`
  }
  if (code === '57P03') {
    return `Postgres at ${place} is still starting or recovering after a minute (${message}). Wait until it is up, then start again.`
  }
  if (code === '' && /invalid response|unexpected|terminated|ended/i.test(message)) {
    return `What answers at ${place} is not Postgres. Check host and port in DATABASE_URL.`
  }
  return `The database at ${place} cannot be used: ${message}${code && ` (${code})`}.`
}
