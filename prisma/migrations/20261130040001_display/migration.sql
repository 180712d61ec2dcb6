-- How pages look to a person, and which first-run hints they have put away.
ALTER TABLE "User" ADD COLUMN "display" JSONB NOT NULL DEFAULT '{}';
