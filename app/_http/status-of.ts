import type { AppErrorCode } from '@/lib/kernel/app-error'

/**
 * The HTTP status for each code with which a verb can refuse. 409: the request is valid, but not in
 * the present state.
 */
export function statusOf(code: AppErrorCode): 400 | 403 | 404 | 409 {
  switch (code) {
    case 'invalid_input':
      return 400
    case 'not_allowed':
      return 403
    case 'not_found':
      return 404
    case 'exam_running':
    case 'email_taken':
    case 'wrong_credentials':
    case 'too_many_attempts':
    case 'invitation_invalid':
    case 'setup_done':
    case 'link_invalid':
    case 'last_admin':
    case 'course_not_published':
    case 'course_invalid':
      return 409
  }
}
