-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'flag';

-- AlterTable
ALTER TABLE "LessonProgress" ADD COLUMN     "skipped" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ReviewEvent" ADD COLUMN     "chosenDays" INTEGER,
ADD COLUMN     "confidence" INTEGER;

-- AlterTable
ALTER TABLE "StudyDay" ADD COLUMN     "maturePassed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "matureTotal" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "askConfidence" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "catchUpDays" INTEGER,
ADD COLUMN     "catchUpFrom" INTEGER,
ADD COLUMN     "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
ADD COLUMN     "easyDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "keys" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "leechLapses" INTEGER DEFAULT 8,
ADD COLUMN     "leechSuspends" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "levelLoad" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "modelVersion" TEXT;

-- CreateTable
CREATE TABLE "MemoryModel" (
    "userId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "weights" DOUBLE PRECISION[],
    "desiredRetention" DOUBLE PRECISION NOT NULL,
    "learningStepsMin" DOUBLE PRECISION[],
    "relearningStepsMin" DOUBLE PRECISION[],
    "maximumIntervalDays" INTEGER NOT NULL,
    "fuzz" BOOLEAN NOT NULL,
    "leechLapses" INTEGER,
    "leechSuspends" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MemoryModel_pkey" PRIMARY KEY ("userId","version")
);

-- CreateTable
CREATE TABLE "Training" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "reviews" INTEGER NOT NULL DEFAULT 0,
    "heldOut" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "message" TEXT,
    "logLossBefore" DOUBLE PRECISION,
    "logLossAfter" DOUBLE PRECISION,
    "rmseBefore" DOUBLE PRECISION,
    "rmseAfter" DOUBLE PRECISION,
    "weights" DOUBLE PRECISION[],

    CONSTRAINT "Training_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "answer" JSONB,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "solvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ProjectionState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,
    "rebuiltAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectionState_pkey" PRIMARY KEY ("id")
);
