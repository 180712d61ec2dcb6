-- CreateTable
CREATE TABLE "ActStep" (
    "userId" UUID NOT NULL,
    "actId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "ActStep_pkey" PRIMARY KEY ("userId","actId")
);

-- CreateIndex
CREATE INDEX "ActStep_actId_idx" ON "ActStep"("actId");

-- CreateIndex
CREATE INDEX "ActStep_at_idx" ON "ActStep"("at");
