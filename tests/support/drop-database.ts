import type { Client } from 'pg'

/**
 * Drops a database that may still have connections of this account.
 * `with (force)` is not used: it also wants to end a worker of autovacuum, which belongs to the
 * superuser, and an account that is none is refused ("permission denied to terminate process").
 * The plain statement ends such workers by itself and waits until ended connections are gone.
 */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and usename = current_user and pid <> pg_backend_pid()`,
    [name],
  )
  await client.query(`drop database ${name}`)
}
