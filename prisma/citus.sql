-- Spreads an installation over several machines with the Citus extension. Read docs/scale.md first: it says
-- which statements Steppe must send differently before this can be used.
--
--   psql -v ON_ERROR_STOP=1 -1 -f prisma/citus.sql "$DATABASE_URL"
--
-- Run it on the coordinator, on a database that the migrations of Steppe have set up.

SET citus.shard_count = 32;

-- Small, or asked by something other than the person: a copy on each machine. Parents come first.
SELECT create_reference_table(format('%I', name)::regclass)
FROM unnest(ARRAY[
  'User', 'Cohort', 'Membership', 'Session', 'Invitation', 'PasswordLink', 'PublishedCourse',
  'Assignment', 'AssignmentExtension', 'RiskSnooze', 'InstructorNote', 'Exam',
  -- The code of a certificate is unique among all people, which a distributed table cannot promise.
  'ExamAttempt', 'ExamAppeal',
  'ProjectionState', 'AuditEvent', 'SignInThrottle', 'SentMessage'
]) WITH ORDINALITY AS t(name, place)
ORDER BY place;

-- Of one person: rows of the same person are on the same machine in all of these tables.
SELECT create_distributed_table('"Card"', 'userId');
SELECT create_distributed_table(format('%I', name)::regclass, 'userId', colocate_with => '"Card"')
FROM unnest(ARRAY[
  'CardsVersion', 'ReviewEvent', 'StudyDay', 'MemoryModel', 'Training', 'LessonProgress', 'Flag',
  'ForecastSnapshot', 'ForecastScore', 'ExamAnswer', 'Notification'
]) AS name;
