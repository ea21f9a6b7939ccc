"""The schema of the database and its history; `runner.upgrade` brings a database to the newest revision."""
