-- What was assigned and learned before there was a choice was everything. New assignments begin with the core.
CREATE TYPE "Reach" AS ENUM ('core', 'full', 'all');
ALTER TABLE "User" ADD COLUMN "reach" "Reach" NOT NULL DEFAULT 'all';
ALTER TABLE "Assignment" ADD COLUMN "reach" "Reach" NOT NULL DEFAULT 'all';
ALTER TABLE "Assignment" ALTER COLUMN "reach" SET DEFAULT 'core';
