-- CreateEnum
CREATE TYPE "CourseOrigin" AS ENUM ('folder', 'command', 'browser', 'stored');

-- AlterTable
ALTER TABLE "PublishedCourse" ADD COLUMN     "files" JSONB,
ADD COLUMN     "filesHash" TEXT,
ADD COLUMN     "heldBack" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "origin" "CourseOrigin" NOT NULL DEFAULT 'folder',
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "retest" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'retest';
