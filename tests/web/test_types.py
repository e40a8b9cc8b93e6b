"""Check that the types the pages are written against are the shapes of the record's JSON, field by field."""

import inspect
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from standoff.views.screens import shapes, shapes_incident, shapes_record

TYPES = (Path(__file__).parents[2] / "web" / "src" / "data" / "types.ts").read_text("utf-8")
PUBLISHED_ONLY = {"RecordPage": {"selection", "left_out", "screens"}}  # what a published record says of itself


def interfaces():
    found = re.findall(r"export interface (\w+) \{(.*?)\n\}", TYPES, re.DOTALL)
    return {name: set(re.findall(r"readonly (\w+)\??:", body)) for name, body in found}


SHAPES = {
    name: shape
    for module in (shapes, shapes_incident, shapes_record)
    for name, shape in inspect.getmembers(module, is_dataclass)
    if shape.__module__ == module.__name__
}


@pytest.mark.parametrize("name", sorted(set(SHAPES) & set(interfaces())))
def test_fields_are_the_same(name):
    known = interfaces()[name] - PUBLISHED_ONLY.get(name, set())
    assert known == {field.name for field in fields(SHAPES[name])}
