-- Notices: messages in the app that also go by mail, each once. What is there already goes by no mail.
ALTER TABLE "Notification" ADD COLUMN "key" TEXT, ADD COLUMN "mail" TEXT;
CREATE UNIQUE INDEX "Notification_userId_key_key" ON "Notification"("userId", "key");
-- Few rows wait at any time, and the job looks for them every few minutes.
CREATE INDEX "Notification_mail_waiting" ON "Notification"("at") WHERE "mail" = 'waiting';
ALTER TABLE "User" ADD COLUMN "noticesByMail" TEXT[] DEFAULT ARRAY['assignments', 'exams', 'results', 'cohorts']::TEXT[];
