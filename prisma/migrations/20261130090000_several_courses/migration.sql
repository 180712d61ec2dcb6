-- Until now there was one course, and every cohort learned it.
ALTER TABLE "Cohort" ADD COLUMN "courses" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "Cohort" SET "courses" = ARRAY[COALESCE(
  (SELECT "courseId" FROM "PublishedCourse" ORDER BY "version" DESC LIMIT 1), 'central-asia')];

-- What a draft changes stands in a file of its course, whose folder is in front of the path now.
ALTER TABLE "CourseDraft" ADD COLUMN "courseId" TEXT;
UPDATE "CourseDraft" SET "courseId" = COALESCE(
  (SELECT "courseId" FROM "PublishedCourse" ORDER BY "version" DESC LIMIT 1), 'central-asia');
ALTER TABLE "CourseDraft" ALTER COLUMN "courseId" SET NOT NULL;
UPDATE "CourseDraft" SET "changes" = (
  SELECT jsonb_agg(change || jsonb_build_object('path', "courseId" || '/' || (change->>'path')) ORDER BY n)
  FROM jsonb_array_elements("changes") WITH ORDINALITY AS t(change, n)
)
WHERE jsonb_array_length("changes") > 0;
