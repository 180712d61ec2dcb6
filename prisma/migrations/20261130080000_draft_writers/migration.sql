-- AlterTable
ALTER TABLE "CourseDraft" ADD COLUMN     "writerIds" UUID[] DEFAULT ARRAY[]::UUID[];
