/**
 * Tables that no backup contains, each with the reason. Every other table is in it, also one of a later
 * release. All of them are empty after a restore, except that the installation keeps its own row and that the
 * published versions write the revisions of their questions.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  _prisma_migrations: 'The file names its migrations, and a restore makes the tables with them.',
  Session: 'Sign-in sessions that were ended since would come back to life.',
  PasswordLink: 'A link that was used since would work once more.',
  SignInThrottle: 'Failed sign-ins count for a quarter of an hour.',
  Installation: 'It belongs to the installation: which key signs its cookies.',
  QuestionRevision: 'The published versions write it.',
  BackupRun: 'It is about the files of the installation.',
}
