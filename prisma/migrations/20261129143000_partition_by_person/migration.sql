-- Card, ReviewEvent and StudyDay become partitioned by the person, in 8 parts each (decision 028).
-- Postgres cannot turn a table into a partitioned one, so the rows are copied: the old and the new
-- tables are on the disk at once until this transaction ends, and nobody else reads or writes them
-- meanwhile.

LOCK TABLE "Card", "ReviewEvent", "StudyDay" IN ACCESS EXCLUSIVE MODE;

-- Fewer passes over the rows when the indexes are built. Ends with this transaction.
SET LOCAL maintenance_work_mem = '256MB';

ALTER TABLE "Card" RENAME TO "Card_whole";
ALTER TABLE "ReviewEvent" RENAME TO "ReviewEvent_whole";
ALTER TABLE "StudyDay" RENAME TO "StudyDay_whole";

CREATE TABLE "Card" (LIKE "Card_whole" INCLUDING DEFAULTS) PARTITION BY HASH ("userId");
CREATE TABLE "ReviewEvent" (LIKE "ReviewEvent_whole" INCLUDING DEFAULTS) PARTITION BY HASH ("userId");
CREATE TABLE "StudyDay" (LIKE "StudyDay_whole" INCLUDING DEFAULTS) PARTITION BY HASH ("userId");

DO $$
DECLARE
  parts CONSTANT int := 8;
BEGIN
  FOR part IN 0 .. parts - 1 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF "Card" FOR VALUES WITH (MODULUS %s, REMAINDER %s)',
      'Card_' || part, parts, part);
    EXECUTE format('CREATE TABLE %I PARTITION OF "ReviewEvent" FOR VALUES WITH (MODULUS %s, REMAINDER %s)',
      'ReviewEvent_' || part, parts, part);
    EXECUTE format('CREATE TABLE %I PARTITION OF "StudyDay" FOR VALUES WITH (MODULUS %s, REMAINDER %s)',
      'StudyDay_' || part, parts, part);
  END LOOP;
END $$;

INSERT INTO "Card" SELECT * FROM "Card_whole";
INSERT INTO "ReviewEvent" SELECT * FROM "ReviewEvent_whole";
INSERT INTO "StudyDay" SELECT * FROM "StudyDay_whole";

DROP TABLE "Card_whole", "ReviewEvent_whole", "StudyDay_whole";

ALTER TABLE "Card" ADD CONSTRAINT "Card_pkey" PRIMARY KEY ("userId", "questionId");
ALTER TABLE "ReviewEvent" ADD CONSTRAINT "ReviewEvent_pkey" PRIMARY KEY ("userId", "id");
ALTER TABLE "StudyDay" ADD CONSTRAINT "StudyDay_pkey" PRIMARY KEY ("userId", "day");

CREATE INDEX "Card_userId_dueDay_idx" ON "Card" ("userId", "dueDay");
CREATE INDEX "ReviewEvent_userId_questionId_idx" ON "ReviewEvent" ("userId", "questionId");
CREATE INDEX "ReviewEvent_userId_at_idx" ON "ReviewEvent" ("userId", "at");

-- Autovacuum keeps the figures of each part, and never those of the whole, which the planner needs
-- for statements about many people.
ANALYZE "Card", "ReviewEvent", "StudyDay";
