"""Shape what each screen of the web application shows: the same JSON for the server, the folder and the single file."""
