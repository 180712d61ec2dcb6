-- AlterTable
ALTER TABLE "ExamAttempt" ADD COLUMN     "holderName" TEXT,
ADD COLUMN     "holderZone" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- Accounts that were deleted by hand may have left their counter behind.
DELETE FROM "CardsVersion" v WHERE NOT EXISTS (SELECT 1 FROM "User" u WHERE u."id" = v."userId");

-- AddForeignKey
ALTER TABLE "CardsVersion" ADD CONSTRAINT "CardsVersion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
