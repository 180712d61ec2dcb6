-- What belongs to the installation and is in no backup: which key signs its cookies, and which backups
-- were made and tried (decision 032).
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "secretHash" TEXT,
    "restoredAt" TIMESTAMPTZ(3),
    "restoredFrom" TEXT,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BackupRun" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 1,
    "failure" TEXT,
    "file" TEXT,
    "sha256" TEXT,
    "bytes" BIGINT,
    "rows" BIGINT,
    "tookMs" INTEGER,
    "triedAt" TIMESTAMPTZ(3),
    "trialFailure" TEXT,
    "trialMs" INTEGER,

    CONSTRAINT "BackupRun_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "BackupRun_startedAt_idx" ON "BackupRun"("startedAt");
