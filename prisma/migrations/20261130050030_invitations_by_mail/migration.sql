-- Invitations that the server sends by mail, and the answer of somebody who has an account.
ALTER TABLE "Invitation" ADD COLUMN "mail" TEXT,
  ADD COLUMN "mailedAt" TIMESTAMPTZ(3),
  ADD COLUMN "mailFault" TEXT,
  ADD COLUMN "declinedAt" TIMESTAMPTZ(3);
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");
