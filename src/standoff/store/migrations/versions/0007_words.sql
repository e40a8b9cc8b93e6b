-- Where the words begin and end on which a time of saying or happening rests.

ALTER TABLE statements ADD COLUMN said_start INTEGER;

ALTER TABLE statements ADD COLUMN said_stop INTEGER;

ALTER TABLE events ADD COLUMN happened_start INTEGER;

ALTER TABLE events ADD COLUMN happened_stop INTEGER;
