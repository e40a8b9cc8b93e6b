-- What statements mean, as vectors, so that search finds what is said in other words.

CREATE TABLE IF NOT EXISTS meanings (
	document TEXT NOT NULL, 
	run TEXT NOT NULL, 
	statements BLOB NOT NULL, 
	vectors BLOB NOT NULL, 
	CONSTRAINT pk_meanings PRIMARY KEY (document), 
	CONSTRAINT fk_meanings_document FOREIGN KEY(document) REFERENCES documents (id)
);
