import 'server-only'
import { z } from 'zod'
import type { DatabaseFacts } from '../../security/facts'
import { withOneClient } from '../connection/with-one-client'

const row = z.object({
  isSuperuser: z.boolean(),
  ownsTables: z.boolean(),
  mayRewrite: z.boolean(),
  serverVersion: z.number(),
  clock: z.number(),
})

/** What the role of this address may do, asked on a connection of its own. */
export const databaseFacts = (url: string): Promise<DatabaseFacts> =>
  withOneClient(url, 'security', async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
        EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace
          AND relname IN ('ReviewEvent', 'AuditEvent')
          AND pg_has_role(current_user, relowner, 'MEMBER')) AS "ownsTables",
        has_table_privilege('"AuditEvent"', 'UPDATE, DELETE, TRUNCATE')
          OR has_table_privilege('"ReviewEvent"', 'UPDATE, DELETE, TRUNCATE') AS "mayRewrite",
        current_setting('server_version_num')::int AS "serverVersion",
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "clock"`)
    return { url, ...row.parse(rows[0]) }
  })
