-- CreateTable
CREATE TABLE "JobTurn" (
    "name" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "running" BOOLEAN NOT NULL,

    CONSTRAINT "JobTurn_pkey" PRIMARY KEY ("name")
);
