-- Who is concerned, and where an event came from. Rows from before this release have no place.
ALTER TABLE "AuditEvent" ADD COLUMN "subjectId" UUID;
ALTER TABLE "AuditEvent" ADD COLUMN "via" TEXT;
ALTER TABLE "AuditEvent" ADD COLUMN "address" TEXT;
ALTER TABLE "AuditEvent" ADD COLUMN "requestId" TEXT;

UPDATE "AuditEvent" SET "subjectId" = coalesce("detail"->>'user', "detail"->>'analyst')::uuid
WHERE coalesce("detail"->>'user', "detail"->>'analyst') ~ '^[0-9a-fA-F-]{36}$';

DROP INDEX "AuditEvent_at_idx";
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");
CREATE INDEX "AuditEvent_actorId_at_id_idx" ON "AuditEvent"("actorId", "at", "id");
CREATE INDEX "AuditEvent_subjectId_at_id_idx" ON "AuditEvent"("subjectId", "at", "id");
CREATE INDEX "AuditEvent_kind_at_id_idx" ON "AuditEvent"("kind", "at", "id");

-- The log and the audit are only added to. The two functions below are the one way to change them:
-- they run as the owner of the tables, set this mark for as long as they run, and check for
-- themselves that what they are asked for is allowed. The mark alone does not help the role of the
-- application, because the trigger also asks who makes the change.
CREATE FUNCTION steppe_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('steppe.maintenance', true), '') = 'on'
    AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
  THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION '% is only added to: % was refused, and nothing was changed.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '42501',
      HINT = 'Accounts are deleted on their page or with `steppe user delete`.';
END $$;

CREATE TRIGGER "ReviewEvent_only_added_to" BEFORE UPDATE OR DELETE ON "ReviewEvent"
  FOR EACH ROW EXECUTE FUNCTION steppe_refuse_change();
CREATE TRIGGER "AuditEvent_only_added_to" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION steppe_refuse_change();
CREATE TRIGGER "AuditEvent_not_emptied" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION steppe_refuse_change();

-- A statement against one partition does not ask the triggers for statements of the whole table.
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT '"ReviewEvent"'::regclass
    UNION ALL SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '"ReviewEvent"'::regclass
  LOOP
    EXECUTE format('CREATE TRIGGER "ReviewEvent_not_emptied" BEFORE TRUNCATE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION steppe_refuse_change()', part);
  END LOOP;
END $$;

-- Deletes the whole log of somebody whose account was erased in the same transaction or before.
CREATE FUNCTION steppe_erase_log(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" WHERE "id" = person) THEN
    RAISE EXCEPTION 'The log of an account that exists is never deleted.' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('steppe.maintenance', 'on', true);
  DELETE FROM "ReviewEvent" WHERE "userId" = person;
  PERFORM set_config('steppe.maintenance', 'off', true);
END $$;

-- Takes name, addresses and words about a person whose account was deleted out of what was recorded
-- (decision 019). Ids, kinds and times stay.
CREATE FUNCTION steppe_forget_in_audit(person uuid, called text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" WHERE "id" = person AND "deletedAt" IS NULL) THEN
    RAISE EXCEPTION 'What is recorded about an account that exists is never changed.'
      USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('steppe.maintenance', 'on', true);
  UPDATE "AuditEvent" SET
    "address" = CASE WHEN "actorId" = person THEN NULL ELSE "address" END,
    "detail" = coalesce((
      SELECT jsonb_object_agg(key, value) FROM jsonb_each("detail")
      WHERE jsonb_typeof(value) <> 'string' OR NOT (
        value #>> '{}' = called
        OR position('@' IN value #>> '{}') > 0
        OR ("subjectId" = person
          AND key IN ('name', 'nameBefore', 'note', 'noteBefore', 'reply', 'replyBefore'))
      )
    ), '{}')
  WHERE "actorId" = person OR "subjectId" = person;
  PERFORM set_config('steppe.maintenance', 'off', true);
END $$;

-- These run with the rights of their owner, so the schema that they look in is fixed.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION steppe_erase_log(uuid) SET search_path = %I, pg_temp', current_schema());
  EXECUTE format('ALTER FUNCTION steppe_forget_in_audit(uuid, text) SET search_path = %I, pg_temp', current_schema());
END $$;
REVOKE ALL ON FUNCTION steppe_erase_log(uuid), steppe_forget_in_audit(uuid, text) FROM PUBLIC;
