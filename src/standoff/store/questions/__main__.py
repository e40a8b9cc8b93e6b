"""Write the file of compiled questions: `python -m standoff.store.questions`."""

from standoff.store.asking import FILE
from standoff.store.questions import written

FILE.write_text(written(), encoding="utf-8")
