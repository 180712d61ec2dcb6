-- CreateTable
CREATE TABLE "ExamAppeal" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "graded" TEXT NOT NULL,
    "granted" BOOLEAN,
    "reply" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "ExamAppeal_pkey" PRIMARY KEY ("userId","attemptId","position")
);

-- AddForeignKey
ALTER TABLE "ExamAppeal" ADD CONSTRAINT "ExamAppeal_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "ExamAttempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
