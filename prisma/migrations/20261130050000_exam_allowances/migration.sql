-- More time and more attempts for one analyst, at one exam or at every exam of a cohort.
CREATE TABLE "ExamAllowance" (
  "userId" UUID NOT NULL,
  "examId" UUID NOT NULL,
  "extraMinutes" INTEGER NOT NULL DEFAULT 0,
  "extraPercent" INTEGER NOT NULL DEFAULT 0,
  "extraAttempts" INTEGER NOT NULL DEFAULT 0,
  "attemptsAt" TIMESTAMPTZ(3),
  "reason" TEXT NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ExamAllowance_pkey" PRIMARY KEY ("userId", "examId"),
  CONSTRAINT "ExamAllowance_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ExamAllowance_examId_idx" ON "ExamAllowance"("examId");

CREATE TABLE "ExamAccommodation" (
  "userId" UUID NOT NULL,
  "cohortId" UUID NOT NULL,
  "extraMinutes" INTEGER NOT NULL DEFAULT 0,
  "extraPercent" INTEGER NOT NULL DEFAULT 0,
  "reason" TEXT NOT NULL,
  "byId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ExamAccommodation_pkey" PRIMARY KEY ("userId", "cohortId"),
  CONSTRAINT "ExamAccommodation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ExamAccommodation_cohortId_idx" ON "ExamAccommodation"("cohortId");
