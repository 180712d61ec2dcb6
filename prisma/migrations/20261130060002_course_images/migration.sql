-- CreateTable
CREATE TABLE "CourseImage" (
    "file" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CourseImage_pkey" PRIMARY KEY ("file")
);
