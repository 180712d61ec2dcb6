-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('draft', 'review', 'sent_back', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "CourseDraft" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "state" "DraftState" NOT NULL DEFAULT 'draft',
    "baseVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "reviewerId" UUID,
    "comment" TEXT,
    "publishedVersion" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CourseDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnDocument" (
    "sourceId" TEXT NOT NULL,
    "draftId" UUID NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnDocument_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE INDEX "CourseDraft_state_changedAt_idx" ON "CourseDraft"("state", "changedAt");
