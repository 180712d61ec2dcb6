-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'move';
