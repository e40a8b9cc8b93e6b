"""Mark names, times, quantities and quotations in a document (step 2)."""
