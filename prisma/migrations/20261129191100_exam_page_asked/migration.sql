-- CreateTable
CREATE TABLE "ExamPageAsked" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "asked" TEXT NOT NULL,

    CONSTRAINT "ExamPageAsked_pkey" PRIMARY KEY ("userId","attemptId","id")
);

-- AddForeignKey
ALTER TABLE "ExamPageAsked" ADD CONSTRAINT "ExamPageAsked_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "ExamAttempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
