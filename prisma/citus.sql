-- Spreads an installation over several machines with the Citus extension. Read docs/scale.md first: it says
-- which statements Steppe must send differently before this can be used. It was not tried.
--
--   psql -v ON_ERROR_STOP=1 -1 -f prisma/citus.sql "$DATABASE_URL"
--
-- Run it on the coordinator, while Steppe is stopped, on a database that the migrations of Steppe have set up
-- and to which the other machines were added (citus_add_node). The rows that are there are copied; what is left
-- of them on the coordinator goes with truncate_local_data_after_distributing_table.

-- Triggers: PublishedCourse (keep_question_revisions), AuditEvent and ReviewEvent have some. By its source, Citus
-- refuses triggers on reference tables and on distributed tables unless citus.enable_unsafe_triggers is set, and
-- allows them on tables that stay on the coordinator. Either set it, or leave PublishedCourse and QuestionRevision
-- on the coordinator and do without the other triggers, which refuse changes of the log and of the audit. Whether
-- the triggers then do what they should was not tried.

SET LOCAL citus.shard_count = 32;

-- One connection to each machine. Citus refuses to mix reference tables, references to them and tables that
-- are made over several connections in one transaction.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- A reference from the key that distributes must not be ON UPDATE CASCADE, as Prisma makes it. It comes back at
-- the end without that.
ALTER TABLE "CardsVersion" DROP CONSTRAINT "CardsVersion_userId_fkey";

-- Small, or asked by something other than the person: a copy on each machine. Parents come first.
SELECT create_reference_table('"User"');
SELECT create_reference_table('"Cohort"');
SELECT create_reference_table('"Membership"');
SELECT create_reference_table('"Session"');
SELECT create_reference_table('"Invitation"');
SELECT create_reference_table('"PasswordLink"');
SELECT create_reference_table('"SecondFactor"');
SELECT create_reference_table('"RecoveryCode"');
SELECT create_reference_table('"ProviderIdentity"');
SELECT create_reference_table('"SecondFactorRule"');
SELECT create_reference_table('"PublishedCourse"');
-- Joined with the answers of everybody by question, not by person.
SELECT create_reference_table('"QuestionRevision"');
SELECT create_reference_table('"CourseImage"');
SELECT create_reference_table('"CourseDraft"');
SELECT create_reference_table('"OwnDocument"');
SELECT create_reference_table('"DraftImage"');
SELECT create_reference_table('"Assignment"');
SELECT create_reference_table('"AssignmentExtension"');
SELECT create_reference_table('"ActStep"');
SELECT create_reference_table('"RiskSnooze"');
SELECT create_reference_table('"InstructorNote"');
SELECT create_reference_table('"Exam"');
-- Few rows, which instructors read by exam or cohort.
SELECT create_reference_table('"ExamAllowance"');
SELECT create_reference_table('"ExamAccommodation"');
SELECT create_reference_table('"ExamRegrade"');
-- The code of a certificate is unique among all people, which a distributed table cannot promise.
SELECT create_reference_table('"ExamAttempt"');
SELECT create_reference_table('"ExamAppeal"');
-- Refer to an attempt, whose person can change (a deleted account), so they stay beside it.
SELECT create_reference_table('"ExamRegraded"');
SELECT create_reference_table('"ExamPageAsked"');
SELECT create_reference_table('"ProjectionState"');
SELECT create_reference_table('"JobTurn"');
SELECT create_reference_table('"AuditEvent"');
SELECT create_reference_table('"SignInThrottle"');
SELECT create_reference_table('"SentMessage"');
SELECT create_reference_table('"Installation"');
SELECT create_reference_table('"BackupRun"');

-- Of one person: rows of the same person are on the same machine in all of these tables. The partitions of Card,
-- ReviewEvent and StudyDay go with them.
SELECT create_distributed_table('"Card"', 'userId');
SELECT create_distributed_table('"CardsVersion"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"ReviewEvent"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"StudyDay"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"MemoryModel"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"Training"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"LessonProgress"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"Flag"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"ForecastSnapshot"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"ForecastScore"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"ExamAnswer"', 'userId', colocate_with => '"Card"');
SELECT create_distributed_table('"Notification"', 'userId', colocate_with => '"Card"');

-- An answer that arrives after its account was erased is refused by this.
ALTER TABLE "CardsVersion" ADD CONSTRAINT "CardsVersion_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE;
