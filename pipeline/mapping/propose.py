"""Article and annotations -> what the article says of whom it speaks, for the authority to settle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from pipeline.mapping.credits import credit_type, credited
from pipeline.mapping.gazetteer import Gazetteer, KnownPlace, NoGazetteer
from pipeline.mapping.ids import fold, slug
from pipeline.mapping.kinds import KIND_OF, schema_types
from pipeline.mapping.names import same_name
from pipeline.mapping.national_names import national_names
from pipeline.mapping.place_links import known_places
from pipeline.mapping.story import NAMING
from pipeline.mapping.subject import KINDS, TYPES, located
from pipeline.model.annotations import Annotations, Entity, Event, PersonFact, PersonProperty
from pipeline.model.article import Article, canonical_text
from pipeline.model.identity import IdentityKind, Proposal
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit

NOWHERE = NoGazetteer()
USUAL = 3
"""How many times more often than by its fullest name an organization must be called something for that to be its usual name."""


def propose(
    article: Article, annotations: Annotations, newsroom: Newsroom | None = None, *, gazetteer: Gazetteer = NOWHERE
) -> tuple[Proposal, ...]:
    """A proposal for everything whose identity outlives the article: persons, organizations, places, events, credited people.

    ``newsroom`` lets the configured publisher keep its own id. In the order of the annotations; the authority's answer
    does not depend on order.
    """
    places = known_places(article, annotations, gazetteer)
    nations = national_names(article, annotations, gazetteer)
    found = proposals(article, annotations, newsroom, places)
    return tuple(_with_nation(each, *nations[each.local]) if each.local in nations else each for each in found)


def _with_nation(proposal: Proposal, country: str, name: str) -> Proposal:
    return msgspec.structs.replace(
        proposal,
        places=tuple(dict.fromkeys((*proposal.places, country))),
        alternate_names=tuple(dict.fromkeys((*proposal.alternate_names, name))),
    )


def proposals(
    article: Article, annotations: Annotations, newsroom: Newsroom | None, places: dict[str, KnownPlace]
) -> tuple[Proposal, ...]:
    """The proposals, where the known places have been looked up already."""
    names = {each.id: each.name for each in annotations.entities}
    types = schema_types(annotations, places)
    found = [
        *(
            _entity(article, annotations, each, names, types, places)
            for each in annotations.entities
            if each.type in KIND_OF
        ),
        *(_event(article, each, names) for each in annotations.events),
        *(_nation(article, local, known) for local, known in places.items() if local not in names),
        *_credits(article, newsroom),
        *_subjects(article, annotations),
    ]
    births = _births(article, annotations)
    aged = [
        msgspec.structs.replace(each, born=births[each.local])
        if each.kind == "person" and each.local in births
        else each
        for each in found
    ]
    return tuple({each.local: each for each in reversed(aged) if each.key}.values())[::-1]


def _entity(
    article: Article,
    annotations: Annotations,
    entity: Entity,
    names: dict[str, str],
    types: dict[str, str],
    places: dict[str, KnownPlace],
) -> Proposal:
    kind = KIND_OF[entity.type]
    known = places.get(entity.id)
    identifiers = (*entity.identifiers, *((known.identifier,) if known else ()))
    return Proposal(
        article=article.url,
        local=entity.id,
        kind=kind,
        type=types[entity.id],
        key=_place_key(entity, known, names) if kind == "place" else slug(entity.name),
        name=entity.name,
        alternate_names=entity.alternate_names,
        usual_name=_usual_name(annotations, entity) if kind == "organization" else None,
        identifiers=tuple(dict.fromkeys(identifiers)),
        titles=_titles(annotations, entity),
        organizations=_organizations(annotations, entity, names),
        places=_places(annotations, entity, names),
        participants=_company(annotations, entity),
        nations=_nations(annotations, entity, names, places),
        start=_life(annotations, entity, "birthDate"),
        end=_life(annotations, entity, "deathDate"),
        published=article.date_published,
    )


def _place_key(entity: Entity, known: KnownPlace | None, names: dict[str, str]) -> str:
    """A city by its country ("porto-pt"), what lies in it by the city; a country, and what nobody knows, by its name alone."""
    if known is not None and known.schema_type == "Country":
        return slug(known.name)
    if known is not None:
        return slug(f"{known.name} {known.country}")
    return slug(f"{entity.name} {names.get(entity.contained_in or '', '')}")


def _usual_name(annotations: Annotations, entity: Entity) -> str | None:
    """The name that the article uses at least three times as often as the fullest one ("Boeing" for "Boeing Commercial
    Airplanes")."""
    counts = Counter(each.text for each in annotations.mentions if each.entity == entity.id and each.form in NAMING)
    full = sum(count for text, count in counts.items() if same_name(text, entity.name))
    text, count = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return text if count >= USUAL * max(full, 1) and not same_name(text, entity.name) else None


def _titles(annotations: Annotations, entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.title for each in annotations.roles if each.person == entity.id and each.title))


