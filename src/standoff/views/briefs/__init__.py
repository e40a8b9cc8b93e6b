"""Write briefings: plain sentences, each with citations to the words it rests on; none without one."""
