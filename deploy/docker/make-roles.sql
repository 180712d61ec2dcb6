-- The two roles of Steppe, as `steppe database roles` makes them on a Postgres that is there already.
\set ON_ERROR_STOP on
\getenv owner_password STEPPE_OWNER_PASSWORD
\getenv application_password STEPPE_APPLICATION_PASSWORD
CREATE ROLE steppe_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE steppe_app LOGIN PASSWORD :'application_password';
REVOKE ALL ON DATABASE steppe FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE steppe TO steppe_owner;
GRANT CONNECT ON DATABASE steppe TO steppe_app;
GRANT USAGE, CREATE ON SCHEMA public TO steppe_owner;
GRANT USAGE ON SCHEMA public TO steppe_app;
