-- CreateTable
CREATE TABLE "DraftImage" (
    "draftId" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftImage_pkey" PRIMARY KEY ("draftId","file")
);
