"""Resolve names and nouns to places on the map, through a gazetteer."""
