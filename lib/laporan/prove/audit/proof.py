"""Proves single claims, each in the ways that its kind and its place allow."""

from __future__ import annotations

from laporan.prove.audit.blocks import Block
from laporan.prove.audit.by_date import by_date
from laporan.prove.audit.by_direction import by_change
from laporan.prove.audit.by_number import (
    by_comparison,
    by_counter,
    by_hour,
    by_key,
    by_label,
    by_order,
    by_rest,
    by_row,
    by_setting,
    by_sum,
)
from laporan.prove.audit.claims import Claim, claims_in
from laporan.prove.audit.evidence import Evidence
from laporan.prove.audit.place import Place


def unproven_claims(block: Block, evidence: Evidence, place: Place) -> list[Claim]:
    """Give the claims of a block that nothing proves."""
    return [
        claim for claim in claims_in(block.text) if not _is_proven(claim, block, evidence, place)
    ]


def _is_proven(claim: Claim, block: Block, evidence: Evidence, place: Place) -> bool:
    run = next((run for run in block.runs if run.start <= claim.start < run.end), None)
    if run is not None:
        return by_key(run, block, evidence)
    setting = next((run for run in block.settings if run.start <= claim.start < run.end), None)
    if setting is not None:
        return by_setting(setting, block, evidence)
    verdict = by_comparison(claim, block, evidence)
    if verdict is not None:
        return verdict
    if claim.is_number:
        ways = (by_hour, by_date, by_order, by_rest, by_row, by_label)
        if (
            by_counter(claim, block, place)
            or by_sum(claim, block, place)
            or any(way(claim, block, evidence) for way in ways)
        ):
            return True
    elif claim.sign in (-1, 0, 1):
        verdict = by_change(claim, block, evidence)
    else:
        # An extreme carries its figures, which the proof of what is said holds it against.
        return True
    return _by_text(claim, block, evidence) if verdict is None else verdict


def _by_text(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove what is no figure by the text that it belongs to: a name, fixed words, the notes."""
    if block.text in evidence.notes:
        return claim.text not in evidence.refuted
    if block.text in evidence.warnings:
        return True
    return evidence.is_in_name(block.text, claim.start, claim.end)
