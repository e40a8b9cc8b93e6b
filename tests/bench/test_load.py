"""What wrk reports is counted: answers, errors of both kinds, and how long readers waited."""

from bench.load import Tally, read_wrk

TOLD = """Running 1m test @ http://127.0.0.1:8417
  2 threads and 50 connections
  Latency Distribution
     50%  512.30ms
     75%    1.02s
     90%    1.61s
     99%    2.50s
  3000 requests in 1.00m, 120.00MB read
  Socket errors: connect 1, read 0, write 0, timeout 2
  Non-2xx or 3xx responses: 7
Requests/sec:     50.00
"""


def test_answers_errors_and_waiting_are_read():
    tally = Tally()
    assert read_wrk(TOLD, tally) == {"together_median_ms": 512.3, "together_p99_ms": 2500.0}
    assert (tally.answers, tally.errors) == (2993, 10)


def test_a_report_without_errors_has_none():
    tally = Tally()
    read_wrk("  12 requests in 1.00s, 1.00KB read", tally)
    assert (tally.answers, tally.errors) == (12, 0)
