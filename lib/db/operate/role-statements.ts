import 'server-only'
import { escapeIdentifier, escapeLiteral } from 'pg'

/** The role that owns the tables, and the one with which the web server uses them. */
export type DatabaseRoles = {
  readonly owner: string
  readonly ownerPassword: string
  readonly application: string
  readonly applicationPassword: string
}

/**
 * Makes both roles, or gives them these passwords, and hands to the owner what Steppe has in the schema.
 * For somebody who may make roles, in the database of Steppe; harmless when repeated. What the
 * application may do with each table, the next start of Steppe grants.
 */
export function roleStatements(roles: DatabaseRoles): string {
  const owner = escapeIdentifier(roles.owner)
  const application = escapeIdentifier(roles.application)
  const ownerIn = withinFormat(owner)
  const applicationIn = withinFormat(application)
  return `BEGIN;
DO $roles$
DECLARE
  statement text;
  before oid;
BEGIN
  IF to_regrole(${escapeLiteral(owner)}) IS NULL THEN
    CREATE ROLE ${owner} LOGIN;
  END IF;
  IF to_regrole(${escapeLiteral(application)}) IS NULL THEN
    CREATE ROLE ${application} LOGIN;
  END IF;
  ALTER ROLE ${owner} LOGIN PASSWORD ${escapeLiteral(roles.ownerPassword)};
  ALTER ROLE ${application} LOGIN PASSWORD ${escapeLiteral(roles.applicationPassword)};
  -- Only a member may hand something over to a role. A superuser needs no membership.
  IF NOT pg_has_role(${escapeLiteral(roles.owner)}, 'MEMBER') THEN
    EXECUTE format('GRANT ${ownerIn} TO %I', current_user);
  END IF;
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO ${ownerIn}', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${applicationIn}', current_database());
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO ${ownerIn}', current_schema());
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${applicationIn}', current_schema());
  -- What one role made together with the migrations of Steppe belongs to Steppe.
  SELECT relowner INTO before FROM pg_class
    WHERE oid = to_regclass('_prisma_migrations');
  FOR statement IN
    SELECT format('ALTER TABLE %s OWNER TO ${ownerIn}', c.oid::regclass)
    FROM pg_class c WHERE c.relowner = before AND c.relkind IN ('r', 'p')
      AND c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO ${ownerIn}', t.oid::regtype)
    FROM pg_type t WHERE t.typowner = before AND t.typtype = 'e'
      AND t.typnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${ownerIn}', p.oid::regprocedure)
    FROM pg_proc p WHERE p.proowner = before
      AND p.pronamespace = current_schema()::regnamespace
  LOOP
    EXECUTE statement;
  END LOOP;
END
$roles$;
COMMIT;`
}

/** For a text in quotes that `format` reads. */
const withinFormat = (text: string): string => text.replaceAll("'", "''").replaceAll('%', '%%')
