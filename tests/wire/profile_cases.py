"""For each profile a message that has every field of it, made from the rules, and ways to spoil one field."""

from __future__ import annotations

from interop_course.wire import FieldRule, Profile, Record, Transaction, record, transaction
from interop_course.wire.profiles import rules_of

MET = (1, 2, 10, 14)
"""The types of record whose fields are in a profile."""

COMPUTED = frozenset({"1.01", "1.03", "2.001", "10.001", "14.001"})
"""What the writer fills in."""

IDCS = {"2.002": "00", "10.002": "01", "14.002": "02"}

DAY = "20100301"


def rule_of(tot: str, tag: str) -> FieldRule:
    """The rule of a profile for a field."""
    return rules_of(tag)[tot]


def whole(profile: Profile) -> Transaction:
    """A message with one record of each type that has fields in the profile, and in it every field."""
    made = []
    for type in MET:
        if of_record := profile.record(type):
            rules = [each for each in of_record.fields if each.tag.startswith(f"{type}.")]
            made.append(
                record(type, [(each.number, good(each, profile)) for each in rules if each.tag not in COMPUTED])
            )
    return transaction(*made)


def good(rule: FieldRule, profile: Profile) -> str | bytes:
    """The shortest value that a rule lets pass."""
    if rule.tag == "1.04":
        return profile.tot
    if rule.values:
        return rule.values[0]
    if rule.date:
        return DAY
    if rule.fact.characters == "B":
        return b"\xff"
    if rule.tag in IDCS:
        return IDCS[rule.tag]
    return ("A" if "A" in rule.fact.characters else "0") * rule.least


def spoiled(message: Transaction, rule: FieldRule, value: bytes | None) -> Transaction:
    """The message with the value of one field put in place of its own as it is, or with the field taken out."""
    type = int(rule.tag.partition(".")[0])
    records = []
    for each in message.records:
        field = each.get(rule.number) if each.type == type else None
        if field:
            old = field.raw
            new = b"" if value is None else field.prefix + value
            raw = each.raw.replace(b"\x1d" + old, b"\x1d" + new if new else b"", 1)
            each = Record(type, raw)
        records.append(each)
    return Transaction(tuple(records))
