"""Weigh by words alone whether words marked in two reports of a set tell of one happening, as ECB+ asks."""
