-- Until now a person had one forecast a day, made in the first of their cohorts, and there it stays.
-- Who learns in no cohort any more keeps theirs without one.
ALTER TABLE "ForecastSnapshot"
  ADD COLUMN "cohortId" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE "ForecastScore"
  ADD COLUMN "cohortId" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';

UPDATE "ForecastSnapshot" f SET "cohortId" = first."cohortId"
FROM (
  SELECT DISTINCT ON (m."userId") m."userId", m."cohortId"
  FROM "Membership" m JOIN "Cohort" c ON c."id" = m."cohortId"
  WHERE m."role" = 'learner'
  ORDER BY m."userId", c."archivedAt" IS NOT NULL, c."createdAt", c."id"
) first
WHERE first."userId" = f."userId";
UPDATE "ForecastScore" f SET "cohortId" = first."cohortId"
FROM (
  SELECT DISTINCT ON (m."userId") m."userId", m."cohortId"
  FROM "Membership" m JOIN "Cohort" c ON c."id" = m."cohortId"
  WHERE m."role" = 'learner'
  ORDER BY m."userId", c."archivedAt" IS NOT NULL, c."createdAt", c."id"
) first
WHERE first."userId" = f."userId";

ALTER TABLE "ForecastSnapshot" ALTER COLUMN "cohortId" DROP DEFAULT;
ALTER TABLE "ForecastScore" ALTER COLUMN "cohortId" DROP DEFAULT;
ALTER TABLE "ForecastSnapshot" DROP CONSTRAINT "ForecastSnapshot_pkey",
  ADD CONSTRAINT "ForecastSnapshot_pkey" PRIMARY KEY ("userId", "cohortId", "day", "horizonDays");
ALTER TABLE "ForecastScore" DROP CONSTRAINT "ForecastScore_pkey",
  ADD CONSTRAINT "ForecastScore_pkey" PRIMARY KEY ("userId", "cohortId", "day", "horizonDays", "branch", "bin");
