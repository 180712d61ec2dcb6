-- How the answers to a corrected question of an exam count, by decision of an instructor.
CREATE TABLE "ExamRegrade" (
  "id" UUID NOT NULL,
  "examId" UUID NOT NULL,
  "questionId" TEXT NOT NULL,
  "choice" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ExamRegrade_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ExamRegrade_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ExamRegrade_examId_idx" ON "ExamRegrade"("examId");

CREATE TABLE "ExamRegraded" (
  "userId" UUID NOT NULL,
  "attemptId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "choice" TEXT NOT NULL,
  "graded" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ExamRegraded_pkey" PRIMARY KEY ("userId", "attemptId", "position"),
  CONSTRAINT "ExamRegraded_userId_attemptId_fkey" FOREIGN KEY ("userId", "attemptId") REFERENCES "ExamAttempt"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
