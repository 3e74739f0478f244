"""How the benchmark reads schema.org's examples; the examples themselves are fetched by it and not kept here."""

from benchmarks import schema_examples
from pipeline.run import validation
from pipeline.validate.engine import Settings

SAMPLE = """TYPES: #eg-0001 Person
PRE-MARKUP:
<p>Ada</p>
JSON:
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Person", "name": "Ada"}
</script>
 TYPES: #eg-0002 Person
MICRODATA:
<p itemscope itemtype="https://schema.org/Person"></p>
JSON:
{"@context": "https://schema.org", "@type": "Persn", "name": "Ada"}
"""


def test_every_example_is_read_with_its_name():
    found = dict(schema_examples.examples(SAMPLE))
    assert list(found) == ["eg-0001", "eg-0002"]
    assert all("@context" in each for each in found.values())


def test_only_errors_make_an_example_fail():
    validate = validation.load(Settings(now=schema_examples.NOW), ())
    found = {name: schema_examples.errors(validate, text) for name, text in schema_examples.examples(SAMPLE)}
    assert [len(each) for each in found.values()] == [0, 1]


def test_every_explained_example_stands_in_one_group():
    groups = schema_examples.tomllib.loads(schema_examples.GOLDEN.read_text(encoding="utf-8"))["failing"]
    names = [name for group in groups for name in group["examples"]]
    assert len(names) == len(set(names)) == len(schema_examples.explained())
    assert all(group["why"].endswith(".") for group in groups)
