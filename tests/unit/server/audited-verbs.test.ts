import { expect, test } from 'vitest'
import { mutatingVerbs } from '@/tests/support/mutating-verbs'

/** Verbs that change rows and record nothing, each with its reason. Everything else must be recorded. */
const UNRECORDED: Readonly<Record<string, string>> = {
  // The review log is the record of what people learn: who, what and when stand in it.
  'lib/server/study/record-reviews.ts recordReviews': 'the review log',
  'lib/server/study/record-reviews.ts recordReviewsOfSession': 'the review log',
  'lib/server/study/act-on-card.ts actOnCards': 'the review log',
  'lib/server/study/act-on-card.ts sendActs': 'the review log',
  'lib/server/study/bulk.ts actInBulk': 'the review log',
  'lib/server/study/bulk.ts undoBulk': 'the review log',
  'lib/server/study/apply-placement.ts applyPlacement': 'the review log',
  'lib/server/study/take-lesson-back.ts takeLessonBack': 'the review log',
  'lib/server/exam/count-as-reviews.ts countAsReviews': 'the review log',
  // The table itself keeps who and when.
  'lib/server/exam/save-exam-answers.ts saveExamAnswers':
    'ExamAnswer keeps each answer with its time',
  'lib/server/course/complete-lesson.ts completeLesson': 'LessonProgress keeps the time',
  'lib/server/course/complete-lesson.ts openLesson': 'LessonProgress keeps the time',
  'lib/server/study/catch-up.ts startCatchUp': 'the order of one’s own reviews',
  'lib/server/study/more-today.ts studyMoreToday': 'the order of one’s own reviews',
  'lib/server/study/catch-up.ts stopCatchUp': 'the order of one’s own reviews',
  // Nobody decides anything: a date of last use, a count, something read or sent.
  'lib/server/people/sessions.ts checkSession': 'when somebody was last seen',
  'lib/server/session-scope.ts sessionScope': 'when somebody was last seen',
  'lib/server/people/sessions.ts renewSession':
    'another id of the same session; what the password was asked for is recorded',
  'lib/server/settings/own-hints.ts putHintAway': 'a hint that was read',
  'lib/server/settings/own-hints.ts callHintsBack': 'hints that are shown again',
  'lib/server/reminder/notifications.ts readNotifications': 'marks one’s own messages as read',
  'lib/server/study/load-own-flags.ts noteRepliesSeen': 'marks replies to oneself as seen',
  'lib/server/reminder/send-digests.ts sendDigests': 'a reminder that was sent',
  'lib/server/reminder/send-once.ts sendOnce': 'a reminder that was sent',
  'lib/server/reminder/mail-once.ts mailOnce': 'a mail that was sent',
  'lib/server/reminder/send-notices.ts sendNotices': 'a notice that was sent',
  'lib/server/reminder/send-invitations.ts sendInvitations':
    'Invitation keeps what became of its mail; that it was made is recorded',
  'lib/server/exam/announce-exams.ts announceExams':
    'a notice about an exam whose making is recorded',
  'lib/server/operate/store-forecasts.ts storeForecasts': 'figures that a job computes',
  // The tables of backups keep each with its time, its result and what went wrong.
  'lib/server/backup/backup-by-command.ts backupByCommand': 'BackupRun keeps each backup',
  'lib/server/backup/scheduled-backup.ts scheduledBackup': 'BackupRun keeps each backup',
  'lib/server/backup/scheduled-backup.ts scheduledTrial': 'BackupRun keeps each trial',
  'lib/server/backup/trial.ts noteTrialRestore': 'BackupRun keeps each trial',
  'lib/server/operate/backup-jobs.ts backUp': 'BackupRun keeps each backup',
  'lib/server/operate/backup-jobs.ts tryBackup': 'BackupRun keeps each trial',
  'lib/server/backup/restore-backup.ts restoreBackup':
    'replaces the audit itself; checkRestored records it there',
  'lib/server/exam/during-exam.ts noteAsked':
    'ExamPageAsked keeps what was asked for, with its time',
  'lib/server/people/second-factor.ts beginRequiredSecondFactor':
    'a key that does nothing before it is confirmed',
  'lib/server/operate/secret.ts keepSecret': 'the first start keeps the print of its key',
  // Parts of verbs that record, or of a start.
  'lib/server/people/make-password-link.ts storeLink': 'the verbs that call it record the link',
  'lib/server/learner-models.ts changeModel': 'the verbs that call it record the change',
  'lib/server/operate/bring-projection-up.ts bringProjectionUp': 'checkLog records a repair',
  'lib/server/people/open-setup.ts openSetup': 'the link that a start prints; its use is recorded',
  'lib/server/demo/run-demo.ts prepareDemo': 'invented people',
}

test('every verb that changes rows records it in the audit, or is listed here with a reason', () => {
  const verbs = mutatingVerbs()
  const silent = [...verbs].filter(([, { audits }]) => !audits).map(([name]) => name)
  expect(silent.toSorted()).toEqual(Object.keys(UNRECORDED).toSorted())
  // Seen at all: the scan finds the verbs that certainly write.
  for (const known of [
    'lib/server/people/delete-account.ts deleteAccount',
    'lib/server/cohort/instructor-notes.ts writeNote',
    'lib/server/exam/decide-appeal.ts decideAppeal',
    'lib/server/course/publish-course.ts publishCourse',
  ]) {
    expect(verbs.get(known)).toEqual({ audits: true })
  }
})