def _organizations(annotations: Annotations, entity: Entity, names: dict[str, str]) -> tuple[str, ...]:
    ids = [each.organization for each in annotations.roles if each.person == entity.id and each.organization]
    return tuple(dict.fromkeys(names[each] for each in ids if each in names))


def _places(annotations: Annotations, entity: Entity, names: dict[str, str]) -> tuple[str, ...]:
    homes = [each.entity or "" for each in _facts(annotations, entity, "homeLocation", "birthPlace")]
    around = [entity.country, names.get(entity.contained_in or "")]
    return tuple(dict.fromkeys([*(names[each] for each in homes if each in names), *(each for each in around if each)]))


def _nations(
    annotations: Annotations, entity: Entity, names: dict[str, str], places: dict[str, KnownPlace]
) -> tuple[str, ...]:
    """Nationalities, each as the country's name where it is known, so that "Japanese" is Japan."""
    found = []
    for each in _facts(annotations, entity, "nationality"):
        known = places.get(each.entity or f"nation/{fold(each.value)}")
        found.append(known.name if known else names.get(each.entity or "", each.value))
    return tuple(dict.fromkeys(found))


def _life(annotations: Annotations, entity: Entity, name: PersonProperty) -> Moment | None:
    for each in _facts(annotations, entity, name):
        try:
            return Moment(each.value)
        except ValueError:
            continue
    return None


_AGE = re.compile(r",? \(?(?:aged )?(\d{1,2})\)?(?=[,.;)])")


def _births(article: Article, annotations: Annotations) -> dict[str, int]:
    """About the year of birth of each person whose age stands behind a name: "Ida Moe, 34, said"."""
    if article.date_published is None:
        return {}
    year, text, found = article.date_published.day.year, canonical_text(article), dict[str, int]()
    for each in annotations.mentions:
        match = _AGE.match(text, each.span.end) if each.form in NAMING else None
        if match:
            found.setdefault(each.entity, year - int(match[1]))
    return found


def _facts(annotations: Annotations, entity: Entity, *properties: PersonProperty) -> list[PersonFact]:
    return [each for each in annotations.facts if each.person == entity.id and each.property in properties]


def _company(annotations: Annotations, entity: Entity) -> tuple[str, ...]:
    """Who else is in the story: persons for a person, which tells namesakes apart."""
    if entity.type != "person":
        return ()
    return tuple(sorted({each.name for each in annotations.entities if each.type == "person" and each.id != entity.id}))


def _event(article: Article, event: Event, names: dict[str, str]) -> Proposal:
    return Proposal(
        article=article.url,
        local=event.id,
        kind="event",
        type=event.type,
        key=slug(f"{event.name} {(event.start or '')[:10]}"),
        name=event.name,
        places=tuple(names[each] for each in event.places if each in names),
        participants=tuple(names[each.entity] for each in event.participants if each.entity in names),
        start=event.start,
        end=event.end,
        previous_start=event.previous_start,
        published=article.date_published,
    )


def _nation(article: Article, local: str, known: KnownPlace) -> Proposal:
    return Proposal(
        article=article.url,
        local=local,
        kind="place",
        type=known.schema_type,
        key=slug(known.name),
        name=known.name,
        identifiers=(known.identifier,),
        published=article.date_published,
    )


def _subjects(article: Article, annotations: Annotations) -> Iterator[Proposal]:
    """What the source states and the text does not name; the authority keeps persons, organizations, places and events."""
    for local, subject in located(article, annotations):
        if local.startswith("subject/") and subject.kind in KINDS:
            yield Proposal(
                article=article.url,
                local=local,
                kind=KINDS[subject.kind],
                type=TYPES[subject.kind],
                key=slug(subject.name),
                name=subject.name,
                identifiers=tuple(each for each in (subject.identifier, *subject.same_as) if each),
                published=article.date_published,
            )


def _credits(article: Article, newsroom: Newsroom | None) -> Iterator[Proposal]:
    for local, role, credit in credited(article, newsroom):
        kind: IdentityKind = "person" if credit_type(credit, role) == "Person" else "organization"
        yield _credit(article, local, credit, kind, credit_type(credit, role))


def _credit(article: Article, local: str, credit: Credit, kind: IdentityKind, schema_type: str) -> Proposal:
    publisher = article.publisher.name if article.publisher else None
    return Proposal(
        article=article.url,
        local=local,
        kind=kind,
        type=schema_type,
        key=slug(credit.name),
        name=credit.name,
        identifiers=tuple(each for each in (credit.identifier, *credit.same_as) if each),
        titles=(credit.job_title,) if credit.job_title else (),
        organizations=(publisher,) if publisher and kind == "person" else (),
        published=article.date_published,
    )
