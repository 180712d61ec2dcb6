/** Every way in which a verb can refuse. People see the message, never the code. */
export type AppErrorCode =
  | 'not_allowed'
  | 'not_found'
  | 'exam_running'
  | 'invalid_input'
  | 'email_taken'
  | 'wrong_credentials'
  | 'too_many_attempts'
  | 'invitation_invalid'
  | 'setup_done'
  | 'link_invalid'
  | 'last_admin'
  | 'course_not_published'
  | 'course_invalid'

/** `message` says what happened, what was kept, and what to do next; it is fit to show to a person. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'AppError'
  }
}
