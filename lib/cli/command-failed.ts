import { AppError } from '../kernel/app-error'

/** Ends a command with exit code 1 and this message, without a stack trace. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
}

/** Errors whose message is written for people and complete without a stack trace. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof CommandFailed ||
  error instanceof AppError ||
  (error instanceof Error && REFUSALS.includes(error.name))

const REFUSALS = ['MigrationError', 'UnfitDatabase', 'OtherSecret', 'BackupRefused']
