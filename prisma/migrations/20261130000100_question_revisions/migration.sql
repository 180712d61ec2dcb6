-- What a question asked at each of its revisions. It is written from the published versions, whoever
-- inserts them: a publication, a restored backup, a later release. Reading it from the catalogues took
-- the database a second for the sixty questions of one session.
CREATE TABLE "QuestionRevision" (
    "questionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "prompt" TEXT NOT NULL,

    CONSTRAINT "QuestionRevision_pkey" PRIMARY KEY ("questionId", "revision")
);

ALTER TABLE "QuestionRevision" ADD CONSTRAINT "QuestionRevision_version_fkey"
    FOREIGN KEY ("version") REFERENCES "PublishedCourse"("version") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION keep_question_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "QuestionRevision" ("questionId", "revision", "version", "prompt")
  SELECT DISTINCT ON (1, 2) q->>'id', coalesce((q->>'revision')::int, 1), NEW."version", q->>'prompt'
  FROM jsonb_array_elements(
    CASE WHEN jsonb_typeof(NEW."catalogue"->'questions') = 'array'
      THEN NEW."catalogue"->'questions' ELSE '[]' END
  ) q
  WHERE q->>'id' IS NOT NULL AND q->>'prompt' IS NOT NULL
  ON CONFLICT ("questionId", "revision") DO UPDATE
    SET "version" = excluded."version", "prompt" = excluded."prompt"
    WHERE excluded."version" >= "QuestionRevision"."version";
  RETURN NULL;
END $$;

CREATE TRIGGER keep_question_revisions AFTER INSERT ON "PublishedCourse"
  FOR EACH ROW EXECUTE FUNCTION keep_question_revisions();

INSERT INTO "QuestionRevision" ("questionId", "revision", "version", "prompt")
SELECT DISTINCT ON (1, 2) q->>'id', coalesce((q->>'revision')::int, 1), p."version", q->>'prompt'
FROM "PublishedCourse" p, jsonb_array_elements(
  CASE WHEN jsonb_typeof(p."catalogue"->'questions') = 'array'
    THEN p."catalogue"->'questions' ELSE '[]' END
) q
WHERE q->>'id' IS NOT NULL AND q->>'prompt' IS NOT NULL
ORDER BY 1, 2, p."version" DESC;
