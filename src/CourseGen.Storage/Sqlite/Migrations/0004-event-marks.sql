-- Which writing an event is of, so that one whose commit was never confirmed is not done twice.

ALTER TABLE run_events ADD COLUMN mark TEXT NULL;
