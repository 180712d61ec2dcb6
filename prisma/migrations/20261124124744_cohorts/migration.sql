-- AlterTable
ALTER TABLE "Card" ADD COLUMN     "firstMs" INTEGER,
ADD COLUMN     "firstPassed" BOOLEAN,
ADD COLUMN     "passed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "predictedSum" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "tested" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "varianceSum" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Flag" ADD COLUMN     "mendedBy" INTEGER,
ADD COLUMN     "repliedAt" TIMESTAMPTZ(3),
ADD COLUMN     "repliedById" UUID,
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3),
ADD COLUMN     "solvedById" UUID;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "email" TEXT,
ADD COLUMN     "name" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "calendarHash" TEXT,
ADD COLUMN     "dailyDigest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weeklySummary" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "CardsVersion" (
    "userId" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "CardsVersion_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "dueDay" INTEGER,
    "dueAfterDays" INTEGER,
    "targetReadiness" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentExtension" (
    "assignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "dueDay" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssignmentExtension_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "RiskSnooze" (
    "cohortId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "untilDay" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskSnooze_pkey" PRIMARY KEY ("cohortId","userId")
);

-- CreateTable
CREATE TABLE "InstructorNote" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstructorNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForecastSnapshot" (
    "userId" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "courseVersion" INTEGER NOT NULL,
    "idle" BYTEA NOT NULL,
    "planned" BYTEA NOT NULL,

    CONSTRAINT "ForecastSnapshot_pkey" PRIMARY KEY ("userId","day","horizonDays")
);

-- CreateTable
CREATE TABLE "ForecastScore" (
    "userId" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "branch" TEXT NOT NULL,
    "bin" INTEGER NOT NULL,
    "tested" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL,
    "forecastSum" DOUBLE PRECISION NOT NULL,
    "squaredSum" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ForecastScore_pkey" PRIMARY KEY ("userId","day","horizonDays","branch","bin")
);

-- CreateTable
CREATE TABLE "Exam" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "blueprint" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "passMark" DOUBLE PRECISION NOT NULL,
    "maxAttempts" INTEGER NOT NULL DEFAULT 2,
    "retakeAfterDays" INTEGER NOT NULL DEFAULT 7,
    "movesSchedule" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "Exam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamAttempt" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "examId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "questions" JSONB NOT NULL,
    "result" JSONB,
    "score" DOUBLE PRECISION,
    "passed" BOOLEAN,
    "code" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExamAttempt_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ExamAnswer" (
    "userId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExamAnswer_pkey" PRIMARY KEY ("userId","attemptId","position")
);

-- CreateTable
CREATE TABLE "Notification" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "SentMessage" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SentMessage_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Assignment_cohortId_idx" ON "Assignment"("cohortId");

-- CreateIndex
CREATE INDEX "InstructorNote_cohortId_userId_idx" ON "InstructorNote"("cohortId", "userId");

-- CreateIndex
CREATE INDEX "Exam_cohortId_idx" ON "Exam"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_code_key" ON "ExamAttempt"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_examId_userId_number_key" ON "ExamAttempt"("examId", "userId", "number");

-- CreateIndex
CREATE INDEX "Notification_userId_at_idx" ON "Notification"("userId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "User_calendarHash_key" ON "User"("calendarHash");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentExtension" ADD CONSTRAINT "AssignmentExtension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exam" ADD CONSTRAINT "Exam_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAttempt" ADD CONSTRAINT "ExamAttempt_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
