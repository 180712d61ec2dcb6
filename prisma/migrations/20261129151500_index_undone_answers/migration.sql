-- Whether an answer was undone is asked wherever answers are counted. Undos are few, so this index is
-- small and the write of a grade does not touch it. Prisma's schema has no partial indexes, and its
-- engine passes over them.
CREATE INDEX "ReviewEvent_userId_undoes_idx" ON "ReviewEvent" ("userId", "undoes") WHERE "kind" = 'undo';
