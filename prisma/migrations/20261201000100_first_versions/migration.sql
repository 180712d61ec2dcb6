-- Which version first had a revision of a question, beside the one that had it last. The history of a
-- question looked into every stored catalogue for it: 50 ms of the database for each version.
ALTER TABLE "QuestionRevision" ADD COLUMN "firstVersion" INTEGER;

UPDATE "QuestionRevision" r SET "firstVersion" = found."version"
FROM (
  SELECT q->>'id' AS "questionId", coalesce((q->>'revision')::int, 1) AS "revision",
    min(p."version") AS "version"
  FROM "PublishedCourse" p, jsonb_array_elements(
    CASE WHEN jsonb_typeof(p."catalogue"->'questions') = 'array'
      THEN p."catalogue"->'questions' ELSE '[]' END
  ) q
  GROUP BY 1, 2
) found
WHERE found."questionId" = r."questionId" AND found."revision" = r."revision";

ALTER TABLE "QuestionRevision" ALTER COLUMN "firstVersion" SET NOT NULL;

CREATE OR REPLACE FUNCTION keep_question_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "QuestionRevision" AS known
    ("questionId", "revision", "version", "firstVersion", "prompt")
  SELECT DISTINCT ON (1, 2) q->>'id', coalesce((q->>'revision')::int, 1), NEW."version",
    NEW."version", q->>'prompt'
  FROM jsonb_array_elements(
    CASE WHEN jsonb_typeof(NEW."catalogue"->'questions') = 'array'
      THEN NEW."catalogue"->'questions' ELSE '[]' END
  ) q
  WHERE q->>'id' IS NOT NULL AND q->>'prompt' IS NOT NULL
  ON CONFLICT ("questionId", "revision") DO UPDATE
    SET "version" = greatest(known."version", excluded."version"),
      "firstVersion" = least(known."firstVersion", excluded."firstVersion"),
      "prompt" = CASE WHEN excluded."version" >= known."version"
        THEN excluded."prompt" ELSE known."prompt" END;
  RETURN NULL;
END $$;
