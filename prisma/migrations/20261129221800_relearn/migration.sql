-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'relearn';

-- AlterTable
ALTER TABLE "PublishedCourse" ADD COLUMN     "relearnedAt" TIMESTAMPTZ(3);

-- Releases before this one asked nobody to learn a question again; what they published stays so.
UPDATE "PublishedCourse" SET "relearnedAt" = "publishedAt";
