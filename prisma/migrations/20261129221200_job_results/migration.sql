-- What became of a job, for all processes together: what one of them did, the others tell.
ALTER TABLE "JobTurn" ADD COLUMN "succeededAt" TIMESTAMPTZ(3),
  ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0;

-- A turn that ended counts as a success, as nothing else was kept until now.
UPDATE "JobTurn" SET "succeededAt" = "takenAt" WHERE NOT "running";
