"""The archive of map tiles is a PMTiles file, version 3, as its format is written down."""

import gzip
import json
import struct

import pytest

from standoff.exporting.built import FILES


@pytest.fixture(scope="module")
def archive():
    found = list(FILES.glob("assets/world-*.pmtiles"))
    if not found:
        pytest.skip("the web pages are not built: `make web` builds them")
    return found[0].read_bytes()


def numbers(packed):
    """Read whole numbers kept in groups of seven bits."""
    value = shift = 0
    for byte in gzip.decompress(packed):
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def part(archive, place):
    offset, length = struct.unpack_from("<QQ", archive, 8 + 16 * place)
    return archive[offset : offset + length]


def test_the_header_says_vector_tiles_of_the_whole_world(archive):
    assert archive[:8] == b"PMTiles\x03"
    assert tuple(archive[96:102]) == (1, 2, 2, 1, 0, 6)  # in order, gzip twice, vector tiles, zoom 0 to 6
    west, south, east, north = struct.unpack_from("<4i", archive, 102)
    assert (west, east) == (-1_800_000_000, 1_800_000_000)
    assert -south == north > 850_000_000


def test_the_metadata_names_the_layers(archive):
    told = json.loads(gzip.decompress(part(archive, 1)))
    assert [layer["id"] for layer in told["vector_layers"]] == ["land", "boundaries"]
    assert told["attribution"] == "Natural Earth"


def test_header_and_first_directory_come_in_one_request(archive):
    count, *_ = numbers(part(archive, 0))
    assert 127 + len(part(archive, 0)) <= 16_384
    assert count > 0


def test_every_entry_lies_within_the_tiles_and_equal_tiles_lie_there_once(archive):
    count, *rest = numbers(part(archive, 0))
    runs, lengths, offsets = rest[count : 2 * count], rest[2 * count : 3 * count], rest[3 * count :]
    within = part(archive, 2) or part(archive, 3)  # the first directory leads to others, or to the tiles themselves
    assert set(runs) == {0} if part(archive, 2) else 0 not in runs
    end = 0
    for offset, length in zip(offsets, lengths, strict=True):
        end = (offset - 1 if offset else end) + length
        assert end <= len(within)
    addressed, entries, contents = struct.unpack_from("<3Q", archive, 72)
    assert addressed >= entries >= contents > 1_000
