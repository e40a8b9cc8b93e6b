import pytest

from tests.factories import kashmir, keep


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "story.db"
    keep(kashmir(), path).close()
    return str(path)
